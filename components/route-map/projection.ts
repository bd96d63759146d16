import outline from "./outline.generated.json" with { type: "json" };

export type Point = { x: number; y: number };
export type Box = { x0: number; y0: number; x1: number; y1: number };

export type Country = "LV" | "LT";

/** Where a place lies in the units of the outlines: the same Mercator projection that drew them. */
export function project({ latitude, longitude }: { latitude: number; longitude: number }): Point {
  const { scale, x, y } = outline.projection;
  const radians = Math.PI / 180;
  return {
    x: x + scale * longitude * radians,
    y: y - scale * Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)),
  };
}

/** Latvia always; Lithuania only when the route goes there. */
export function countriesOf(route: readonly { country: Country }[]): Country[] {
  return route.some(({ country }) => country === "LT") ? ["LV", "LT"] : ["LV"];
}

export const shapeOf = (country: Country): string => outline[country].path;

/** The frame around the countries shown, in their units. */
export function frameOf(countries: readonly Country[]): Box {
  const boxes = countries.map(
    (country) => outline[country].box as [number, number, number, number],
  );
  return {
    x0: Math.min(...boxes.map(([x0]) => x0)),
    y0: Math.min(...boxes.map(([, y0]) => y0)),
    x1: Math.max(...boxes.map(([, , x1]) => x1)),
    y1: Math.max(...boxes.map(([, , , y1]) => y1)),
  };
}
