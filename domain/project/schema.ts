import * as z from "zod/mini";

const text = (missing: string) =>
  z.string().check(z.trim(), z.minLength(1, missing), z.maxLength(1000, "tooLong"));

const more = z.string().check(z.trim(), z.maxLength(1000, "tooLong"));

const localized = (missing: string) =>
  z.object({ lv: text(missing), en: z.exactOptional(more), lt: z.exactOptional(more) });

const facts = {
  number: z
    .string()
    .check(z.trim(), z.minLength(1, "projectNumberMissing"), z.maxLength(50, "tooLong")),
  shortName: text("projectShortNameMissing"),
  name: localized("projectNameMissing"),
  programme: localized("programmeMissing"),
  period: z.enum(["2014-2020", "2021-2027"], "periodMissing"),
  fundingStatement: localized("fundingStatementMissing"),
  /** `{organiser}` stands where the organiser's name goes. */
  disclaimer: localized("disclaimerMissing"),
};

/** A project that pays for trips, with the words that must stand beside its emblem. */
export const newProject = z.object({ organisationId: z.guid(), ...facts });

export const changedProject = z.object({ projectId: z.guid(), ...facts });

export type NewProject = z.input<typeof newProject>;
export type ChangedProject = z.input<typeof changedProject>;
