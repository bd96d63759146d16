import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that does what the newest one does and stays the same, so that rows it is given to need not be drawn anew. */
export function useSteady<Args extends unknown[]>(newest: (...args: Args) => void) {
  const held = useRef(newest);
  useLayoutEffect(() => {
    held.current = newest;
  });
  return useCallback((...args: Args) => held.current(...args), []);
}
