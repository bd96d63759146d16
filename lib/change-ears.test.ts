import { expect, test } from "vitest";
import { addEar, changesAreHeard, tellChanged, tellEnding, tellHearing } from "./change-ears.ts";

/** An ear for this key that notes what it is told. */
function anEar(key: string) {
  const told: string[] = [];
  const forget = addEar(key, {
    changed: () => told.push("changed"),
    lost: () => told.push("lost"),
    ending: () => told.push("ending"),
  });
  return { told, forget };
}

test("a change is told to all who want to hear of that thing, and to no other", () => {
  const [one, other, elsewhere] = [anEar("jelgava"), anEar("jelgava"), anEar("liepaja")];
  tellChanged("jelgava");
  expect([one.told, other.told, elsewhere.told]).toEqual([["changed"], ["changed"], []]);
  one.forget();
  tellChanged("jelgava");
  expect([one.told, other.told]).toEqual([["changed"], ["changed", "changed"]]);
  for (const { forget } of [other, elsewhere]) forget();
});

test("when changes were missed, everybody reads anew", () => {
  const ears = [anEar("jelgava"), anEar("liepaja")];
  tellHearing(true);
  expect(changesAreHeard()).toBe(true);
  tellHearing(false);
  expect(changesAreHeard()).toBe(false);
  tellHearing(true);
  for (const { told, forget } of ears) {
    expect(told).toEqual(["changed", "lost", "changed"]);
    forget();
  }
});

test("an ear that lets go while it is told stands in nobody's way", () => {
  const forgetful = addEar("jelgava", {
    changed: () => {},
    lost: () => {},
    ending: () => forgetful(),
  });
  const { told, forget } = anEar("jelgava");
  tellEnding();
  expect(told).toEqual(["ending"]);
  forget();
  tellChanged("jelgava");
  expect(told).toEqual(["ending"]);
});
