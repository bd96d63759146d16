import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { PersonPapers } from "#components/person-papers.tsx";
import { RecordForm } from "#components/record-form.tsx";
import { participantChoices } from "#domain/choice/queries.ts";
import { marksOfPerson } from "#domain/correction/queries.ts";
import { participant } from "#domain/history/queries.ts";
import { fullName } from "#domain/registration/rules.ts";
import { formatStamp } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import { requireTripToRead } from "../../../../own-trip.ts";
import { setPickup } from "../../travel/actions.ts";
import { TripPage } from "../../trip-page.tsx";
import { MailLink } from "../mail-link.tsx";
import { RegistrationStatus } from "../registration-status.tsx";
import { giveSeat } from "./actions.ts";
import { History } from "./history.tsx";
import { PastOfWaiting } from "./past-of-waiting.tsx";
import { Presence } from "./presence.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.registrations");
  return { title: t("one") };
}

const notices = ["confirmed", "corrected", "pickup", "withdrawn"] as const;

export default async function RegistrationPage({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/registrations/[registration]">) {
  const { registration: id } = await params;
  const { locale, actor, trip, path } = await requireTripToRead(params, `/registrations/${id}`);
  const one = await participant(actor, trip.slug, id);
  if (!one) notFound();
  const t = await getTranslations("organise.registrations");
  const inList = await getTranslations("attendance");
  const list = localePath(locale, `/organise/trips/${trip.slug}/registrations`);
  const days =
    one.state === "confirmed" || one.history.some(({ action }) => action.startsWith("attendance."))
      ? await marksOfPerson(actor, trip.slug, one.registrationId)
      : null;
  const { done } = await searchParams;
  const pickups = (await participantChoices(actor, trip.slug))?.pickups ?? [];
  const notice = notices.find((known) => known === done);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={fullName(one) || t("unnamed")}
      back={{ href: list, label: t("title") }}
      notice={notice && t(`done.${notice}`)}
    >
      <p className="lead">
        <RegistrationStatus state={one.state} place={one.place} />
      </p>
      {one.waitingReason && one.state === "waiting" ? (
        <p>{t(`waitingReason.${one.waitingReason}`)}</p>
      ) : null}
      {trip.mayChange && (one.asksSignOff || one.proposed) ? (
        <p className="deeds screen">
          {one.proposed ? (
            <a className="button" href={`${list}/${one.registrationId}/replacement`}>
              {t("proposed")}
            </a>
          ) : null}
          {one.asksSignOff ? (
            <a className="button quiet" href={`${list}/${one.registrationId}/sign-off`}>
              {t("signOff")}
            </a>
          ) : null}
        </p>
      ) : null}
      <dl className="facts">
        {one.phone ? (
          <Fact label={t("phone")}>
            <a href={`tel:${one.phone}`}>{one.phone}</a>
          </Fact>
        ) : null}
        {one.email ? (
          <Fact label={t("email")}>
            <MailLink address={one.email} />
          </Fact>
        ) : null}
        <Fact label={t("organisation")}>{one.organisation}</Fact>
        {one.institution ? <Fact label={t("institution")}>{one.institution}</Fact> : null}
        {one.position ? <Fact label={t("position")}>{one.position}</Fact> : null}
        {one.noPhotos ? <Fact label={t("photographs")}>{inList("noPhotos")}</Fact> : null}
        <Fact label={t("registered")}>{formatStamp(one.createdAt, locale)}</Fact>
      </dl>
      {one.state === "waiting" && trip.mayChange ? (
        <section className="screen">
          <h2>{t("decide")}</h2>
          <p>{t("decideHint")}</p>
          <PastOfWaiting actor={actor} tripId={trip.tripId} one={one} />
          <RecordForm
            action={giveSeat.bind(null, locale, trip.slug, one.registrationId)}
            initial={untouched()}
            fields={[{ kind: "text", name: "reason", label: t("reason"), rows: 3 }]}
            submit={t("confirm")}
          />
        </section>
      ) : null}
      {trip.mayChange && one.state === "confirmed" && one.email && pickups.length ? (
        <section className="screen">
          <h2>{t("pickup")}</h2>
          <RecordForm
            action={setPickup.bind(null, locale, trip.slug, one.registrationId)}
            initial={untouched({ pickupId: one.pickupId ?? "" })}
            fields={[
              {
                kind: "select",
                name: "pickupId",
                label: t("pickupWhere"),
                empty: t("noPickup"),
                options: pickups.map(({ id: value, name }) => ({ value, label: name })),
              },
            ]}
            submit={t("setPickup")}
            formId="boarding"
          />
        </section>
      ) : null}
      <p className="deeds screen">
        <PersonPapers one={one} locale={locale} now={new Date()} />
      </p>
      {days ? (
        <Presence
          days={days}
          place={{ tripId: trip.tripId, slug: trip.slug, registrationId: one.registrationId }}
          mayCorrect={trip.mayChange && trip.state !== "draft" && trip.state !== "cancelled"}
          locale={locale}
        />
      ) : null}
      <History
        entries={one.history}
        parts={(days ?? []).flatMap(({ marks }) => marks.flatMap(({ part }) => part ?? []))}
        locale={locale}
      />
      {one.state === "withdrawn" || one.tripCompletedAt || !trip.mayChange ? null : (
        <p className="deeds screen">
          <a className="button quiet" href={`${list}/${one.registrationId}/withdrawal`}>
            {t("withdraw")}
          </a>
          {one.email ? (
            <a href={`${list}/${one.registrationId}/replacement`}>{t("replacement")}</a>
          ) : null}
        </p>
      )}
    </TripPage>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
