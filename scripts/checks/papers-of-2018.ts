import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { database } from "#db/client.ts";
import { membership } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { trip } from "#db/schema/trip.ts";
import { seed } from "#db/seed/main.ts";
import { type Papers, renderPaper } from "#documents/render.ts";
import { actorOf } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { momentInRiga } from "#lib/dates.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import type { Locale } from "#lib/locales.ts";
import { aRegistration } from "./factories.ts";
import { countRole, type ReadPdf, readPdf } from "./pdf.ts";

// What tests of papers stand on: the trip of June 2018, with somebody whose name has every letter.

export const slug = "open-leadership-2018-06-12";
export const [firstDay, lastDay] = ["2018-06-12", "2018-06-13"] as const;
export const now = momentInRiga("2018-06-20", "10:00");

/** Every letter that Latvian and Lithuanian have and English has not. */
export const letters = { givenName: "Āčēģīķļņšūž", familyName: "Ąčęėįšųūž" };
export const name = `${letters.givenName} ${letters.familyName}`;

/** Loads the demo data; its organiser, and the person with all the letters. */
export async function tripOf2018(): Promise<{ organiser: PersonActor; registrationId: string }> {
  await seed();
  const [found] = await database()
    .select({ tripId: trip.id, organisationId: trip.organisationId, userId: membership.userId })
    .from(trip)
    .innerJoin(membership, eq(membership.organisationId, trip.organisationId))
    .where(eq(trip.slug, slug));
  const { tripId, userId } = found as { tripId: string; userId: string };
  const [first] = await database()
    .select({ id: registration.id, organisationId: registration.organisationId })
    .from(registration)
    .where(eq(registration.tripId, tripId));
  const { id: registrationId, organisationId } = first as { id: string; organisationId: string };
  await database().update(registration).set(letters).where(eq(registration.id, registrationId));
  await aRegistration({ tripId, organisationId, confirmedAt: now, familyName: "Žagars" });
  return { organiser: (await actorOf(userId)) as PersonActor, registrationId };
}

/** A paper, rendered and read again. */
export async function read<Name extends keyof Papers>(
  paper: Name,
  words: Papers[Name],
): Promise<ReadPdf> {
  return readPdf(await renderPaper({ name: paper, words, madeAt: now }));
}

export const inLanguage = (locale: Locale) => ({ locale, t: textsIn(locale), printedAt: now });

/** As a PDF's text is read: every run of blanks is one. */
export const plain = (text: string) => text.replace(/\s+/g, " ");

/** What every paper must be, whatever it says. */
export function expectUniversal(pdf: ReadPdf, locale: Locale) {
  expect(pdf).toMatchObject({
    isTagged: true,
    isUniversal: true,
    fontsEmbedded: true,
    lang: locale,
  });
  expect(pdf.title).not.toBe("");
  // A figure without words would be silent.
  expect(pdf.alts).toHaveLength(countRole(pdf, "Figure"));
  expect(pdf.text).not.toContain("\ufffd");
}
