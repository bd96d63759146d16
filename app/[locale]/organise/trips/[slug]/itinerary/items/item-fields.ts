import { getTranslations } from "next-intl/server";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import type { Actor } from "#domain/actor/schema.ts";
import { agendaItemKinds, heldLanguages } from "#domain/agenda/schema.ts";
import { type Host, hosts, places } from "#domain/host/queries.ts";
import { formatWeekday, type IsoDate } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** What the form of an item shows, in the language of the page. */
export async function itemFields(actor: Actor, locale: Locale, dates: IsoDate[]) {
  const t = await getTranslations({ locale, namespace: "organise" });
  const kind = await getTranslations({ locale, namespace: "itinerary.kind" });
  const [known, towns] = await Promise.all([hosts(actor, { municipalities: true }), places(actor)]);
  const language = new Intl.DisplayNames(locale, { type: "language" });
  const localized = {
    others: t("form.otherLanguages"),
    languages: { en: t("form.english"), lt: t("form.lithuanian") },
  };
  const before: RecordFieldFacts[] = [
    {
      kind: "select",
      name: "date",
      label: t("item.date"),
      options: dates.map((date) => ({ value: date, label: formatWeekday(date, locale) })),
    },
    {
      kind: "select",
      name: "kind",
      label: t("item.kind"),
      options: agendaItemKinds.map((one) => ({ value: one, label: kind(one) })),
    },
    { kind: "localized", name: "title", label: t("item.title"), ...localized },
  ];
  const times: [RecordFieldFacts, RecordFieldFacts] = [
    { kind: "line", type: "time", name: "starts", label: t("item.starts") },
    { kind: "line", type: "time", name: "ends", label: t("item.ends") },
  ];
  const nextDay: RecordFieldFacts = {
    kind: "choices",
    type: "checkbox",
    name: "endsNextDay",
    label: t("item.overMidnight"),
    options: [{ value: "on", label: t("builder.endsNextDay") }],
  };
  const host: Extract<RecordFieldFacts, { kind: "select" }> = {
    kind: "select",
    name: "hostId",
    label: t("item.host"),
    hint: t("item.hostHint"),
    empty: t("item.noHost"),
    options: known.map(({ id, name, kind: sort }) => ({
      value: id,
      label: name,
      group: t(`hosts.kind.${sort}`),
    })),
  };
  const after: RecordFieldFacts[] = [
    {
      kind: "select",
      name: "placeId",
      label: t("item.place"),
      empty: t("item.noPlace"),
      options: towns.map(({ id, name, region }) => ({ value: id, label: `${name} (${region})` })),
    },
    { kind: "line", name: "venue", label: t("item.venue"), hint: t("item.venueHint") },
    { kind: "line", name: "address", label: t("item.address") },
    {
      kind: "choices",
      type: "checkbox",
      name: "languages",
      label: t("item.languages"),
      hint: t("item.languagesHint"),
      options: heldLanguages.map((one) => ({ value: one, label: language.of(one) ?? one })),
    },
    {
      kind: "line",
      name: "interpretation",
      label: t("item.interpretation"),
      hint: t("item.interpretationHint"),
    },
    {
      kind: "localized",
      name: "note",
      label: t("item.note"),
      hint: t("item.noteHint"),
      rows: 3,
      ...localized,
    },
  ];
  const internal: RecordFieldFacts[] = [
    { kind: "line", name: "responsible", label: t("item.responsible") },
    {
      kind: "text",
      name: "internalNote",
      label: t("item.internalNote"),
      hint: t("item.internalNoteHint"),
      rows: 3,
    },
    {
      kind: "line",
      type: "number",
      name: "latitude",
      label: t("item.latitude"),
      hint: t("item.coordinatesHint"),
      narrow: true,
    },
    { kind: "line", type: "number", name: "longitude", label: t("item.longitude"), narrow: true },
  ];
  const texts = {
    speakers: t("item.speakers"),
    speakersHint: t("item.speakersHint"),
    noSpeakers: t("item.noSpeakers"),
    show: t("item.showSpeakers"),
    otherSpeaker: t("item.otherSpeaker"),
    otherSpeakerHint: t("item.otherSpeakerHint"),
    further: t("item.further"),
    submit: t("item.save"),
    back: t("form.back"),
  };
  const speakers = known.flatMap(speakersOf(locale));
  return { before, times, nextDay, host, after, internal, texts, speakers };
}

const speakersOf = (locale: Locale) => (host: Host) =>
  host.speakers.map(({ id, givenName, familyName, role }) => ({
    hostId: host.id,
    value: id,
    group: host.name,
    label: `${givenName} ${familyName}, ${textIn(locale, role)}`,
  }));
