import * as z from "zod/mini";

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(1000));
const localized = z.object({ lv: line, en: z.exactOptional(line), lt: z.exactOptional(line) });

/** A project that pays for trips, with the words that must stand beside its emblem. */
export const newProject = z.object({
  organisationId: z.guid(),
  number: z.string().check(z.trim(), z.minLength(1), z.maxLength(50)),
  shortName: line,
  name: localized,
  programme: localized,
  period: z.enum(["2014-2020", "2021-2027"]),
  fundingStatement: localized,
  /** `{organiser}` stands where the organiser's name goes. */
  disclaimer: localized,
});

export type NewProject = z.input<typeof newProject>;
