import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Replacement } from "#components/replacement.tsx";
import { replacementCase } from "#domain/proposal/queries.ts";
import { fullName } from "#domain/registration/rules.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../../own-trip.ts";
import { TripPage } from "../../../trip-page.tsx";
import { acceptAsOrganiser, declineAsOrganiser, nameAsOrganiser } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("replacement");
  return { title: t("title") };
}

/** Somebody else in a person's place, decided by the organiser. */
export default async function ReplacementByOrganiser({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/registrations/[registration]/replacement">) {
  const { registration } = await params;
  const page = `/registrations/${registration}`;
  const { locale, actor, trip, path, now } = await requireOwnTrip(params, `${page}/replacement`);
  const one = await replacementCase(actor, registration, now);
  if (one?.tripSlug !== trip.slug) notFound();
  const place = { registrationId: one.registrationId, holderId: one.holderId };
  const t = await getTranslations("replacement");
  const back = localePath(locale, `/organise/trips/${trip.slug}${page}`);
  const proposalId = one.proposal?.id ?? "";
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      back={{ href: back, label: fullName(one) || t("unnamed") }}
    >
      <Replacement
        one={one}
        locale={locale}
        now={now}
        accept={acceptAsOrganiser.bind(null, locale, trip.slug, place, proposalId)}
        decline={declineAsOrganiser.bind(null, locale, trip.slug, place, proposalId)}
        asksReason={one.replacementAskedUntil === null}
        replace={nameAsOrganiser.bind(null, locale, trip.slug, place)}
      />
    </TripPage>
  );
}
