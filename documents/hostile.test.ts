import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { ItemFacts, ItineraryFacts } from "#domain/itinerary/schema.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { countRole, readPdf } from "#scripts/checks/pdf.ts";
import { itineraryForms, itineraryPaper } from "./itinerary-paper.ts";
import type { ListPaper } from "./list-papers.ts";
import { printable } from "./printable.ts";
import { renderPaper } from "./render.ts";

const madeAt = new Date("2026-06-04T12:00:00Z");

/** A list with one cell that somebody has written. */
const listOf = (cell: string): ListPaper => ({
  lang: "lv",
  title: "Saraksts",
  product: textsIn("lv")("common.product"),
  organiser: "Rīkotājs",
  foot: "",
  eu: null,
  kicker: "",
  heading: "Saraksts",
  lines: [],
  sections: [
    { heading: "", lines: [], widths: [1, 1], heads: ["A", "B"], rows: [[cell, "beigas"]] },
  ],
});

/** An itinerary of two items, the first with this note. */
function itineraryWith(note: ItemFacts["note"]): ItineraryFacts {
  const item = (title: string, clock: string) => ({
    kind: "visit" as const,
    startsAt: `2026-06-12T${clock}:00Z`,
    endsAt: `2026-06-12T${clock}:30Z`,
    title: { lv: title },
    note: null,
    host: null,
    place: null,
    speakers: [],
  });
  const items = [{ ...item("Vizīte", "08:00"), note }, item("Nākamais punkts", "09:00")];
  return {
    number: 1,
    note: "Pirmā",
    publishedAt: "2026-06-04T12:00:00Z",
    trip: { slug: "brauciens", title: { lv: "Brauciens" }, aim: { lv: "Mērķis" } },
    organiser: { lv: "Rīkotājs" },
    project: null,
    timesIllustrative: false,
    route: [],
    days: [{ date: "2026-06-12", places: [], items }],
  };
}

const rendered = async (cell: string) =>
  readPdf(await renderPaper({ name: "list", words: listOf(cell), madeAt }));

const without = (text: string) => text.replace(/\s+/g, "");

describe("what somebody has written", () => {
  it.each([
    [
      "Typst's own marks",
      '#strong[*drosmīgi*] $x^2$ \\ <a> @b `c` #read("/etc/passwd") = Virsraksts',
    ],
    ["something that would end a string", '"); #panic("x") //'],
    ["both directions of writing", "Šalom שלום un مرحبا"],
    ["letters of three alphabets", "Ąžuolas Ģirts Жанна Ελένη"],
    ["pictures", "😀 un 🎉"],
  ])("with %s stands there literally", async (_what, text) => {
    const pdf = await rendered(text);
    expect(pdf).toMatchObject({ isTagged: true, isUniversal: true, pages: 1 });
    expect(countRole(pdf, "TR")).toBe(2);
    // Right-to-left words are read in either order; their letters are all there.
    const sorted = (words: string) => [...without(words)].sort().join("");
    expect(sorted(pdf.text)).toBe(sorted(`PieredzeRīkotājsSarakstsAB${text}beigas1/1`));
  });

  it("of ten thousand letters goes on over pages, and what follows is there", async () => {
    const pdf = await rendered("garš vārds ".repeat(900));
    expect(pdf.isUniversal).toBe(true);
    expect(pdf.text.match(/garš/g)).toHaveLength(900);
    expect(pdf.text).toContain("beigas");
    expect((await rendered("x".repeat(10_000))).isUniversal).toBe(true);
  });

  it.each(itineraryForms)(
    "in a note of two thousand letters is whole on an itinerary (%s)",
    async (form) => {
      const given = {
        locale: "lv",
        t: textsIn("lv"),
        address: "http://localhost",
        cancelled: false,
      } as const;
      const facts = itineraryWith({ lv: "garš vārds ".repeat(180) });
      const words = itineraryPaper(facts, { ...given, form, printedAt: madeAt });
      const name = form === "booklet" ? "booklet" : "itinerary";
      const pdf = readPdf(await renderPaper({ name, words, madeAt }));
      expect(pdf.text.match(/garš/g)).toHaveLength(180);
      expect(pdf.text).toContain("Nākamais punkts");
    },
  );

  it("with controls and marks of the encoding is printed without them", async () => {
    const pdf = await rendered("An\u0000na\u0007 \u001b[31m\u202eBēr\ufeffziņa\u2066 \ud800\uffff");
    expect(pdf.isUniversal).toBe(true);
    expect(pdf.text).toContain("Anna [31mBērziņa \ufffd\ufffd");
  });

  it("in signs that no font has shows that something stood there", async () => {
    const pdf = await rendered("漢字 👩‍👩‍👧 a\u200db");
    expect(pdf.isUniversal).toBe(true);
    expect(pdf.text).toContain("\ufffd\ufffd");
    expect(pdf.text).toContain("ab");
  });
});

test("whatever is written, a paper is made of it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
      expect((await rendered(text)).isUniversal).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("usual texts are left as they are, but composed", () => {
  const usual = "Ģertrūdes iela 5–7, „Līvānu stikls“, Šiauliai… 10.00";
  expect(printable(usual)).toBe(usual);
  expect(printable("Be\u0304rzin\u0327a")).toBe("Bērziņa");
});
