import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignOff } from "#components/sign-off.tsx";
import { signOffCase } from "#domain/sign-off/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../../own-trip.ts";
import { TripPage } from "../../../trip-page.tsx";
import { sayNoFor, sayYesFor } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("municipality.signOff");
  return { title: t("title") };
}

/** The organiser answers for a municipality, as when it said yes by telephone. */
export default async function SignOffByOrganiser({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/registrations/[registration]/sign-off">) {
  const { registration } = await params;
  const page = `/registrations/${registration}`;
  const { locale, actor, trip, path, now } = await requireOwnTrip(params, `${page}/sign-off`);
  const one = await signOffCase(actor, registration);
  if (one?.tripSlug !== trip.slug) notFound();
  const place = { registrationId: one.registrationId };
  const t = await getTranslations("municipality.signOff");
  const back = localePath(locale, `/organise/trips/${trip.slug}${page}`);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      back={{ href: back, label: `${one.givenName} ${one.familyName}` }}
    >
      <p>{t("onBehalf", { organisation: one.organisation })}</p>
      <SignOff
        one={one}
        locale={locale}
        now={now}
        yes={sayYesFor.bind(null, locale, trip.slug, place)}
        no={sayNoFor.bind(null, locale, trip.slug, place)}
      />
    </TripPage>
  );
}
