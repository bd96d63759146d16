// Loaded into a program with `--import`: it ends in order when the one that started it is gone.
// Listening for `disconnect` would keep a program alive that is otherwise done, so it looks instead.
const watch = setInterval(() => {
  if (process.connected) return;
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
}, 250);
watch.unref();
