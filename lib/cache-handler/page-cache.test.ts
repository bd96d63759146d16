import { beforeEach, expect, test } from "vitest";
import {
  expirePages,
  keepPage,
  keptPage,
  type Page,
  readTag,
  setHearing,
  untilTag,
} from "./page-cache.ts";

const later = new Date(Date.now() + 60_000);

const page = (tags: string[]): Page => ({ value: {}, madeAt: Date.now(), cacheControl: {}, tags });

beforeEach(() => setHearing(true));

test("a page is kept until one of its tags expires", () => {
  const trip = page([readTag(), untilTag(later), "trip:lielupe"]);
  keepPage("/trips/lielupe", trip);
  expirePages(["trip:abava"]);
  expect(keptPage("/trips/lielupe")).toBe(trip);
  expirePages(["trips", "trip:lielupe"]);
  expect(keptPage("/trips/lielupe")).toBeNull();
});

test("the star expires every page", () => {
  keepPage("/", page([readTag(), "trips"]));
  expirePages(["*"]);
  expect(keptPage("/")).toBeNull();
});

test("a page whose facts changed while it was made is not kept", () => {
  const tags = [readTag(), "trip:lielupe"];
  expirePages(["trip:lielupe"]);
  keepPage("/trips/lielupe", page(tags));
  expect(keptPage("/trips/lielupe")).toBeNull();
});

test("nor is one that was being made when everything expired", () => {
  const tags = [readTag(), "trip:lielupe"];
  expirePages(["*"]);
  keepPage("/trips/lielupe", page(tags));
  expect(keptPage("/trips/lielupe")).toBeNull();
});

test("a page that does not say when its facts were read is not kept", () => {
  keepPage("/", page(["trips"]));
  expect(keptPage("/")).toBeNull();
});

test("a page is not kept beyond the moment at which time alone changes it", () => {
  keepPage("/", page([readTag(), untilTag(later), untilTag(new Date(Date.now() - 1))]));
  expect(keptPage("/")).toBeNull();
});

test("while changes do not reach the process nothing is kept, and what was kept is forgotten", () => {
  keepPage("/", page([readTag(), "trips"]));
  setHearing(false);
  expect(keptPage("/")).toBeNull();
  keepPage("/", page([readTag(), "trips"]));
  setHearing(true);
  expect(keptPage("/")).toBeNull();
});

test("the page that was asked for longest ago makes room for a new one", () => {
  for (let count = 0; count < 500; count++) keepPage(`/trips/${count}`, page([readTag()]));
  keptPage("/trips/0");
  keepPage("/trips/new", page([readTag()]));
  expect(keptPage("/trips/1")).toBeNull();
  expect(keptPage("/trips/0")).not.toBeNull();
  expect(keptPage("/trips/new")).not.toBeNull();
});
