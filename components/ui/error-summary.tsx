"use client";

import { useEffect, useRef } from "react";

type ErrorSummaryProps = {
  title: string;
  errors: readonly { name: string; message: string }[];
};

/** What to mend, each line a link to its field. Takes the focus whenever its lines change. */
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
        {errors.map(({ name, message }) => (
          <li key={name}>
            <a href={`#${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
