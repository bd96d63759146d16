import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it, test } from "vitest";
import type { ItemFacts, ItineraryFacts } from "#domain/itinerary/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import type { Locale } from "#lib/locales.ts";
import { itineraryPaper } from "./itinerary-paper.ts";
import { type Paper, paperTag, renderInBackground, renderPaper } from "./render.ts";

const stop = (index: number): ItemFacts => ({
  kind: index % 3 === 0 ? "travel" : "visit",
  startsAt: momentInRiga(
    "2026-06-12",
    `${String(8 + (index % 12)).padStart(2, "0")}:00`,
  ).toISOString(),
  endsAt: momentInRiga(
    "2026-06-12",
    `${String(8 + (index % 12)).padStart(2, "0")}:45`,
  ).toISOString(),
  title: { lv: `Ķēžu darbnīca ${index} #strong[*] $x$ \\ <a> @b` },
  note: null,
  host: { lv: "Līvānu stikla un amatniecības centrs" },
  place: "Līvāni",
  speakers: [{ name: "Žanis Ūdris", role: { lv: "vadītājs" } }],
});

const facts: ItineraryFacts = {
  number: 3,
  note: "Pievienota darbnīca",
  publishedAt: momentInRiga("2026-06-04", "14:05").toISOString(),
  trip: { slug: "lean", title: { lv: "LEAN pieredze Zemgalē" }, aim: { lv: "Iepazīt LEAN." } },
  organiser: { lv: "Latgales plānošanas reģions" },
  project: {
    number: "LLI-59",
    shortName: "Open Leadership",
    programme: { lv: "Interreg V-A" },
    period: "2014-2020",
    fundingStatement: { lv: "Šo projektu finansē Eiropas Savienība." },
    disclaimer: { lv: "Par saturu atbild {organiser}." },
    logos: [],
  },
  timesIllustrative: true,
  route: [],
  days: [
    {
      date: "2026-06-12",
      places: ["Līvāni"],
      items: Array.from({ length: 25 }, (_, n) => stop(n)),
    },
    { date: "2026-06-13", places: ["Līvāni"], items: [stop(1), stop(2)] },
    { date: "2026-06-14", places: [], items: [] },
  ],
};

function aPaper(locale: Locale = "lv", changes: Partial<ItineraryFacts> = {}): Paper<"itinerary"> {
  const t = textsIn(locale);
  const given = {
    locale,
    t,
    address: "http://localhost:3000/trips/lean",
    cancelled: false,
    printedAt: momentInRiga("2026-06-05", "09:00"),
  };
  const words = itineraryPaper({ ...facts, ...changes }, given);
  return { name: "itinerary", words, madeAt: new Date(facts.publishedAt) };
}

/** Everything that the file says about its structure: plain objects and those in compressed streams. */
function objectsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const plain = bytes.toString("latin1");
  const packed = [...plain.matchAll(/\/Type\s*\/ObjStm[\s\S]*?stream\r?\n/g)].map(
    ({ index, 0: head }) =>
      inflateSync(bytes.subarray(index + head.length, plain.indexOf("endstream", index))).toString(
        "latin1",
      ),
  );
  return plain + packed.join("\n");
}

describe("the itinerary as a PDF", () => {
  let objects: string;
  const count = (role: string) => objects.match(new RegExp(`/S\\s*/${role}\\b`, "g"))?.length ?? 0;

  beforeAll(async () => {
    objects = objectsOf(await renderPaper(aPaper()));
  });

  it("declares itself tagged, of PDF/UA-1, with its language", () => {
    expect(objects).toMatch(/\/Marked\s+true/);
    expect(objects).toMatch(/\/Lang\s*\(lv\)/);
    expect(objects).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect(objects).toMatch(/\/DisplayDocTitle\s+true/);
  });

  it("has a heading for the trip, each day and each stop, and a table row for each stop", () => {
    expect(count("H1")).toBe(1);
    expect(count("Table")).toBe(3);
    expect(count("H2")).toBe(3);
    expect(count("H3")).toBe(27);
    // A row for each day's heading and each stop, and one that says that the third day is empty.
    expect(count("TR")).toBe(3 + 27 + 1);
    // The code that leads to the newest version, and the emblem.
    expect(count("Figure")).toBe(2);
  });

  it("goes on to a second page with the day's heading repeated but told once", () => {
    expect(objects.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
    expect(count("TH")).toBe(3);
  });
});

test.each([
  ["lv", "Programma, 3.\u00a0versija, 04.06.2026. plkst.\u00a014.05."],
  ["en", "Itinerary, version 3, 04/06/2026, 14:05."],
  ["lt", "Programa, 3 versija, 2026-06-04, 14:05."],
] as const)(
  "every sheet says in %s at its foot which version it is and of when",
  (locale, said) => {
    expect(aPaper(locale).words.foot.startsWith(said)).toBe(true);
  },
);

describe("making papers", () => {
  it("gives the same bytes for the same facts, and others for another language or version", async () => {
    const once = await renderPaper(aPaper());
    expect(Buffer.compare(once, await renderPaper(aPaper()))).toBe(0);
    const tags = [aPaper(), aPaper("en"), aPaper("lt"), aPaper("lv", { number: 4 })].map(paperTag);
    expect(new Set(tags).size).toBe(4);
    expect(paperTag(aPaper())).toBe(tags[0]);
  });

  it("gives the same bytes when nobody waits for them", async () => {
    expect(Buffer.compare(await renderPaper(aPaper()), await renderInBackground(aPaper()))).toBe(0);
  });

  it("leaves the process free to do other things meanwhile", async () => {
    let turns = 0;
    const ticking = setInterval(() => turns++, 1);
    const titles = Array.from({ length: 10 }, (_, n) => ({ lv: `Brauciens ${n}` }));
    const papers = titles.map((title) => aPaper("lv", { trip: { ...facts.trip, title } }));
    const made = await Promise.all(papers.map(renderPaper));
    clearInterval(ticking);
    expect(new Set(made.map((pdf) => Buffer.from(pdf).toString("base64"))).size).toBe(10);
    expect(turns).toBeGreaterThan(10);
  });

  it("refuses words that a template cannot print, and makes the next paper all the same", async () => {
    const broken = aPaper();
    const wrong = { ...broken, words: { ...broken.words, days: null as never } };
    await expect(renderPaper(wrong)).rejects.toThrow("does not compile");
    expect((await renderPaper(aPaper("en"))).length).toBeGreaterThan(1000);
  });
});
