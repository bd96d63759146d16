import { getTranslations } from "next-intl/server";
import type { RecordFieldFacts } from "#components/record-field.tsx";
import type { Actor } from "#domain/actor/schema.ts";
import { agendaItemKinds } from "#domain/agenda/schema.ts";
import { type Host, hosts, places } from "#domain/host/queries.ts";
import { formatWeekday, type IsoDate } from "#lib/dates.ts";
import { type Locale, textIn } from "#lib/locales.ts";

/** What the form of an item shows, in the language of the page. */
export async function itemFields(actor: Actor, locale: Locale, dates: IsoDate[]) {
  const t = await getTranslations("organise");
  const kind = await getTranslations("itinerary.kind");
  const [known, towns] = await Promise.all([hosts(actor, { municipalities: true }), places(actor)]);
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
    {
      kind: "localized",
      name: "note",
      label: t("item.note"),
      hint: t("item.noteHint"),
      rows: 3,
      ...localized,
    },
  ];
  const texts = {
    speakers: t("item.speakers"),
    speakersHint: t("item.speakersHint"),
    noSpeakers: t("item.noSpeakers"),
    show: t("item.showSpeakers"),
    submit: t("item.save"),
    back: t("form.back"),
  };
  return { before, times, host, after, texts, speakers: known.flatMap(speakersOf(locale)) };
}

const speakersOf = (locale: Locale) => (host: Host) =>
  host.speakers.map(({ id, givenName, familyName, role }) => ({
    hostId: host.id,
    value: id,
    label: `${givenName} ${familyName}, ${textIn(locale, role)}`,
  }));
