import { expect, test } from "vitest";
import type { ItineraryFacts } from "#domain/itinerary/schema.ts";
import { addDays } from "#lib/dates.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { readPdf } from "#scripts/checks/pdf.ts";
import { itineraryPaper } from "./itinerary-paper.ts";
import { renderPaper } from "./render.ts";

const madeAt = new Date("2026-06-04T12:00:00Z");

/** An itinerary of so many days, with a stop on each. */
function itineraryOf(days: number): ItineraryFacts {
  return {
    number: 1,
    note: "Pirmā",
    publishedAt: "2026-06-04T12:00:00Z",
    trip: { slug: "brauciens", title: { lv: "Brauciens" }, aim: { lv: "Mērķis" } },
    organiser: { lv: "Rīkotājs" },
    project: null,
    timesIllustrative: false,
    route: [],
    days: Array.from({ length: days }, (_, day) => ({
      date: addDays("2026-06-08", day),
      places: [],
      items: [
        {
          kind: "visit" as const,
          startsAt: `${addDays("2026-06-08", day)}T08:00:00Z`,
          endsAt: `${addDays("2026-06-08", day)}T09:00:00Z`,
          title: { lv: `Vizīte ${day + 1}` },
          note: null,
          host: null,
          place: null,
          speakers: [],
        },
      ],
    })),
  };
}

/** Each day stands on a page of its own, after the cover. */
async function bookletOf(days: number) {
  const t = textsIn("lv");
  const words = itineraryPaper(itineraryOf(days), {
    locale: "lv",
    t,
    form: "booklet",
    address: "http://localhost",
    cancelled: false,
    printedAt: madeAt,
  });
  return readPdf(await renderPaper({ name: "booklet", words, madeAt }));
}

const headingsOf = (days: number) => [
  "Brauciens",
  ...Array.from({ length: days }, (_, day) => [
    `${day + 1}.\u00a0diena`,
    `Vizīte ${day + 1}`,
  ]).flat(),
];

test("a booklet is read from its first page to its eighth, whichever side of the sheet they are on", async () => {
  const pdf = await bookletOf(7);
  expect(pdf).toMatchObject({ isTagged: true, isUniversal: true, fontsEmbedded: true, pages: 2 });
  expect(pdf.headings).toEqual(headingsOf(7));
  // Pages 1, 4, 5 and 8 are on the front; 2, 3, 6 and 7 on the back.
  expect(pdf.pagesRead).toEqual([1, 2, 1, 2, 1]);
});

test("a second sheet is read after the first", async () => {
  const pdf = await bookletOf(15);
  expect(pdf).toMatchObject({ isUniversal: true, pages: 4 });
  expect(pdf.headings).toEqual(headingsOf(15));
  expect(pdf.pagesRead).toEqual([1, 2, 1, 2, 1, 3, 4, 3, 4, 3]);
});

test("the numbers of its pages are no words of its text", async () => {
  const { roles } = await bookletOf(2);
  expect(roles).not.toContain("Span");
});

test("a short one has both sides all the same", async () => {
  expect(await bookletOf(0)).toMatchObject({
    isUniversal: true,
    pages: 2,
    headings: ["Brauciens"],
  });
});
