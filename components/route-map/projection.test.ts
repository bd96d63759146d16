import { geoMercator } from "d3-geo";
import { expect, it } from "vitest";
import outline from "./outline.generated.json" with { type: "json" };
import { project } from "./projection.ts";

it("lays places where the projection that drew the outlines would", () => {
  const { scale, x, y } = outline.projection;
  const drawn = geoMercator().scale(scale).translate([x, y]);
  for (const [latitude, longitude] of [
    [55.8747, 26.5362],
    [57.75, 22.6],
    [54.6872, 25.2797],
  ] as const) {
    const [expectedX, expectedY] = drawn([longitude, latitude]) as [number, number];
    const point = project({ latitude, longitude });
    expect(point.x).toBeCloseTo(expectedX, 6);
    expect(point.y).toBeCloseTo(expectedY, 6);
  }
});
