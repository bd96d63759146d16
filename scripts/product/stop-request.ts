/**
 * Aborts at SIGINT, SIGTERM or SIGHUP, and when npm, which started us, is gone: npm passes on no
 * signal to what runs below its shell. A second signal changes nothing: stopping has its own limits.
 */
export function stopRequest(): AbortSignal {
  const request = new AbortController();
  const stop = () => request.abort();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.once("disconnect", stop);
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && stop(), 500);
    watch.unref();
  }
  return request.signal;
}
