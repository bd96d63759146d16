"use client";

import { createContext, type ReactNode, useContext } from "react";

type FailureTexts = { title: string; explanation: string; retry: string };

const Texts = createContext<FailureTexts | null>(null);

/** Brings the words for a failed page to the browser beforehand: a page that failed can ask for none. */
export function FailureProvider(props: { texts: FailureTexts; children: ReactNode }) {
  return <Texts value={props.texts}>{props.children}</Texts>;
}

/** What stands in place of a page that failed. */
export function Failure({ retry }: { retry: () => void }) {
  const texts = useContext(Texts);
  if (!texts) return null;
  return (
    <div className="page">
      <main id="content" tabIndex={-1}>
        <h1>{texts.title}</h1>
        <p className="lead">{texts.explanation}</p>
        <p>
          <button type="button" className="button" onClick={() => retry()}>
            {texts.retry}
          </button>
        </p>
      </main>
    </div>
  );
}
