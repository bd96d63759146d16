import { getLocale, getTranslations } from "next-intl/server";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import type { Actor } from "#domain/actor/schema.ts";
import { heldLanguages } from "#domain/agenda/schema.ts";
import { type TripChoices, tripChoices } from "#domain/choice/queries.ts";
import { type PlaceChoice, places } from "#domain/host/queries.ts";
import { topics } from "#domain/trip/schema.ts";
import type { TripFormTexts } from "./trip-form.tsx";

/** What the form of a trip shows, in the language of the page. `isNew` asks for seats and the organisation too. */
export async function tripFields(actor: Actor, { isNew }: { isNew: boolean }) {
  const t = await getTranslations("organise");
  const topicIn = await getTranslations("topic");
  const [choices, known] = await Promise.all([tripChoices(actor), places(actor)]);
  const language = new Intl.DisplayNames(await getLocale(), { type: "language" });
  const localized = {
    others: t("form.otherLanguages"),
    languages: { en: t("form.english"), lt: t("form.lithuanian") },
  };
  const before: RecordFieldFacts[] = [
    ...(isNew && choices.organisations.length > 1 ? [organisationField(t, choices)] : []),
    { kind: "localized", name: "title", label: t("facts.name"), ...localized },
    {
      kind: "localized",
      name: "aim",
      label: t("facts.aim"),
      hint: t("facts.aimHint"),
      rows: 4,
      ...localized,
    },
    {
      kind: "choices",
      type: "checkbox",
      name: "topics",
      label: t("facts.topics"),
      options: topics.map((topic) => ({ value: topic, label: topicIn(topic) })),
    },
    {
      kind: "choices",
      type: "checkbox",
      name: "languages",
      label: t("facts.languages"),
      options: heldLanguages.map((one) => ({ value: one, label: language.of(one) ?? one })),
    },
  ];
  const after: RecordFieldFacts[] = [
    {
      kind: "line",
      type: "datetime-local",
      name: "registrationOpensAt",
      label: t("facts.opens"),
      narrow: true,
    },
    {
      kind: "line",
      type: "datetime-local",
      name: "registrationDeadline",
      label: t("facts.deadline"),
      hint: t("facts.deadlineHint"),
      narrow: true,
    },
    ...(isNew ? [capacityField(t)] : []),
    {
      kind: "localized",
      name: "costs",
      label: t("facts.costs"),
      hint: t("facts.costsHint"),
      rows: 3,
      ...localized,
    },
    {
      kind: "line",
      name: "contactName",
      label: t("facts.contactName"),
      hint: t("facts.contactHint"),
    },
    { kind: "line", name: "contactPhone", label: t("facts.contactPhone"), narrow: true },
    ...(choices.projects.length ? [projectField(t, choices)] : []),
    {
      kind: "line",
      type: "number",
      name: "travelSpeed",
      label: t("facts.travelSpeed"),
      hint: t("facts.travelSpeedHint"),
      narrow: true,
    },
    {
      kind: "choices",
      type: "checkbox",
      name: "timesIllustrative",
      label: t("facts.times"),
      options: [{ value: "on", label: t("facts.timesIllustrative") }],
    },
    {
      kind: "choices",
      type: "checkbox",
      name: "invitationOnly",
      label: t("facts.audience"),
      options: [{ value: "on", label: t("facts.invitationOnly") }],
    },
  ];
  const texts: Omit<TripFormTexts, "submit"> = {
    days: t("facts.days"),
    daysHint: t("facts.daysHint"),
    day: t("facts.day"),
    route: t("facts.route"),
    routeHint: t("facts.routeHint"),
    place: t("facts.place"),
    placeKind: t("facts.placeKind"),
    pickup: t("facts.pickup"),
    visit: t("facts.visit"),
    back: t("form.back"),
  };
  return { before, after, places: known.map(placeOption), texts, choices };
}

type Texts = Awaited<ReturnType<typeof getTranslations<"organise">>>;

const organisationField = (t: Texts, { organisations }: TripChoices): RecordFieldFacts => ({
  kind: "select",
  name: "organisationId",
  label: t("facts.organisation"),
  options: organisations.map(({ id, name }) => ({ value: id, label: name })),
});

const capacityField = (t: Texts): RecordFieldFacts => ({
  kind: "line",
  type: "number",
  name: "capacity",
  label: t("seats.capacity"),
  hint: t("facts.capacityHint"),
  narrow: true,
});

const projectField = (t: Texts, { projects }: TripChoices): RecordFieldFacts => ({
  kind: "select",
  name: "projectId",
  label: t("facts.project"),
  hint: t("facts.projectHint"),
  empty: t("facts.noProject"),
  options: projects.map(({ id, number, shortName }) => ({
    value: id,
    label: `${number} ${shortName}`,
  })),
});

const placeOption = ({ id, name, region }: PlaceChoice) => ({
  value: id,
  label: `${name} (${region})`,
});
