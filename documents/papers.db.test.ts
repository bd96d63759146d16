import { beforeAll, describe, expect, it, test } from "vitest";
import { database } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import { actorOf } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { issueCertificates } from "#domain/certificate/commands.ts";
import { invitations } from "#domain/letter/queries.ts";
import { lodgingsOfTrip } from "#domain/lodging/queries.ts";
import { tripNeeds } from "#domain/need/queries.ts";
import { partsOfTrip, peopleOnPaper, tripOnPaper } from "#domain/paper/queries.ts";
import { signatureSheet } from "#domain/signature-sheet/queries.ts";
import { manifest } from "#domain/travel/queries.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { locales } from "#lib/locales.ts";
import {
  expectUniversal,
  firstDay,
  inLanguage,
  lastDay,
  letters,
  name,
  now,
  plain,
  read,
  slug,
  tripOf2018,
} from "#scripts/checks/papers-of-2018.ts";
import { countRole, readPdf } from "#scripts/checks/pdf.ts";
import { badgesPaper, placeCardsPaper } from "./card-papers.ts";
import { certificateDocument, invitationDocument } from "./letter-documents.ts";
import { countsPaper, manifestPaper, participantsPaper, roomsPaper } from "./list-papers.ts";
import { renderPaper } from "./render.ts";
import { signatureSheetPaper } from "./signature-sheet-paper.ts";

// Every other paper, made of the trip of June 2018, and read again by another program.

let organiser: PersonActor;
let registrationId: string;

beforeAll(async () => {
  ({ organiser, registrationId } = await tripOf2018());
});

describe.each(locales)("in %s", (locale) => {
  it("the signature sheet has a row for everybody and three for those who come unregistered", async () => {
    const facts = await signatureSheet(organiser, slug, { date: firstDay }, now);
    if (!facts) throw new Error("no sheet");
    const { speakers, organisers, people } = facts;
    const pdf = await read(
      "signatureSheet",
      signatureSheetPaper(facts, { ...inLanguage(locale), withContact: false }),
    );
    expectUniversal(pdf, locale);
    const sections = [people, speakers, organisers].filter((all) => all.length > 0).length;
    expect(countRole(pdf, "Table")).toBe(sections);
    expect(countRole(pdf, "TR")).toBe(
      people.length + speakers.length + organisers.length + 3 + sections,
    );
    expect(countRole(pdf, "TH")).toBe(5 * sections);
    expect(pdf.text).toContain(name);
    expect(pdf.text).toContain(textsIn(locale)("papers.sheet.certifies"));
    expect(pdf.text).not.toMatch(/@|\+371|20 123 456/);
  });

  it("the signature sheet of a municipality has its people alone", async () => {
    const parts = await partsOfTrip(organiser, slug, now);
    const [one] = parts?.municipalities ?? [];
    const facts = await signatureSheet(
      organiser,
      slug,
      { date: lastDay, organisationId: one?.id },
      now,
    );
    expect(facts?.only).toBe(one?.name);
    expect(new Set(facts?.people.map(({ organisation }) => organisation))).toEqual(
      new Set([one?.name]),
    );
    expect(facts?.speakers).toEqual([]);
  });

  it("the list of participants has the columns that were chosen, by surname", async () => {
    const facts = await peopleOnPaper(organiser, slug, { paper: "participants" }, now);
    if (!facts) throw new Error("no list");
    const pdf = await read(
      "list",
      participantsPaper(facts, ["organisation", "position"], inLanguage(locale)),
    );
    expectUniversal(pdf, locale);
    expect(countRole(pdf, "TR")).toBe(facts.people.length + 1);
    expect(countRole(pdf, "TH")).toBe(4);
    expect(pdf.text).toContain(`${letters.familyName}, ${letters.givenName}`);
    expect(pdf.text.indexOf(letters.familyName)).toBeLessThan(pdf.text.indexOf("Žagars"));
  });

  it("a list of many columns lies on its side", async () => {
    const facts = await peopleOnPaper(organiser, slug, { paper: "participants" }, now);
    if (!facts) throw new Error("no list");
    const columns = ["organisation", "institution", "position", "phone", "email"] as const;
    const pdf = await read("list", participantsPaper(facts, columns, inLanguage(locale)));
    expectUniversal(pdf, locale);
    expect(pdf.size).toEqual({ width: 297, height: 210 });
    expect(countRole(pdf, "TH")).toBe(7);
  });

  it("badges stand ten to a sheet, each with its code", async () => {
    const facts = await peopleOnPaper(organiser, slug, { paper: "badges" }, now);
    if (!facts) throw new Error("no badges");
    const addressOf = (id: string) => `http://localhost:3000/#${id}`;
    const pdf = await read("badges", badgesPaper(facts, { ...inLanguage(locale), addressOf }));
    expectUniversal(pdf, locale);
    expect(pdf.pages).toBe(Math.ceil(facts.people.length / 10));
    expect(pdf.text).toContain(name);
    expect(pdf.alts.filter((alt) => alt.includes(name))).toHaveLength(1);
  });

  it("place cards stand four to a sheet, and a name is read once", async () => {
    const facts = await peopleOnPaper(organiser, slug, { paper: "place-cards" }, now);
    if (!facts) throw new Error("no cards");
    const pdf = await read("placeCards", placeCardsPaper(facts, inLanguage(locale)));
    expectUniversal(pdf, locale);
    expect(pdf.pages).toBe(Math.ceil(facts.people.length / 4));
    expect(countRole(pdf, "Figure")).toBe(facts.people.length);
    expect(pdf.text).toContain(letters.familyName);
  });

  it("the caterer's counts name nobody", async () => {
    const [found, needs] = [
      await tripOnPaper(organiser, slug, now),
      await tripNeeds(organiser, slug, now),
    ];
    if (!found || !needs) throw new Error("no counts");
    const pdf = await read("list", countsPaper(found, needs.counts, inLanguage(locale)));
    expectUniversal(pdf, locale);
    expect(pdf.text).toContain(String(needs.counts.people));
    expect(pdf.text).not.toContain(letters.familyName);
  });

  it("the invitation says who, when, what for and who receives them, with the itinerary", async () => {
    const found = (await invitations(organiser, { registrationId })).map((one) => ({
      ...one,
      locale,
    }));
    const paper = await invitationDocument(organiser, found, locale, now);
    const pdf = readPdf(await renderPaper(paper));
    expectUniversal(pdf, locale);
    expect(pdf.text).toContain(name);
    expect(countRole(pdf, "Table")).toBe(2);
    for (const key of ["aim", "departure", "return", "visits"] as const) {
      expect(pdf.text).toContain(plain(textsIn(locale)(`papers.invitation.${key}`)));
    }
  });

  it("the certificate names the days of presence, a number and where to check it, and no hours that are not known", async () => {
    const found = (await issueCertificates(organiser, { registrationId }, now)).map((one) => ({
      ...one,
      locale,
    }));
    const pdf = readPdf(await renderPaper(await certificateDocument(organiser, found, locale)));
    expectUniversal(pdf, locale);
    expect(pdf.pages).toBe(1);
    expect(pdf.text).toContain(name);
    expect(pdf.text).toContain(found[0]?.number);
    expect(found[0]).toMatchObject({ days: [firstDay, lastDay], hours: null });
    expect(pdf.text.replaceAll(" ", "")).toContain(`/certificates/${found[0]?.certificateId}`);
    expect(pdf.text).not.toContain(textsIn(locale)("papers.certificate.hours"));
  });

  it("the bus manifest and the rooming list name everybody where they belong", async () => {
    const coming = "jauniesi-un-kultura-liepaja";
    const today = new Date();
    const parts = await partsOfTrip(organiser, coming, today);
    const lodgings = await lodgingsOfTrip(organiser, parts?.trip.tripId ?? "");
    const facts = await manifest(organiser, coming, parts?.vehicles[0]?.id ?? "", today);
    if (!parts || !facts || !lodgings?.[0]) throw new Error("no bus or hotel");
    const bus = await read("list", manifestPaper(parts.trip, facts, inLanguage(locale)));
    expectUniversal(bus, locale);
    const stops = new Set(facts.people.map(({ pickupId }) => pickupId)).size;
    expect(countRole(bus, "Table")).toBe(stops);
    expect(countRole(bus, "TR")).toBe(facts.people.length + stops);
    expect(bus.text).toContain(textsIn(locale)("papers.nobodyHere"));
    const hotel = await read("list", roomsPaper(parts.trip, lodgings[0], inLanguage(locale)));
    expectUniversal(hotel, locale);
    for (const { rooms } of lodgings) {
      for (const { guests } of rooms) {
        for (const guest of guests)
          expect(hotel.text).toContain(`${guest.givenName} ${guest.familyName}`);
      }
    }
    expect(hotel.text).not.toMatch(/\+371/);
  });
});

test("papers of the whole trip are for those who carry it out", async () => {
  const stranger = (await actorOf(
    (
      await database().select({ userId: registration.userId }).from(registration).limit(1)
    )[0]?.userId ?? "",
  )) as PersonActor;
  expect(await signatureSheet(stranger, slug, { date: firstDay }, now)).toBeNull();
  expect(await peopleOnPaper(stranger, slug, { paper: "badges" }, now)).toBeNull();
  expect(await signatureSheet(organiser, slug, { date: "2018-06-14" }, now)).toBeNull();
});
