import { describe, expect, it, test } from "vitest";
import type { DueMessage } from "#domain/message/queries.ts";
import { momentInRiga } from "#lib/dates.ts";
import { locales } from "#lib/locales.ts";
import { due, kinds, now } from "#scripts/checks/due-letters.ts";
import { html } from "./html.ts";
import { plainText } from "./plain.ts";
import { tripLetter } from "./trip-letter.ts";

const address = "https://braucieni.example";

const at = (clock: string) => momentInRiga("2026-06-12", clock).toISOString();

const token = () => "x".repeat(43);
const tokens = { invitation: token, withdrawal: token, signOff: token };

const written = (changes: Partial<DueMessage>) =>
  tripLetter({ ...due, ...changes }, { address, now, tokens });

const ownPages = [
  "trips/jelgava",
  "municipality$",
  "municipality/registrations/[\\w-]{36}/replacement$",
  "privacy$",
  "invitations/[\\w-]{43}$",
  "(withdrawals|sign-offs)/[\\w-]{36}/[\\w-]{43}$",
].join("|");

describe.each(locales)("every kind of letter in %s", (locale) => {
  it.each(Object.entries(kinds))(
    "%s says all its words, and links only to pages in that language",
    (kind, changes) => {
      const letter = written({ ...changes, kind: kind as DueMessage["kind"], locale });
      const text = plainText(letter);
      expect(text).not.toMatch(/(mail|registration)\.\w|undefined|null|[{}]/);
      expect(text).toContain(letter.heading);
      const prefix = locale === "lv" ? "" : `/${locale}`;
      for (const [link] of text.matchAll(/https?:\/\/\S+/g)) {
        expect(link).toMatch(new RegExp(`^${address}${prefix}/(${ownPages})`));
      }
      expect(html(letter)).toContain(`<html lang="${locale}">`);
    },
  );
});

test("a confirmed seat is named in the subject, with what comes next", () => {
  const letter = written({});
  expect(letter.subject).toBe("Vieta apstiprināta: Viedā pilsēta <Jelgava>");
  expect(plainText(letter)).toContain("2026.\u00a0gada 12.–13.\u00a0jūnijā");
  expect(plainText(letter)).toContain("Programma vēl tiek gatavota.");
  expect(plainText(letter)).toContain("Par saturu atbild Latgales plānošanas reģions.");
});

test.each([
  ["lv", "Programma (3.\u00a0versija, 12.06.2026. plkst.\u00a014.05)"],
  ["en", "The itinerary (version 3, "],
  ["lt", "Programa (3 versija, "],
] as const)(
  "a seat's letter in %s says which version of the itinerary it refers to",
  (locale, said) => {
    const itinerary = { number: 3, publishedAt: at("14:05") };
    expect(plainText(written({ locale, trip: { ...due.trip, itinerary } }))).toContain(said);
  },
);

test("somebody who waits reads the place in line, the reason, and until when the line moves", () => {
  const { registration = due.registration } = kinds.waiting;
  const letter = written({ kind: "waiting", registration });
  expect(letter.heading).toBe("Rindā, 3.\u00a0vieta");
  expect(plainText(letter)).toContain("ir rezervētas citām pašvaldībām");
  expect(plainText(letter)).toContain("līdz 1.\u00a0jūnija plkst.\u00a017.00");
});

test("a new version says its number and moment and what changed, and an old message without them still reads", () => {
  const letter = written({ ...kinds.itinerary, kind: "itinerary" });
  expect(letter.heading).toBe("Programma, 2.\u00a0versija, 12.06.2026. plkst.\u00a014.05");
  expect(plainText(letter)).toContain("10.00 → 10.30 Liepājas teātris");
  const facts = { number: 2, note: "Mainīts laiks" };
  expect(plainText(written({ kind: "itinerary", facts }))).toContain("Mainīts laiks");
});

test("a notice says the organiser's own words, a paragraph each, and nothing of them is markup", () => {
  const letter = written({ ...kinds.notice, kind: "notice" });
  expect(letter.subject).toBe("Lietussargi");
  expect(letter.paragraphs).toEqual(["Līs.", "Paņemiet <lietussargu>."]);
  expect(html(letter)).toContain("Paņemiet &#60;lietussargu&#62;.");
});

test("somebody whose place was gone when the letter was written is told no number", () => {
  expect(written({ kind: "waiting" }).heading).toBe("Pieteikums saņemts");
});

test("a decision of the organiser is told with its reason", () => {
  const registration = { ...due.registration, decisionReason: "Vada delegāciju" };
  expect(plainText(written({ kind: "promoted", registration }))).toContain(
    "Pamatojums: Vada delegāciju",
  );
});

test("a withdrawal by the organiser is not blamed on the person", () => {
  const registration = { ...due.registration, withdrawnBy: "organiser" as const };
  const text = plainText(written({ kind: "withdrawn", registration }));
  expect(text).toContain("Rīkotājs (Latgales plānošanas reģions) ir atsaucis");
  expect(text).not.toContain("no jauna");
});

test("what somebody typed stands in the HTML as text", () => {
  const page = html(written({}));
  expect(page).not.toContain("<Jelgava>");
  expect(page).toContain("&#60;Jelgava&#62;");
});

test("the European Union's block stands where a project pays, its logos by our address and never larger than the emblem", () => {
  expect(html(written({ project: null }))).not.toContain("cid:");
  expect(html(written({}))).toContain('src="cid:emblem" width="90" height="60"');
  const logo = { sha256: "a".repeat(64), name: { lv: "Reģions & <co>" }, width: 250, height: 200 };
  const letter = written({ project: due.project && { ...due.project, logos: [logo] } });
  const shown = `/logos/${logo.sha256}.png" width="75" alt="Reģions &#38; &#60;co&#62;"`;
  expect(html(letter)).toContain(`<img src="${address}${shown}`);
  expect(plainText(letter)).toBe(plainText(written({})));
});

test("only the one who has the place gets the link by which it is given up", () => {
  const link = `${address}/withdrawals/${due.registration.id}/${token()}`;
  expect(plainText(written({}))).toContain(link);
  expect(plainText(written({ recipientId: "9b1f6a3e-4c1d-4f7e-9d55-2b7c0d6a1e42" }))).not.toContain(
    "withdrawals",
  );
  const registration = { ...due.registration, active: false };
  expect(plainText(written({ registration }))).not.toContain("withdrawals");
  expect(plainText(written({ kind: "signOffRequested" }))).not.toContain("withdrawals");
});

test("a letter says as whom its reader gets it", () => {
  const said = (kind: DueMessage["kind"]) => written({ ...kinds[kind], kind }).foot.at(-1);
  expect(said("confirmed")).toContain("šī adrese norādīta pieteikumā");
  expect(said("signOffRequested")).toContain("kārtojat braucienu pieteikumus");
  expect(said("invitation")).toContain("uzaicināja Jūsu pašvaldību");
});

test("no sentence in Lithuanian ends twice", () => {
  for (const [kind, changes] of Object.entries(kinds)) {
    const letter = written({ ...changes, kind: kind as DueMessage["kind"], locale: "lt" });
    expect(plainText(letter)).not.toMatch(/\.\.(?!\.)/);
  }
});

test("a municipality that was asked in vain is not asked again by a late letter", () => {
  const registration = { ...due.registration, replacementAsked: false };
  const text = plainText(
    written({ ...kinds.replacementAsked, kind: "replacementAsked", registration }),
  );
  expect(text).toContain("Tas jau ir atrisināts");
  expect(text).not.toContain("varat nosaukt");
});

test("where a municipality has no coordinator the organiser answers on an own page", () => {
  const facts = { ...kinds.replacementProposed.facts, toOrganiser: true };
  expect(plainText(written({ kind: "replacementProposed", facts }))).toContain(
    `${address}/organise/trips/jelgava/registrations/${due.registration.id}/replacement`,
  );
});

test("a withdrawal by the municipality is not blamed on the organiser", () => {
  const registration = { ...due.registration, withdrawnBy: "municipality" as const };
  const text = plainText(written({ kind: "withdrawn", registration }));
  expect(text).toContain("atsauca pašvaldība (Krāslavas novads)");
  expect(text).not.toContain("ir atsaucis");
});

test("somebody who sent themselves along and waits is not told of a seat", () => {
  const registration = { ...due.registration, place: 2, waitingReason: "full" as const };
  expect(written({ kind: "confirmed", registration }).heading).toBe("Rindā, 2.\u00a0vieta");
});
