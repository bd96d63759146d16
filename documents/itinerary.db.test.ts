import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/actor/schema.ts";
import { publishedItinerary } from "#domain/itinerary/queries.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { locales } from "#lib/locales.ts";
import {
  expectUniversal,
  inLanguage,
  plain,
  read,
  slug,
  tripOf2018,
} from "#scripts/checks/papers-of-2018.ts";
import { countRole } from "#scripts/checks/pdf.ts";
import { itineraryPaper, sideBySide } from "./itinerary-paper.ts";

// The itinerary of June 2018 in each of its forms, read again by another program.

let organiser: PersonActor;

beforeAll(async () => {
  ({ organiser } = await tripOf2018());
});

describe.each(locales)("in %s", (locale) => {
  async function itinerary() {
    const found = await publishedItinerary(organiser, slug);
    if (!found?.facts) throw new Error("no itinerary");
    const given = { ...inLanguage(locale), address: "http://localhost:3000", cancelled: false };
    return { facts: found.facts, given };
  }

  it("the itinerary goes over some pages of A4, with a row for each stop", async () => {
    const { facts, given } = await itinerary();
    const pdf = await read("itinerary", itineraryPaper(facts, given));
    expectUniversal(pdf, locale);
    const stops = facts.days.flatMap(({ items }) => items).length;
    expect(countRole(pdf, "TR")).toBe(stops + facts.days.length);
    expect(countRole(pdf, "H3")).toBe(stops);
    expect(pdf.size).toEqual({ width: 210, height: 297 });
    expect(pdf.text).toContain(plain(given.t("itinerary.illustrative")));
    expect(pdf.text).toContain("Herberts Laukšteins");
  });

  it("large print takes more pages and says the same", async () => {
    const { facts, given } = await itinerary();
    const usual = await read("itinerary", itineraryPaper(facts, given));
    const large = await read("itinerary", itineraryPaper(facts, { ...given, form: "large" }));
    expectUniversal(large, locale);
    expect(large.pages).toBeGreaterThan(usual.pages);
    expect(large.roles.filter((role) => role === "H3")).toEqual(
      usual.roles.filter((role) => role === "H3"),
    );
  });

  it("the booklet is both sides of one sheet, with every stop once", async () => {
    const { facts, given } = await itinerary();
    const pdf = await read("booklet", itineraryPaper(facts, { ...given, form: "booklet" }));
    const usual = await read("itinerary", itineraryPaper(facts, given));
    expectUniversal(pdf, locale);
    expect(pdf.pages % 2).toBe(0);
    expect(countRole(pdf, "H3")).toBe(facts.days.flatMap(({ items }) => items).length);
    expect([...new Set(pdf.headings)]).toEqual([...new Set(usual.headings)]);
    expect(pdf.text).toContain("Herberts Laukšteins");
  });

  it("two languages stand side by side", async () => {
    const { facts, given } = await itinerary();
    const other = locale === "lv" ? "lt" : "lv";
    const second = itineraryPaper(facts, { ...given, ...inLanguage(other) });
    const pdf = await read("itinerary", sideBySide(itineraryPaper(facts, given), second));
    expectUniversal(pdf, locale);
    const stops = facts.days.flatMap(({ items }) => items).length;
    expect(countRole(pdf, "TR")).toBe(stops + facts.days.length);
    expect(countRole(pdf, "H3")).toBe(2 * stops);
    for (const language of [locale, other] as const) {
      expect(pdf.text).toContain(plain(textsIn(language)("itinerary.day", { number: 2 })));
    }
  });
});
