type Pauses = { pauseMs: number; retryMs: number; failed: (error: unknown) => void };

/**
 * Makes of many calls few runs: the first call runs at once, those within `pauseMs` after its start are one
 * run when the pause is over, and none begins while another goes on. After the last call there is always a
 * run that began later. A run that fails is told to `failed` and tried again after `retryMs`.
 */
export function coalesced(
  run: () => Promise<void>,
  { pauseMs, retryMs, failed }: Pauses,
): { call: () => void; stop: () => void } {
  let wanted = false;
  let going = false;
  let stopped = false;
  let mayStartAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  function plan(): void {
    if (stopped || going || timer || !wanted) return;
    const wait = mayStartAt - performance.now();
    if (wait <= 0) void start();
    else timer = setTimeout(start, wait);
  }

  async function start(): Promise<void> {
    timer = undefined;
    wanted = false;
    going = true;
    mayStartAt = performance.now() + pauseMs;
    try {
      await run();
    } catch (error) {
      wanted = true;
      mayStartAt = performance.now() + retryMs;
      failed(error);
    }
    going = false;
    plan();
  }

  return {
    call() {
      wanted = true;
      plan();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
