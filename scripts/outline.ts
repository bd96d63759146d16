/**
 * Draws the outlines of Latvia and Lithuania once, so that no page needs an atlas or a tile server.
 * Run it after an update of world-atlas: node scripts/outline.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";

/** Latvia is this many units wide; whole units are finer than a pixel on any screen we draw for. */
const width = 600;

type Atlas = Parameters<typeof feature>[0];

const atlas: Atlas = JSON.parse(
  readFileSync(new URL(import.meta.resolve("world-atlas/countries-10m.json")), "utf8"),
);
const country = (id: string) => {
  const { countries } = atlas.objects;
  const all = countries?.type === "GeometryCollection" ? countries.geometries : [];
  const geometry = all.find((one) => one.id === id);
  if (!geometry) throw new Error(`The atlas has no country ${id}`);
  return feature(atlas, geometry);
};
const latvia = country("428");
const lithuania = country("440");

const projection = geoMercator().fitWidth(width, latvia);
const path = geoPath(projection).digits(0);
const drawn = (shape: typeof latvia) => ({
  path: path(shape),
  box: path.bounds(shape).flat().map(Math.round),
});
const [x, y] = projection.translate();
const target = new URL("../components/route-map/outline.generated.json", import.meta.url);
writeFileSync(
  target,
  `${JSON.stringify({
    projection: { scale: projection.scale(), x, y },
    LV: drawn(latvia),
    LT: drawn(lithuania),
  })}\n`,
);
