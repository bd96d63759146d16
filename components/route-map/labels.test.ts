import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dotRadius, inside, type Label, overlap, placeLabels, type Stop } from "./labels.ts";
import { type Box, countriesOf, frameOf, project } from "./projection.ts";

const places = {
  Aglona: [56.1328, 27.0069],
  Balvi: [57.1313, 27.2658],
  Daugavpils: [55.8747, 26.5362],
  Jelgava: [56.6511, 23.7213],
  Krāslava: [55.8953, 27.168],
  Liepāja: [56.5047, 21.0108],
  Līvāni: [56.3542, 26.1758],
  Preiļi: [56.2942, 26.7246],
  Riebiņi: [56.3433, 26.8006],
} as const;

const stop = (name: keyof typeof places): Stop => {
  const [latitude, longitude] = places[name];
  return { name, at: project({ latitude, longitude }) };
};

const latvia = frameOf(["LV"]);

function expectReadable(labels: readonly Label[], stops: readonly Stop[], frame: Box) {
  for (const [index, { box }] of labels.entries()) {
    expect(inside(box, frame)).toBe(true);
    for (const other of labels.slice(index + 1)) expect(overlap(box, other.box)).toBe(false);
    for (const { at } of stops) {
      const dot = {
        x0: at.x - dotRadius,
        y0: at.y - dotRadius,
        x1: at.x + dotRadius,
        y1: at.y + dotRadius,
      };
      expect(overlap(box, dot)).toBe(false);
    }
  }
}

describe("the names on the map", () => {
  it("stand beside every stop of the trip to Jelgava and Liepāja, off the route", () => {
    const stops = (["Daugavpils", "Līvāni", "Jelgava", "Liepāja"] as const).map(stop);
    const labels = placeLabels(stops, latvia);
    expect(labels.map(({ name }) => name).sort()).toEqual(stops.map(({ name }) => name).sort());
    expectReadable(labels, stops, latvia);
  });

  it("find room for eight stops of a route that gathers its people across Latgale", () => {
    const route = [
      "Krāslava",
      "Aglona",
      "Preiļi",
      "Riebiņi",
      "Līvāni",
      "Jelgava",
      "Liepāja",
    ] as const;
    const stops = [...route.map(stop), stop("Balvi")];
    const labels = placeLabels(stops, latvia);
    expect(labels).toHaveLength(stops.length);
    expectReadable(labels, stops, latvia);
  });

  it("never cover another name or a dot, wherever the stops are", () => {
    const anywhere = fc.record({
      name: fc.string({ minLength: 2, maxLength: 14 }),
      at: fc.record({
        x: fc.integer({ min: latvia.x0, max: latvia.x1 }),
        y: fc.integer({ min: latvia.y0, max: latvia.y1 }),
      }),
    });
    fc.assert(
      fc.property(fc.array(anywhere, { maxLength: 25 }), (stops) => {
        expectReadable(placeLabels(stops, latvia), stops, latvia);
      }),
    );
  });

  it("leave out what fits nowhere rather than write over it", () => {
    const same = [stop("Preiļi"), { ...stop("Preiļi"), name: "Turpat" }];
    const tiny = { x0: 0, y0: 0, x1: 40, y1: 40 };
    expect(placeLabels(same, latvia).length).toBe(2);
    expect(placeLabels([{ name: "Daugavpils", at: { x: 20, y: 20 } }], tiny)).toEqual([]);
  });
});

describe("the map", () => {
  it("shows Lithuania only when the route goes there", () => {
    expect(countriesOf([{ country: "LV" }])).toEqual(["LV"]);
    expect(countriesOf([{ country: "LV" }, { country: "LT" }])).toEqual(["LV", "LT"]);
    expect(frameOf(["LV", "LT"]).y1).toBeGreaterThan(latvia.y1 + 100);
  });
});
