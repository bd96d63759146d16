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

/** Lets an element be dragged with the mouse, as an item; fingers and pens have the handle (use-finger.ts). */
export function useDraggable(id: string): RefObject<HTMLLIElement | null> {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const item = element.current;
    if (!item) return;
    const forget = draggable({ element: item, getInitialData: () => ({ id }) });
    // A long press must not begin the browser's own dragging, which would end that by the handle.
    const mouseOnly = (event: PointerEvent) => {
      item.draggable = event.pointerType === "mouse";
    };
    item.addEventListener("pointerdown", mouseOnly, { capture: true });
    return () => {
      forget();
      item.removeEventListener("pointerdown", mouseOnly, { capture: true });
    };
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

export type Over = { id: string; target: Target };

type Told = {
  /** Where the dragged item would go; said once for each place. */
  over: (id: string, target: Target) => void;
  drop: (id: string, target: Target) => void;
  /** It was let go where no day is. */
  leave: () => void;
};

export type Drops = {
  over: Over | null;
  dragging: boolean;
  /** A finger drags an item over a day, or over none. */
  follow: (id: string, date: string | null, y: number) => void;
  /** It lets the item go where it last was; `false`: the item stays. */
  finish: (put: boolean) => void;
};

/** Follows what is dragged over the days, and tells where it goes and where it was dropped. */
export function useDrops(cards: readonly Card[], told: Told): Drops {
  const [over, setOver] = useState<Over | null>(null);
  const [dragging, setDragging] = useState(false);
  const last = useRef<Over | null>(null);
  function follow(id: string, date: string | null, y: number) {
    setDragging(true);
    const next = date === null ? null : { id, target: targetAt(cards, id, date, y) };
    if (same(last.current, next)) return;
    last.current = next;
    setOver(next);
    if (next) told.over(next.id, next.target);
  }
  function finish(put: boolean) {
    const dropped = last.current;
    last.current = null;
    setOver(null);
    setDragging(false);
    if (put && dropped) told.drop(dropped.id, dropped.target);
    else told.leave();
  }
  const followed = useEffectEvent(follow);
  const finished = useEffectEvent(finish);
  useEffect(() => {
    const read = ({ source, location }: { source: Data; location: Location }) => {
      const { id } = source.data;
      const date = location.current.dropTargets[0]?.data.date;
      const day = typeof date === "string" ? date : null;
      if (typeof id === "string") followed(id, day, location.current.input.clientY);
    };
    return monitorForElements({
      onDrag: read,
      onDrop: (dropped) => {
        read(dropped);
        finished(true);
      },
    });
  }, []);
  return { over, dragging, follow, finish };
}

type Data = { data: Record<string, unknown> };
type Location = {
  current: { dropTargets: Data[]; input: { clientY: number } };
};

const same = (one: Over | null, other: Over | null) =>
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
