import { getTranslations } from "next-intl/server";

/** Words about walk-ins, for the roll call on a phone. */
export async function walkInTexts() {
  const t = await getTranslations("walkIn");
  const inPerson = await getTranslations("person");
  const error = await getTranslations("errors");
  return {
    title: t("title"),
    none: t("none"),
    more: t("more", { count: "{count}" }),
    add: t("add"),
    submit: t("submit"),
    givenName: inPerson("givenName.label"),
    familyName: inPerson("familyName.label"),
    from: t("from"),
    fromHint: t("fromHint"),
    again: t("again", { name: "{name}" }),
    againHint: t("againHint"),
    unsent: t("unsent"),
    writtenBy: t("writtenBy", { name: "{name}" }),
    remove: t("remove"),
    removeOf: t("removeOf", { name: "{name}" }),
    reason: t("reason"),
    reasonHint: t("reasonHint"),
    notKept: t("notKept", { name: "{name}" }),
    problem: {
      givenNameMissing: error("givenNameMissing"),
      givenNameTooLong: error("givenNameTooLong"),
      familyNameMissing: error("familyNameMissing"),
      familyNameTooLong: error("familyNameTooLong"),
      walkInFromMissing: t("problem.fromMissing"),
      walkInFromTooLong: t("problem.fromTooLong"),
      walkInKnown: t("problem.known"),
      walkInReasonMissing: t("problem.reasonMissing"),
    },
  };
}

export type WalkInTexts = Awaited<ReturnType<typeof walkInTexts>>;
