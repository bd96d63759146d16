import * as z from "zod/mini";

const line = (length: number) => z.string().check(z.trim(), z.maxLength(length, "tooLong"));
const required = (length: number, missing: string) => line(length).check(z.minLength(1, missing));

/** What can be changed about an organisation that receives trips. Messages are keys of `organise.problem`. */
export const changedRecord = z.object({
  organisationId: z.guid(),
  name: required(200, "hostNameMissing"),
  nameEn: z.nullable(line(200)),
  placeId: z.nullable(z.guid("placeMissing")),
  /** The largest group that it takes at once. */
  groupLimit: z.nullable(
    z.int("groupLimitWrong").check(z.gte(1, "groupLimitWrong"), z.lte(2000, "groupLimitWrong")),
  ),
  /** The last day of the old name; null where the old name was a mistake. */
  calledUntil: z.nullable(z.iso.date("calledUntilWrong")),
});

export type ChangedRecord = z.infer<typeof changedRecord>;

export const changedSpeaker = z.object({
  speakerId: z.guid(),
  organisationId: z.guid("hostNameMissing"),
  givenName: required(100, "givenNameMissing"),
  familyName: required(100, "familyNameMissing"),
  role: z.object({
    lv: required(200, "roleMissing"),
    en: z.exactOptional(line(200)),
    lt: z.exactOptional(line(200)),
  }),
  /** Why the name may be published, in words; without it the name stays unpublished. */
  publicationBasis: z.nullable(line(300)),
});

export type ChangedSpeaker = z.infer<typeof changedSpeaker>;
