import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areMates, bedsByWish, bedsOf, isNamed, nightProblems, type Sleeper } from "./rules.ts";

const person = (name: string, wish: Sleeper["wish"] = null): Sleeper => {
  const [givenName = "", familyName = ""] = name.split(" ");
  return { registrationId: name, givenName, familyName, wish };
};

const twin = (mate: string | null) => ({ kind: "twin" as const, mate });

describe("nights", () => {
  const dates = ["2026-06-12", "2026-06-13"];

  it("lie between the evening before the first day and the last day", () => {
    const nights = (firstNight: string, lastNight: string) =>
      nightProblems({ firstNight, lastNight }, dates);
    expect(nights("2026-06-11", "2026-06-13")).toEqual({});
    expect(nights("2026-06-10", "2026-06-12")).toEqual({ firstNight: "nightOutsideTrip" });
    expect(nights("2026-06-12", "2026-06-14")).toEqual({ lastNight: "nightOutsideTrip" });
    expect(nights("2026-06-13", "2026-06-12")).toEqual({ lastNight: "nightsOutOfOrder" });
  });
});

describe("a wished room-mate", () => {
  it("is known without diacritics and case, in either order", () => {
    const zile = person("Anna Zīle");
    expect(["anna zile", "ZĪLE  Anna", " Anna Zīle "].every((name) => isNamed(name, zile))).toBe(
      true,
    );
    expect(["Zīle", "Anna Zīlīte", ""].some((name) => isNamed(name, zile))).toBe(false);
  });

  it("shares a twin when both named each other, and nobody else is put together", () => {
    const people = [
      person("Anna Zīle", twin("Ilze Ozola")),
      person("Ilze Ozola", twin("anna zile")),
      person("Jānis Kalns", { kind: "single", mate: null }),
      person("Pēteris Bērzs", twin("Jānis Kalns")),
      person("Ģirts Liepa"),
    ];
    const rooms = [
      { roomId: "1", kind: "single" as const },
      { roomId: "2", kind: "twin" as const },
      { roomId: "3", kind: "twin" as const },
    ];
    expect(bedsByWish(people, rooms)).toEqual([
      { roomId: "2", registrationId: "Anna Zīle" },
      { roomId: "2", registrationId: "Ilze Ozola" },
      { roomId: "1", registrationId: "Jānis Kalns" },
    ]);
  });
});

const names = [
  "Anna Zīle",
  "Ilze Ozola",
  "Jānis Kalns",
  "Pēteris Bērzs",
  "Ģirts Liepa",
  "Maija Egle",
];

const wish = fc.option(
  fc.record({
    kind: fc.constantFrom("single" as const, "twin" as const),
    mate: fc.option(fc.constantFrom(...names)),
  }),
);

it("nobody sleeps twice, no room is overfull, and mates are together whenever a twin is left", () => {
  fc.assert(
    fc.property(
      fc.tuple(...names.map(() => wish)),
      fc.array(fc.constantFrom("single" as const, "twin" as const), { maxLength: 6 }),
      (wishes, kinds) => {
        const people = names.map((name, index) => person(name, wishes[index] ?? null));
        const rooms = kinds.map((kind, index) => ({ roomId: String(index), kind }));
        const beds = bedsByWish(people, rooms);
        const ids = beds.map(({ registrationId }) => registrationId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { roomId, kind } of rooms) {
          expect(beds.filter((bed) => bed.roomId === roomId).length).toBeLessThanOrEqual(
            bedsOf(kind),
          );
        }
        const usedTwins = new Set(beds.map(({ roomId }) => roomId)).size;
        const twins = rooms.filter(({ kind }) => kind === "twin").length;
        for (const [one, other] of people.flatMap((a) => people.map((b) => [a, b] as const))) {
          if (one === other || !areMates(one, other)) continue;
          const room = (id: string) => beds.find((bed) => bed.registrationId === id)?.roomId;
          expect(room(one.registrationId)).toBe(room(other.registrationId));
          if (room(one.registrationId) === undefined)
            expect(usedTwins).toBeGreaterThanOrEqual(twins);
        }
      },
    ),
  );
});
