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

/**
 * Places a name beside each dot so that no name covers another name or a dot or leaves the frame, and
 * crosses the route as little as can be. A name that fits nowhere is left out: the list beside the map
 * says it. Earlier stops choose first.
 */
export function placeLabels(stops: readonly Stop[], frame: Box): Label[] {
  const dots = stops.map(({ at }) => around(at, dotRadius));
  const placed: Label[] = [];
  for (const stop of stops) {
    const taken = [...dots, ...placed.map(({ box }) => box)];
    const [best] = sides
      .map((side, preference) => ({ label: labelAt(stop, side), preference }))
      .filter(({ label: { box } }) => inside(box, frame) && !taken.some((one) => overlap(box, one)))
      .map(({ label, preference }) => ({ label, cost: 10 * legsIn(label.box, stops) + preference }))
      .sort((one, other) => one.cost - other.cost);
    if (best) placed.push(best.label);
  }
  return placed;
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
