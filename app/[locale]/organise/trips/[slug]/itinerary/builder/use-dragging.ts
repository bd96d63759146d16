"use client";

import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { ofDay } from "#domain/agenda/rules.ts";
import type { Target } from "./use-holding.ts";
import type { Card } from "./view.ts";

/** Lets an element be dragged with mouse, pen or finger, as an item. */
export function useDraggable(id: string): RefObject<HTMLLIElement | null> {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!element.current) return;
    return draggable({ element: element.current, getInitialData: () => ({ id }) });
  }, [id]);
  return element;
}

/** Lets items be dropped into a day; `over` is where the one that is dragged would go. */
export function useDropDay(date: string): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current) return;
    return dropTargetForElements({ element: element.current, getData: () => ({ date }) });
  }, [date]);
  return element;
}

/** Follows what is dragged over the days, and tells where it was dropped. */
export function useDrops(
  cards: readonly Card[],
  drop: (id: string, target: Target) => void,
): { id: string; target: Target } | null {
  const [over, setOver] = useState<{ id: string; target: Target } | null>(null);
  const read = useEffectEvent((source: Data, at: Location) => {
    const date = at.current.dropTargets[0]?.data.date;
    if (typeof date !== "string" || typeof source.data.id !== "string") return null;
    const target = targetAt(cards, source.data.id, date, at.current.input.clientY);
    return { id: source.data.id, target };
  });
  const finish = useEffectEvent((source: Data, at: Location) => {
    const dropped = read(source, at);
    setOver(null);
    if (dropped) drop(dropped.id, dropped.target);
  });
  useEffect(
    () =>
      monitorForElements({
        onDrag: ({ source, location }) => {
          const next = read(source, location);
          setOver((last) => (same(last, next) ? last : next));
        },
        onDrop: ({ source, location }) => finish(source, location),
      }),
    [],
  );
  return over;
}

type Data = { data: Record<string, unknown> };
type Location = {
  current: { dropTargets: Data[]; input: { clientY: number } };
};

const same = (one: ReturnType<typeof useDrops>, other: ReturnType<typeof useDrops>) =>
  one?.target.date === other?.target.date && one?.target.before === other?.target.before;

/** Before the first item of the day whose middle is below the pointer. */
function targetAt(cards: readonly Card[], id: string, date: string, y: number): Target {
  const below = ofDay(cards, date)
    .filter((card) => card.id !== id)
    .find((card) => {
      const box = document.getElementById(card.id)?.getBoundingClientRect();
      return box && y < box.top + box.height / 2;
    });
  return { date, before: below?.id ?? null };
}
