"use client";

import { useEffect, useRef, useState } from "react";
import type { ShownView } from "./shown-view.ts";

type CodeScreenProps = {
  first: ShownView;
  /** Where the code of the moment is read. */
  source: string;
  texts: { picture: string; present: string; next: string; offline: string };
};

/** Between two readings: whoever has just checked in sees the number grow. */
const pause = 4;

/** After that a code is taken by nobody: it is shown no longer. */
const windowSeconds = 30;

/** The code, how many are there, and when the next comes. Without network the last one goes once it is worth nothing. */
export function CodeScreen({ first, source, texts }: CodeScreenProps) {
  const { view, left, offline } = useCode(first, source);
  const { picture, present, all } = view;
  const shown = left > -windowSeconds ? picture : null;
  return (
    <>
      {shown ? (
        <svg
          className="screen"
          role="img"
          aria-label={texts.picture}
          viewBox={`-4 -4 ${shown.size + 8} ${shown.size + 8}`}
        >
          <rect x="-4" y="-4" width="100%" height="100%" fill="#fff" />
          <path stroke="#000" d={shown.path} />
        </svg>
      ) : null}
      <p className="count screen" role="status">
        {texts.present.replace("{present}", String(present)).replace("{all}", String(all))}
      </p>
      <p className="screen">{texts.next.replace("{seconds}", String(Math.max(0, left)))}</p>
      {offline ? (
        <p className="notice error screen" role="alert">
          {texts.offline}
        </p>
      ) : null}
    </>
  );
}

function useCode(first: ShownView, source: string) {
  const [view, setView] = useState(first);
  const [left, setLeft] = useState(first.secondsLeft);
  const [offline, setOffline] = useState(false);
  const read = useRef({ at: 0, secondsLeft: first.secondsLeft });
  useEffect(() => {
    read.current.at = performance.now();
    let beats = 0;
    const timer = setInterval(() => {
      const { at, secondsLeft } = read.current;
      const now = secondsLeft - Math.floor((performance.now() - at) / 1_000);
      setLeft(now);
      beats += 1;
      if (now <= 0 || beats % pause === 0) void renew();
    }, 1_000);
    async function renew() {
      try {
        const answer = await fetch(source);
        if (!answer.ok) throw new Error(String(answer.status));
        const next = (await answer.json()) as ShownView;
        read.current = { at: performance.now(), secondsLeft: next.secondsLeft };
        setView(next);
        setLeft(next.secondsLeft);
        setOffline(false);
      } catch {
        setOffline(true);
      }
    }
    return () => clearInterval(timer);
  }, [source]);
  return { view, left, offline };
}
