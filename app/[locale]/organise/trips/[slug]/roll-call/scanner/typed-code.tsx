import { type FormEvent, useRef } from "react";
import type { ScanTexts } from "./scan-texts.ts";

type TypedCodeProps = { onCode: (text: string) => void; texts: ScanTexts };

/** The way for a badge that cannot be read, and for a telephone whose camera cannot be used. */
export function TypedCode({ onCode, texts }: TypedCodeProps) {
  const field = useRef<HTMLInputElement>(null);
  function submit(event: FormEvent) {
    event.preventDefault();
    const text = field.current?.value.trim() ?? "";
    if (text) onCode(text);
    field.current?.select();
  }
  return (
    <form className="typed-code" onSubmit={submit}>
      <p className="field">
        <label htmlFor="badge-code">{texts.code}</label>
        <span className="hint" id="badge-code-hint">
          {texts.codeHint}
        </span>
        <input
          ref={field}
          id="badge-code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          size={9}
          aria-describedby="badge-code-hint"
        />
      </p>
      <p>
        <button type="submit" className="button quiet">
          {texts.mark}
        </button>
      </p>
    </form>
  );
}
