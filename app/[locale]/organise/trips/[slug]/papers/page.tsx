import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { lodgingsOfTrip } from "#domain/lodging/queries.ts";
import { partsOfTrip } from "#domain/paper/queries.ts";
import { listColumns } from "#domain/paper/schema.ts";
import { batchesOfTrip } from "#domain/paper-batch/queries.ts";
import { formatWeekday } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { Batches } from "./batches.tsx";
import { PaperForm } from "./paper-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("papers");
  return { title: t("title") };
}

/** Everything of a trip that is printed: what for, from which facts, one button each. */
export default async function TripPapers({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/papers">) {
  const { locale, actor, trip, path, now } = await requireOwnTrip(params, "/papers");
  const [parts, lodgings, batches] = await Promise.all([
    partsOfTrip(actor, trip.slug, now),
    lodgingsOfTrip(actor, trip.tripId),
    batchesOfTrip(actor, trip.slug),
  ]);
  if (!parts || !lodgings) notFound();
  const t = await getTranslations("papers");
  const at = localePath(locale, path);
  const of = (kind: string, all: { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));
  const part = {
    name: "part",
    label: t("part"),
    empty: t("everybody"),
    options: [...of("vehicle", parts.vehicles), ...of("municipality", parts.municipalities)],
  };
  const form = { at, locale };
  return (
    <TripPage locale={locale} trip={trip} path={path} title={t("title")}>
      <p className="lead screen">{t("lead")}</p>
      <PaperForm
        {...form}
        file="signature-sheet.pdf"
        title={t("sheet.title")}
        hint={t("sheet.hint")}
        selects={[
          {
            name: "date",
            label: t("sheet.date"),
            options: trip.dates.map((date) => ({
              value: date,
              label: formatWeekday(date, locale),
            })),
          },
          part,
        ]}
        boxes={[{ name: "contact", value: "1", label: t("sheet.withContact") }]}
      />
      <PaperForm
        {...form}
        file="participants.pdf"
        title={t("list.title")}
        hint={t("list.hint")}
        selects={[part]}
        boxes={listColumns.map((column) => ({
          name: "column",
          value: column,
          label: t(`column.${column}`),
          checked: column === "organisation" || column === "position",
        }))}
      />
      <PaperForm
        {...form}
        file="badges.pdf"
        title={t("badges.title")}
        hint={t("badges.hint")}
        selects={[part]}
      />
      <PaperForm
        {...form}
        file="place-cards.pdf"
        title={t("placeCards.title")}
        hint={t("placeCards.hint")}
        selects={[part]}
      />
      {parts.vehicles.length ? (
        <PaperForm
          {...form}
          file="manifest.pdf"
          title={t("manifest.name")}
          hint={t("manifest.hint")}
          selects={[
            { name: "vehicle", label: t("manifest.vehicle"), options: asOptions(parts.vehicles) },
          ]}
        />
      ) : null}
      {lodgings.length ? (
        <PaperForm
          {...form}
          file="rooms.pdf"
          title={t("rooms.title")}
          hint={t("rooms.hint")}
          selects={[{ name: "lodging", label: t("rooms.lodging"), options: asOptions(lodgings) }]}
        />
      ) : null}
      <PaperForm {...form} file="counts.pdf" title={t("counts.title")} hint={t("counts.hint")} />
      <Batches at={at} locale={locale} trip={trip} batches={batches} />
    </TripPage>
  );
}

const asOptions = (all: { id: string; name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, label: name }));
