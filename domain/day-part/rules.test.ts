import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { isExpectedIn, type PartWords, partAsked, partKey, partLabel } from "./rules.ts";
import { wholeDay } from "./schema.ts";

const id = randomUUID();
const visit = { ...wholeDay, agendaItemId: id };
const stop = { ...wholeDay, pickupId: id };

test("an address names a part as it is read, and nothing else names one", () => {
  for (const part of [wholeDay, visit, stop]) expect(partAsked(partKey(part))).toEqual(part);
  for (const other of ["item", "item.1", `bus.${id}`, `item.${id}.${id}`, id]) {
    expect(partAsked(other)).toBeNull();
  }
});

test("at a pick-up those are expected who get on there, elsewhere everybody, and always whoever was marked", () => {
  const here = { withdrawn: false, pickupId: id };
  const elsewhere = { withdrawn: false, pickupId: null };
  const gone = { withdrawn: true, pickupId: id };
  const expected = (part: typeof wholeDay) =>
    [here, elsewhere, gone].map((person) => isExpectedIn(part, person, false));
  expect(expected(wholeDay)).toEqual([true, true, false]);
  expect(expected(visit)).toEqual([true, true, false]);
  expect(expected(stop)).toEqual([true, false, false]);
  expect([elsewhere, gone].map((person) => isExpectedIn(stop, person, true))).toEqual([true, true]);
});

test("a part is called by its time and name, and what is not kept by what it was", () => {
  const words: PartWords = {
    item: "{time} {name}",
    pickup: "Iekāpšana {time}, {name}",
    goneItem: "dzēsts punkts",
    gonePickup: "dzēsta iekāpšana",
  };
  const facts = { date: "2026-06-12", startsAt: "2026-06-12T07:30:00.000Z", hasMarks: true };
  const name = { lv: "Dome", en: "Council" };
  expect(partLabel({ ...visit, ...facts, name }, "lv", words)).toBe("10.30 Dome");
  expect(partLabel({ ...visit, ...facts, name }, "en", words)).toBe("10:30 Council");
  expect(partLabel({ ...stop, ...facts, name }, "lv", words)).toBe("Iekāpšana 10.30, Dome");
  const gone = { ...facts, startsAt: null, name: null };
  expect(partLabel({ ...visit, ...gone }, "lv", words)).toBe("dzēsts punkts");
  expect(partLabel({ ...stop, ...gone }, "lv", words)).toBe("dzēsta iekāpšana");
});
