import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { participantChoices } from "#domain/choice/queries.ts";
import { participantsOfTrip } from "#domain/participant/queries.ts";
import type { ParticipantFilter } from "#domain/participant/schema.ts";
import { pastSharesOfPeople } from "#domain/past-share/queries.ts";
import { formatStamp } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import { requireTripToRead } from "../../../own-trip.ts";
import { ExportLinks } from "../exports/export-links.tsx";
import { TripPage } from "../trip-page.tsx";
import { BulkForm, selectionForm } from "./bulk-form.tsx";
import { Pages } from "./pages.tsx";
import { isNarrowed, readColumns, readFilter, viewOf } from "./read-filter.ts";
import { RegistrationTable } from "./registration-table.tsx";
import { SearchForm } from "./search-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.registrations");
  return { title: t("title") };
}

export default async function Registrations({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/registrations">) {
  const { locale, actor, trip, path } = await requireTripToRead(params, "/registrations");
  const asked = await searchParams;
  const [filter, columns] = [readFilter(asked), readColumns(asked)];
  const [list, choices] = await Promise.all([
    participantsOfTrip(actor, trip.slug, filter),
    participantChoices(actor, trip.slug),
  ]);
  if (!list || !choices) notFound();
  const t = await getTranslations("organise.registrations");
  const { taken, waiting, capacity, held } = trip.seats;
  const overview = await getTranslations("organise.list");
  const backForReaders = { href: localePath(locale, "/organise"), label: overview("all") };
  const attendance = localePath(locale, `/organise/trips/${trip.slug}/attendance`);
  const narrowed = isNarrowed(filter);
  const past = await pastSharesOfPeople(
    actor,
    trip.tripId,
    list.registrations.flatMap((one) => (one.state === "waiting" ? one.registrationId : [])),
    new Date(),
  );
  const works = trip.mayChange && list.registrations.length > 0;
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      {...(trip.mayChange ? {} : { back: backForReaders })}
    >
      <p className="lead">
        {t("summary", { taken, waiting })} {t("free", { free: capacity - taken, held })}
      </p>
      {taken + waiting > 0 || narrowed ? (
        <SearchForm filter={filter} columns={columns} choices={choices} />
      ) : null}
      <p className="paper">{t("asOf", { stamp: formatStamp(new Date(), locale) })}</p>
      {narrowed ? (
        <p role="status">
          {t("found", { found: list.found })}{" "}
          {t("narrowedTo", { parts: await narrowing(filter, choices) })}
        </p>
      ) : null}
      {list.registrations.length ? (
        <RegistrationTable
          rows={list.registrations}
          columns={columns}
          locale={locale}
          slug={trip.slug}
          selection={works ? selectionForm : null}
          past={past}
        />
      ) : null}
      {list.found === 0 && !narrowed ? <p>{t("empty")}</p> : null}
      <Pages
        locale={locale}
        path={path}
        filter={filter}
        columns={columns}
        page={list.page}
        found={list.found}
      />
      {works ? (
        <BulkForm
          locale={locale}
          slug={trip.slug}
          view={viewOf(filter, columns)}
          found={list.found}
          hasPickups={choices.pickups.length > 0}
        />
      ) : null}
      <ExportLinks locale={locale} slug={trip.slug} organises={trip.mayChange} />
      {trip.mayChange ? null : (
        <p className="deeds">
          <a href={attendance}>{overview("attendance")}</a>
        </p>
      )}
    </TripPage>
  );
}

type Choices = NonNullable<Awaited<ReturnType<typeof participantChoices>>>;

/** By what the list is narrowed down, in words. */
async function narrowing(filter: ParticipantFilter, choices: Choices): Promise<string> {
  const t = await getTranslations("organise.registrations");
  const { search, state, organisationId, pickupId } = filter;
  const pickup = choices.pickups.find(({ id }) => id === pickupId)?.name ?? t("noPickup");
  const parts = [
    search && t("sought", { search }),
    state && t(`states.${state}`),
    choices.organisations.find(({ id }) => id === organisationId)?.name,
    pickupId && `${t("pickup")}: ${pickup}`,
  ];
  return parts.filter(Boolean).join("; ");
}
