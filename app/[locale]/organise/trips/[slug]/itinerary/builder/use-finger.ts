"use client";

import {
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import type { Drops } from "./use-dragging.ts";

/** Pixels that a finger may tremble before it drags. */
const slack = 8;
/** So near to an edge of what is seen the page scrolls along, up to so many pixels a frame. */
const edge = 80;
const fastest = 14;

/**
 * Dragging an item by its handle with a finger or pen. Browsers differ in what they drag by touch, and some
 * drag nothing: so this stands on pointer events alone. The handle needs `touch-action: none`.
 */
export function useFinger(card: { id: string; title: string }, drops: Drops) {
  const [dragging, setDragging] = useState(false);
  /** Where the finger is, while it is down on the handle. */
  const at = useRef<{ x: number; y: number } | null>(null);
  /** The click that some browsers send after a drag is no tap. */
  const dragged = useRef(false);

  const follow = () => {
    const { x, y } = at.current ?? { x: -1, y: -1 };
    drops.follow(card.id, dayAt(x, y), y);
  };
  const followed = useEffectEvent(follow);
  // Frame by frame, since a finger that rests at an edge goes on scrolling.
  useEffect(() => {
    if (!dragging) return;
    const ghost = document.body.appendChild(ghostOf(card.title));
    let frame = requestAnimationFrame(function step() {
      const { x, y } = at.current ?? { x: 0, y: 0 };
      ghost.style.translate = `${x}px ${y}px`;
      scrollAlong(x, y);
      followed();
      frame = requestAnimationFrame(step);
    });
    return () => {
      cancelAnimationFrame(frame);
      ghost.remove();
    };
  }, [dragging, card.title]);

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    dragged.current = false;
    if (event.pointerType === "mouse" || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    at.current = { x: event.clientX, y: event.clientY };
  }

  function onPointerMove({ clientX: x, clientY: y }: PointerEvent<HTMLElement>) {
    const from = at.current;
    if (!from || (!dragging && Math.hypot(x - from.x, y - from.y) < slack)) return;
    at.current = { x, y };
    dragged.current = true;
    setDragging(true);
  }

  const stop = (put: boolean) => () => {
    if (dragging) {
      follow();
      drops.finish(put);
    }
    at.current = null;
    setDragging(false);
  };

  function onClickCapture(event: MouseEvent) {
    if (!dragged.current) return;
    dragged.current = false;
    event.stopPropagation();
  }

  return {
    onPointerDown,
    onPointerMove,
    onPointerUp: stop(true),
    onPointerCancel: stop(false),
    onClickCapture,
  };
}

/** The title under the finger; what happens is said in words elsewhere. */
function ghostOf(title: string): HTMLElement {
  const ghost = document.createElement("div");
  ghost.className = "drag-ghost";
  ghost.ariaHidden = "true";
  ghost.textContent = title;
  return ghost;
}

/** The day of the column at a point of the window. */
function dayAt(x: number, y: number): string | null {
  const column = document
    .elementsFromPoint(x, y)
    .find(({ id }) => /^day-\d{4}-\d\d-\d\d$/.test(id));
  return column?.id.slice("day-".length) ?? null;
}

/** The page up and down, the row of days sideways. */
function scrollAlong(x: number, y: number): void {
  window.scrollBy({ top: pull(y, window.innerHeight), behavior: "instant" });
  document
    .querySelector(".builder .days")
    ?.scrollBy({ left: pull(x, window.innerWidth), behavior: "instant" });
}

function pull(at: number, length: number): number {
  const near = at < edge ? at - edge : Math.max(0, at - (length - edge));
  return Math.round((Math.max(-edge, Math.min(edge, near)) / edge) * fastest);
}
