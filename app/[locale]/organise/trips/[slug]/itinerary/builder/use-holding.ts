"use client";

import { type KeyboardEvent, useEffect, useState } from "react";
import { changed, ofDay, place } from "#domain/agenda/rules.ts";
import type { Locale } from "#lib/locales.ts";
import { rangeWords } from "./clock-words.ts";
import { fill } from "./fill.ts";
import type { BuilderTexts } from "./texts.ts";
import type { BuilderView, Card } from "./view.ts";

/** Where an item would go: before another one of a day, or last. */
export type Target = { date: string; before: string | null };

type Held = Target & { id: string };

type Given = {
  cards: readonly Card[];
  days: BuilderView["days"];
  texts: BuilderTexts;
  locale: Locale;
  drop: (itemId: string, target: Target, changes: Card[]) => void;
};

/**
 * Taking an item up, carrying it with the arrow keys and putting it down; every step is said aloud, and the
 * days are shown as they would be.
 */
export function useHolding({ cards, days, texts, locale, drop }: Given) {
  const [held, hold] = useState<Held | null>(null);
  const [spoken, say] = useState("");
  const plan = held && place(cards, held.id, held);
  const preview = plan?.ok ? changed(cards, plan.changes) : cards;

  // Carried to another day the item is drawn anew there: the focus goes along.
  useEffect(() => {
    if (held) document.getElementById(`move-${held.id}`)?.focus();
  }, [held]);

  const words = (id: string, shown: readonly Card[]) => {
    const card = shown.find((one) => one.id === id);
    const line = ofDay(shown, card?.date ?? "");
    return {
      title: card?.title ?? "",
      position: line.findIndex((one) => one.id === id) + 1,
      count: line.length,
      day: days.find(({ date }) => date === card?.date)?.weekday ?? "",
      time: card ? rangeWords(card.starts, card.ends, locale) : "",
    };
  };

  /** Says where an item would go. */
  function tell(id: string, to: Target) {
    const next = place(cards, id, to);
    say(next.ok ? fill(texts.at, words(id, changed(cards, next.changes))) : texts.outOfDay);
  }

  /** Puts an item down, carried or dragged, and says where it went and what else moved. */
  function put(id: string, to: Target) {
    hold(null);
    const last = place(cards, id, to);
    if (!last.ok) return say(texts.outOfDay);
    const others = last.changes.filter((one) => one.id !== id).length;
    const after = changed(cards, last.changes);
    say(`${fill(texts.put, words(id, after))} ${others ? fill(texts.others, { others }) : ""}`);
    drop(id, to, last.changes);
  }

  function carry(to: Target) {
    if (!held) return;
    hold({ ...to, id: held.id });
    tell(held.id, to);
  }

  function putDown(to: Target) {
    if (held) put(held.id, to);
  }

  function take(id: string) {
    if (held) return putDown(held);
    const card = cards.find((one) => one.id === id);
    if (!card) return;
    hold({ id, ...targetNow(cards, card) });
    say(fill(texts.picked, words(id, cards)));
  }

  function letGo() {
    hold(null);
    say(texts.cancelled);
  }

  function onKey(event: KeyboardEvent) {
    if (!held) return;
    if (event.key === "Escape") letGo();
    const to = targetOf(event.key, held, cards, days);
    if (!to && event.key !== "Escape") return;
    event.preventDefault();
    if (to) carry(to);
  }

  return { held, preview, spoken, tell, put, take, putDown, letGo, onKey };
}

function targetNow(cards: readonly Card[], card: Card): Target {
  const line = ofDay(cards, card.date);
  return { date: card.date, before: line[line.indexOf(card) + 1]?.id ?? null };
}

/** Up and down within the day, left and right to the day beside. */
function targetOf(
  key: string,
  held: Held,
  cards: readonly Card[],
  days: BuilderView["days"],
): Target | null {
  const others = (date: string) => ofDay(cards, date).filter(({ id }) => id !== held.id);
  const line = others(held.date);
  const at = held.before === null ? line.length : line.findIndex(({ id }) => id === held.before);
  if (key === "ArrowUp" || key === "ArrowDown") {
    const to = Math.min(line.length, Math.max(0, at + (key === "ArrowUp" ? -1 : 1)));
    return { date: held.date, before: line[to]?.id ?? null };
  }
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const day = days.findIndex(({ date }) => date === held.date) + (key === "ArrowLeft" ? -1 : 1);
  const date = days[day]?.date;
  return date === undefined ? held : { date, before: others(date)[at]?.id ?? null };
}
