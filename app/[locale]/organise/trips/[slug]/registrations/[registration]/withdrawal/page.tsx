import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { participant } from "#domain/history/queries.ts";
import { fullName } from "#domain/registration/rules.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../../../own-trip.ts";
import { TripPage } from "../../../trip-page.tsx";
import { takeSeatBack } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.withdrawal");
  return { title: t("title") };
}

export default async function Withdrawal({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/registrations/[registration]/withdrawal">) {
  const { registration: id } = await params;
  const page = `/registrations/${id}/withdrawal`;
  const { locale, actor, trip, path } = await requireOwnTrip(params, page);
  const one = await participant(actor, trip.slug, id);
  if (!one || one.state === "withdrawn") notFound();
  const t = await getTranslations("organise.withdrawal");
  const name = fullName(one) || (await getTranslations("organise.registrations"))("unnamed");
  const back = localePath(locale, `/organise/trips/${trip.slug}/registrations/${id}`);
  return (
    <TripPage
      locale={locale}
      trip={trip}
      path={path}
      title={t("title")}
      back={{ href: back, label: name }}
    >
      <p className="lead">{t("lead", { name, organisation: one.organisation })}</p>
      <p>{t("after", { waiting: trip.seats.waiting })}</p>
      <RecordForm
        action={takeSeatBack.bind(null, locale, trip.slug, one.registrationId)}
        initial={untouched()}
        fields={
          one.email
            ? [{ kind: "text", name: "reason", label: t("reason"), hint: t("reasonHint"), rows: 3 }]
            : []
        }
        submit={t("submit")}
        back={{ href: back, label: t("keep") }}
      />
    </TripPage>
  );
}
