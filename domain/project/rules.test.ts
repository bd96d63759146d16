import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "#lib/locales.ts";
import {
  type EuProject,
  emblem,
  emblemIsLargeEnough,
  emblemSvg,
  emblemTypefaces,
  euWords,
  fundingStatements,
  shownEmblem,
  sizeBeside,
  starCentres,
  starCorners,
} from "./rules.ts";

const distance = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]) =>
  Math.hypot(ax - bx, ay - by);

describe("the European emblem", () => {
  const middle = [emblem.width / 2, emblem.height / 2] as const;

  it("is a flag of 2 : 3 in the two prescribed colours and no other", () => {
    expect(emblem.height / emblem.width).toBeCloseTo(2 / 3);
    expect(new Set(emblemSvg().match(/#[0-9a-f]{6}/gi))).toEqual(new Set(["#003399", "#FFCC00"]));
  });

  it("has twelve stars like the hours of a clock, on a circle of one third of its height", () => {
    const centres = starCentres();
    expect(centres).toHaveLength(12);
    for (const centre of centres) {
      expect(distance(centre, middle)).toBeCloseTo(emblem.height / 3);
    }
    expect(centres[0]?.[0]).toBeCloseTo(middle[0]);
    expect(centres[3]?.[1]).toBeCloseTo(middle[1]);
    const [first, second] = centres as [readonly [number, number], readonly [number, number]];
    expect(distance(first, second)).toBeCloseTo(2 * (emblem.height / 3) * Math.sin(Math.PI / 12));
  });

  it("draws each star upright inside a circle of one eighteenth of its height", () => {
    for (const centre of starCentres()) {
      const corners = starCorners(centre);
      expect(corners).toHaveLength(10);
      const points = corners.filter((_, corner) => corner % 2 === 0);
      for (const point of points) expect(distance(point, centre)).toBeCloseTo(emblem.height / 18);
      expect(corners[0]?.[0]).toBeCloseTo(centre[0]);
      expect(corners[0]?.[1]).toBeCloseTo(centre[1] - emblem.height / 18);
    }
  });

  it("gives a star straight edges: a point, two inner corners and the next point but one lie on a line", () => {
    const [a, b, , c, d] = starCorners([0, 0]).filter((_, corner) =>
      [0, 1, 2, 3, 4].includes(corner),
    );
    const [ax, ay] = a as [number, number];
    for (const [x, y] of [b, c, d] as [number, number][]) {
      const [dx, dy] = [(d as [number, number])[0] - ax, (d as [number, number])[1] - ay];
      expect((x - ax) * dy - (y - ay) * dx).toBeCloseTo(0);
    }
  });

  it("may be lower or narrower than another logo, but not both", () => {
    const shown = { width: 90, height: 60 };
    expect(emblemIsLargeEnough(shown, [])).toBe(true);
    expect(emblemIsLargeEnough(shown, [{ width: 200, height: 60 }])).toBe(true);
    expect(emblemIsLargeEnough(shown, [{ width: 90, height: 100 }])).toBe(true);
    expect(emblemIsLargeEnough(shown, [{ width: 91, height: 61 }])).toBe(false);
  });

  it("may stand beside the typeface of pages and papers", () => {
    expect(emblemTypefaces).toContain("Ubuntu");
  });
});

describe("a logo beside the emblem", () => {
  const areaOf = ({ width, height }: { width: number; height: number }) => width * height;
  const size = fc.record({
    width: fc.integer({ min: 1, max: 5000 }),
    height: fc.integer({ min: 1, max: 5000 }),
  });

  it("is never higher than it and covers no more than it, whatever its proportions and the emblem's size", () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 2000 }), (logo, scale) => {
        const shown = {
          width: (emblem.width * scale) / 100,
          height: (emblem.height * scale) / 100,
        };
        const beside = sizeBeside(shown, logo);
        expect(beside.height).toBeLessThanOrEqual(shown.height);
        expect(areaOf(beside) / areaOf(shown)).toBeLessThanOrEqual(1 + 1e-9);
        expect(emblemIsLargeEnough(shown, [beside])).toBe(true);
      }),
    );
  });

  it("keeps its proportions and is as large as they let it be", () => {
    fc.assert(
      fc.property(size, (logo) => {
        const beside = sizeBeside(shownEmblem, logo);
        expect(beside.width / beside.height).toBeCloseTo(logo.width / logo.height, 6);
        const reached = [beside.height / shownEmblem.height, areaOf(beside) / areaOf(shownEmblem)];
        expect(Math.max(...reached)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("lets a long name be longer than the emblem, and a tower be no higher", () => {
    const rounded = (logo: { width: number; height: number }) =>
      Object.values(sizeBeside(shownEmblem, logo)).map(Math.round);
    expect(rounded({ width: 600, height: 400 })).toEqual([90, 60]);
    expect(rounded({ width: 600, height: 100 })).toEqual([180, 30]);
    expect(rounded({ width: 100, height: 600 })).toEqual([10, 60]);
  });

  it("stays within it on pages, which know whole pixels of width alone", () => {
    fc.assert(
      fc.property(size, (logo) => {
        const width = Math.floor(sizeBeside(shownEmblem, logo).width);
        expect((width * logo.height) / logo.width).toBeLessThanOrEqual(shownEmblem.height + 1e-9);
      }),
    );
  });
});

describe("the words beside the emblem", () => {
  const project: EuProject = {
    number: "LLI-59",
    shortName: "Open Leadership",
    programme: { lv: "Interreg V-A" },
    period: "2014-2020",
    fundingStatement: { lv: "Šo projektu finansē ES." },
    disclaimer: { lv: "Par saturu atbild {organiser}.", en: "{organiser} is responsible." },
    logos: [],
  };

  it("are the project's own where it has them, with the organiser named", () => {
    expect(euWords(project, "Latgales plānošanas reģions", "lv")).toEqual({
      statement: "Šo projektu finansē ES.",
      programme: "Interreg V-A",
      disclaimer: "Par saturu atbild Latgales plānošanas reģions.",
    });
  });

  it("are the period's statement in full where the project has none in the language", () => {
    expect(euWords(project, "Latgale", "lt").statement).toBe(fundingStatements["2014-2020"].lt);
    for (const locale of locales) {
      const newer = { ...project, period: "2021-2027", fundingStatement: { lv: "" } } as const;
      expect(euWords(newer, "Latgale", locale).statement).toBe(
        {
          lv: "Līdzfinansē Eiropas Savienība",
          en: "Co-funded by the European Union",
          lt: "Bendrai finansuoja Europos Sąjunga",
        }[locale],
      );
    }
  });
});
