"use client";

import { useEffect, useRef, useState } from "react";
import { type Counted, counted } from "#components/counted.ts";
import type { Locale } from "#lib/locales.ts";

export type TotalsTexts = {
  seats: Counted;
  guaranteed: Counted;
  municipalities: Counted;
  free: Counted;
  /** `{seats}`, `{guaranteed}`, `{municipalities}`, `{until}`, `{free}`. */
  all: string;
  /** While nothing is guaranteed: `{seats}`, `{free}`. */
  open: string;
  over: string;
  /** `{date}`; left out while no date is set. */
  until: string;
};

export type Totals = {
  capacity: number;
  guaranteed: number;
  municipalities: number;
  /** As the form holds it: `2018-06-01T12:00`, or empty. */
  releaseAt: string;
};

type LiveTotalsProps = { saved: Totals; texts: TotalsTexts; locale: Locale };

/** The sums of the table in a sentence, counted anew with every key. */
export function LiveTotals({ saved, texts, locale }: LiveTotalsProps) {
  const element = useRef<HTMLParagraphElement>(null);
  const [totals, setTotals] = useState(saved);
  useEffect(() => {
    const form = element.current?.closest("form");
    const count = () => form && setTotals(totalsOf(new FormData(form)));
    count();
    form?.addEventListener("input", count);
    return () => form?.removeEventListener("input", count);
  }, []);
  const { capacity, guaranteed, municipalities, releaseAt } = totals;
  const free = capacity - guaranteed;
  const words: Record<string, string> = {
    seats: counted(texts.seats, locale, capacity),
    guaranteed: counted(texts.guaranteed, locale, guaranteed),
    municipalities: counted(texts.municipalities, locale, municipalities),
    until: releaseAt ? ` ${texts.until.replace("{date}", dateWords(releaseAt, locale))}` : "",
    free: counted(texts.free, locale, Math.max(0, free)),
  };
  const text = guaranteed > 0 ? texts.all : texts.open;
  return (
    <p ref={element} aria-live="polite">
      <strong>{text.replace(/\{(\w+)\}/g, (_place, name: string) => words[name] ?? "")}</strong>{" "}
      {free < 0 ? <span className="error">{texts.over}</span> : null}
    </p>
  );
}

function totalsOf(form: FormData): Totals {
  const numbers = form.getAll("guaranteed").map((text) => Number(text) || 0);
  const chosen = form.getAll("organisations");
  const kept = numbers.filter((number, row) => number > 0 && chosen[row]);
  return {
    capacity: Number(form.get("capacity")) || 0,
    guaranteed: kept.reduce((sum, number) => sum + number, 0),
    municipalities: kept.length,
    releaseAt: String(form.get("releaseAt") ?? ""),
  };
}

/** The day of a moment as lib/dates writes it short. */
function dateWords(local: string, locale: Locale): string {
  const [year, month, day] = local.slice(0, 10).split("-");
  if (locale === "lv") return `${day}.${month}.${year}.`;
  return locale === "en" ? `${day}/${month}/${year}` : `${year}-${month}-${day}`;
}
