// Loaded into a program with `--import`: it ends in order when the one that started it is gone.
// Listening for `disconnect` would keep a program alive that is otherwise done, so it looks instead.
// Its threads, and programs that it starts itself, load this as well and know no channel to us: they are
// none of its business.
import { isMainThread } from "node:worker_threads";

const watch = setInterval(() => {
  if (process.connected) return;
  clearInterval(watch);
  process.kill(process.pid, "SIGTERM");
}, 250);
watch.unref();
if (!isMainThread || !process.send) clearInterval(watch);
