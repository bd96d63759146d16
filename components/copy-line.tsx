"use client";

import { useState } from "react";

type CopyLineProps = { name: string; line: string; label: string; copy: string; copied: string };

/** A line to be copied: by a button where there is JavaScript, by selecting it anywhere. */
export function CopyLine({ name, line, label, copy, copied }: CopyLineProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <textarea
        id={name}
        className="field-sizing-content"
        readOnly
        rows={3}
        value={line}
        onFocus={(event) => event.target.select()}
      />
      <p className="deeds">
        <button
          type="button"
          className="button quiet"
          onClick={async () => {
            await navigator.clipboard.writeText(line);
            setCopied(true);
          }}
        >
          {copy}
        </button>
        <span aria-live="polite">{isCopied ? copied : ""}</span>
      </p>
    </div>
  );
}
