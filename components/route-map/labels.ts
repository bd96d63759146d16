import type { Box, Point } from "./projection.ts";

/** Height of a label in units of the map as a phone shows it; wider screens set it smaller. */
export const labelSize = 24;

/** Radius of a place's dot, with its border. */
export const dotRadius = 8;

const gap = 6;

export type Stop = { name: string; at: Point };

export type Label = { name: string; at: Point; anchor: "start" | "middle" | "end"; box: Box };

type Side = { dx: -1 | 0 | 1; dy: -1 | 0 | 1 };

/** Right of the dot is read best, then left, then under and over it, then the corners. */
const sides: readonly Side[] = [
  { dx: 1, dy: 0 },
  { dx: -1, dy: 0 },
  { dx: 0, dy: 1 },
  { dx: 0, dy: -1 },
  { dx: 1, dy: -1 },
  { dx: 1, dy: 1 },
  { dx: -1, dy: -1 },
  { dx: -1, dy: 1 },
];

/** What leaving a name out costs, and how many attempts at a better arrangement a map is worth. */
const leftOut = 1000;
const attempts = 20_000;

/**
 * Places a name beside each dot so that no name covers another name or a dot or leaves the frame, and
 * crosses the route as little as can be. A name that fits nowhere is left out: the list beside the map
 * says it.
 */
export function placeLabels(stops: readonly Stop[], frame: Box): Label[] {
  const dots = stops.map(({ at }) => around(at, dotRadius));
  const choices = stops
    .map((stop) => choicesFor(stop, stops, dots, frame))
    .sort((one, other) => one.length - other.length);
  let best: { labels: Label[]; cost: number } = { labels: [], cost: Number.POSITIVE_INFINITY };
  let left = attempts;
  const arrange = (index: number, labels: Label[], cost: number): void => {
    if (cost >= best.cost || left-- <= 0) return;
    const names = choices[index];
    if (!names) {
      best = { labels, cost };
      return;
    }
    for (const name of names) {
      const collides = labels.some(({ box }) => overlap(box, name.label.box));
      if (!collides) arrange(index + 1, [...labels, name.label], cost + name.cost);
    }
    arrange(index + 1, labels, cost + leftOut);
  };
  arrange(0, [], 0);
  return best.labels;
}

/** Where a name can stand as far as dots and frame are concerned, the best first. */
function choicesFor(stop: Stop, stops: readonly Stop[], dots: readonly Box[], frame: Box) {
  return sides
    .map((side, preference) => ({ label: labelAt(stop, side), preference }))
    .filter(({ label: { box } }) => inside(box, frame) && !dots.some((dot) => overlap(box, dot)))
    .map(({ label, preference }) => ({ label, cost: 10 * legsIn(label.box, stops) + preference }))
    .sort((one, other) => one.cost - other.cost);
}

function labelAt({ name, at }: Stop, { dx, dy }: Side): Label {
  const width = name.length * labelSize * 0.58;
  const away = dotRadius + gap;
  // In a corner the name may stand closer: the dot is round.
  const x = at.x + dx * (dy === 0 ? away : away * 0.6);
  const left = dx === 1 ? x : dx === -1 ? x - width : x - width / 2;
  const middle = at.y + dy * (away + labelSize / 2) * (dx === 0 ? 1 : 0.9);
  const anchor = dx === 1 ? "start" : dx === -1 ? "end" : "middle";
  const box = {
    x0: left,
    y0: middle - labelSize / 2,
    x1: left + width,
    y1: middle + labelSize / 2,
  };
  return { name, anchor, at: { x, y: middle }, box };
}

/** How many legs of the route run through the box. */
function legsIn(box: Box, stops: readonly Stop[]): number {
  const legs = stops.slice(1).map(({ at }, before) => [stops[before]?.at ?? at, at] as const);
  return legs.filter(([from, to]) => crosses(box, from, to)).length;
}

/** Liang–Barsky: the part of the leg that is inside the box is not empty. */
function crosses({ x0, y0, x1, y1 }: Box, from: Point, to: Point): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - x0],
    [dx, x1 - from.x],
    [-dy, from.y - y0],
    [dy, y1 - from.y],
  ] as const) {
    if (step === 0 && room < 0) return false;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return enter < leave;
}

export function overlap(one: Box, other: Box): boolean {
  return one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1;
}

export function inside(box: Box, frame: Box): boolean {
  return box.x0 >= frame.x0 && box.x1 <= frame.x1 && box.y0 >= frame.y0 && box.y1 <= frame.y1;
}

const around = ({ x, y }: Point, radius: number): Box => ({
  x0: x - radius,
  y0: y - radius,
  x1: x + radius,
  y1: y + radius,
});
