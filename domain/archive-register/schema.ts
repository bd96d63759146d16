import * as z from "zod/mini";
import {
  day,
  degrees,
  filled,
  list,
  localized,
  number,
  reference,
  text,
} from "#domain/archive-field/schema.ts";
import { logos } from "#domain/archive-logo/schema.ts";

/** A municipality is known by country and code, or by name and type where it has no code; all others by kind and name. */
export const organisationEntry = z.strictObject({
  key: reference,
  kind: z.enum(["municipality", "planning_region", "host", "other"], "notChoice"),
  name: filled(300),
  nameEn: z.nullable(text(300)),
  country: z.enum(["LV", "LT"], "notChoice"),
  code: z.nullable(text(50)),
  type: z.nullable(text(100)),
  region: z.nullable(text(100)),
  institution: z.nullable(text(300)),
  place: z.nullable(reference),
  groupLimit: z.nullable(number(1, 100_000)),
  /** What one that is no municipality was called until a day, and what happened then shows. */
  formerNames: z.exactOptional(
    list(z.strictObject({ name: filled(300), nameEn: z.nullable(text(300)), validTo: day }), 100),
  ),
});

/** A town or village, known by its name. */
export const placeEntry = z.strictObject({
  name: filled(100),
  region: filled(100),
  country: z.enum(["LV", "LT"], "notChoice"),
  latitude: degrees(90),
  longitude: degrees(180),
});

/** Known by organisation, given name and family name. */
export const speakerEntry = z.strictObject({
  key: reference,
  organisation: reference,
  givenName: filled(100),
  familyName: filled(100),
  role: localized(200),
  publicationBasis: z.nullable(text(300)),
});

/** Known by its number. */
export const projectEntry = z.strictObject({
  number: filled(100),
  shortName: filled(200),
  name: localized(),
  programme: localized(),
  period: z.enum(["2014-2020", "2021-2027"], "notChoice"),
  fundingStatement: localized(),
  disclaimer: localized(),
  logos,
});

/** Everything of the register that the trip speaks of. */
export const registerFields = {
  project: z.nullable(projectEntry),
  places: list(placeEntry, 500),
  organisations: list(organisationEntry, 2_000),
  speakers: list(speakerEntry, 1_000),
};

const register = z.strictObject(registerFields);

export type Register = z.infer<typeof register>;
export type OrganisationEntry = z.infer<typeof organisationEntry>;
export type SpeakerEntry = z.infer<typeof speakerEntry>;
