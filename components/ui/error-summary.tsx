"use client";

import { useEffect, useRef } from "react";

type ErrorSummaryProps = {
  title: string;
  /** `whole` is about no field, so that there is nothing to lead to. */
  errors: readonly { name: string; message: string; whole?: boolean }[];
};

/** What to mend, each line a link to its field, or why something was not done. Takes the focus whenever its lines change. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.map(({ name, message }) => `${name}:${message}`).join("|");
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (errors.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul className="plain">
        {errors.map(({ name, message, whole }) => (
          <li key={name}>{whole ? message : <a href={`#${name}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
