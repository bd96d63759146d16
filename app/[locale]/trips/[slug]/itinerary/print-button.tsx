"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Stands only where it can do something: in a browser that runs scripts. */
export function PrintButton({ label }: { label: string }) {
  const works = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!works) return null;
  return (
    <button type="button" className="button" onClick={() => window.print()}>
      {label}
    </button>
  );
}
