import { describe, expect, it } from "vitest";
import { agendaItemKinds } from "#domain/agenda/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anItem } from "#scripts/checks/agenda.ts";
import { contentOfDraft, saysTheSame, stopShape, stopWords, worthTelling } from "./rules.ts";
import type { DayFacts, Draft, ItemFacts } from "./schema.ts";

const date = "2026-06-12";
const at = (clock: string) => momentInRiga(date, clock);

const visit: ItemFacts = {
  kind: "visit",
  startsAt: at("11:00").toISOString(),
  endsAt: at("12:30").toISOString(),
  title: { lv: "LEAN sistēma tipogrāfijas ikdienā", en: "LEAN at a printing house" },
  note: null,
  host: { lv: "Jelgavas tipogrāfija" },
  place: "Jelgava",
  speakers: [
    { name: "Māris Matrevics", role: { lv: "valdes priekšsēdētājs", en: "chair of the board" } },
    { name: "Inese Survila", role: { lv: "grāmatvede" } },
  ],
};
const lunch: ItemFacts = {
  ...visit,
  kind: "meal",
  title: { lv: "Pusdienas" },
  host: null,
  speakers: [],
};
const aDay = (...items: ItemFacts[]): DayFacts => ({
  date,
  places: [...new Set(items.flatMap(({ place }) => place ?? []))],
  items,
});

describe("the words of a stop", () => {
  it("name a visit after its host, then say what about and who speaks", () => {
    expect(stopWords(visit, aDay(visit), "lv")).toEqual({
      heading: "Jelgavas tipogrāfija",
      details: [
        "LEAN sistēma tipogrāfijas ikdienā. Māris Matrevics, valdes priekšsēdētājs; Inese Survila, grāmatvede",
      ],
    });
  });

  it("fall back to Latvian where a text has not been translated", () => {
    expect(stopWords(visit, aDay(visit), "en").details).toEqual([
      "LEAN at a printing house. Māris Matrevics, chair of the board; Inese Survila, grāmatvede",
    ]);
  });

  it("name everything else after its title, with host and note", () => {
    const dinner = { ...lunch, title: { lv: "Vakariņas" }, note: { lv: "Maksā projekts" } };
    const hosted = { ...dinner, host: { lv: "Viesnīca „Līva“" } };
    expect(stopWords(hosted, aDay(hosted), "lv")).toEqual({
      heading: "Vakariņas",
      details: ["Viesnīca „Līva“", "Maksā projekts"],
    });
  });

  it("name a place only where the day has several and the stop comes to a new one", () => {
    const there = { ...lunch, place: "Liepāja" };
    const sleep = { ...there, title: { lv: "Nakts Liepājā" } };
    const day = aDay(lunch, there, { ...there, title: { lv: "Pauze" } }, visit, sleep);
    const details = day.items.map((item) => stopWords(item, day, "lv").details.at(-1));
    expect(details).toEqual([
      "Jelgava",
      "Liepāja",
      undefined,
      expect.stringMatching(/^LEAN/),
      undefined,
    ]);
    expect(stopWords(lunch, aDay(lunch), "lv").details).toEqual([]);
  });

  it("name the house and its address beside the host, each once", () => {
    const inHall = { ...visit, venue: "Mazā zāle", address: "Teātra iela 4" };
    expect(stopWords(inHall, aDay(inHall), "lv").details.at(-1)).toBe("Mazā zāle, Teātra iela 4");
  });

  it("name the languages in which it is held, and who interprets", () => {
    const held = {
      ...visit,
      languages: ["lt" as const, "en" as const],
      interpretation: "Tulko Anna",
    };
    const words = stopWords(held, aDay(held), "lv");
    expect(words.languages).toBe("lietuviešu, angļu");
    expect(words.details.at(-1)).toBe("Tulko Anna");
  });

  it("are drawn filled for visits, dashed for travel, hollow for the rest", () => {
    expect(agendaItemKinds.map(stopShape)).toEqual(
      agendaItemKinds.map((kind) => (kind === "visit" || kind === "travel" ? kind : "other")),
    );
  });
});

describe("what is published", () => {
  const draft: Draft = {
    trip: { slug: "lean", title: { lv: "LEAN" }, aim: { lv: "Iepazīt LEAN." } },
    organiser: { lv: "Latgales plānošanas reģions" },
    project: null,
    timesIllustrative: true,
    route: [],
    days: [
      {
        date,
        items: [
          {
            ...anItem("1", date, 660, 750, {
              title: { lv: "Apmeklējums" },
              internalNote: "Slepeni",
            }),
            startsAt: at("11:00"),
            endsAt: at("12:30"),
            host: null,
            hostLimit: null,
            at: null,
            placeId: "2",
            place: "Jelgava",
            speakers: [
              { id: "3", name: "Anna Bērziņa", role: { lv: "vadītāja" }, mayBeNamed: true },
              { id: "4", name: "Ilze Kalniņa", role: { lv: "eksperte" }, mayBeNamed: false },
            ],
          },
        ],
      },
    ],
  };
  const content = contentOfDraft(draft);

  it("names only the speakers whose names have a basis for being public", () => {
    expect(content.days[0]?.items[0]?.speakers).toEqual([
      { name: "Anna Bērziņa", role: { lv: "vadītāja" } },
    ]);
    expect(JSON.stringify(content)).not.toContain("Kalniņa");
  });

  it("says nothing of what is internal", () => {
    expect(JSON.stringify(content)).not.toContain("Slepeni");
  });

  it("lists the places of a day once, in their order", () => {
    expect(content.days[0]?.places).toEqual(["Jelgava"]);
  });

  it("is the same whatever the order of its keys, and another with one changed word", () => {
    const reversed = Object.fromEntries(Object.entries(content).reverse()) as typeof content;
    expect(saysTheSame(content, reversed)).toBe(true);
    expect(saysTheSame(content, { ...content, timesIllustrative: false })).toBe(false);
  });

  it("is worth telling until the last day is over", () => {
    expect(worthTelling(content, "2026-06-12")).toBe(true);
    expect(worthTelling(content, "2026-06-13")).toBe(false);
  });
});
