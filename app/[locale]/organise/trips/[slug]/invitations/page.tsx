import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import { invitationsOfTrip } from "#domain/invitation/queries.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { localePath } from "#lib/locales.ts";
import { requireOwnTrip } from "../../../own-trip.ts";
import { TripPage } from "../trip-page.tsx";
import { sendInvitation } from "./actions.ts";
import { InvitationList } from "./invitation-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("organise.invitations");
  return { title: t("title") };
}

/** Whom a trip invites, with the link of each, and a form to invite another. */
export default async function Invitations({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/invitations">) {
  const { locale, actor, trip, path } = await requireOwnTrip(params, "/invitations");
  const [invitations, municipalities, { done }] = await Promise.all([
    invitationsOfTrip(actor, trip.slug),
    municipalitiesForSelect(actor, locale),
    searchParams,
  ]);
  if (!invitations) notFound();
  const t = await getTranslations("organise.invitations");
  const reference = { tripId: trip.tripId, slug: trip.slug };
  const notice = done === "sent" || done === "revoked" ? t(`done.${done}`) : undefined;
  return (
    <TripPage locale={locale} trip={trip} path={path} title={t("title")} notice={notice}>
      <p className="lead">{t(trip.invitationOnly ? "lead" : "open")}</p>
      <RecordForm
        action={sendInvitation.bind(null, locale, reference)}
        initial={untouched()}
        fields={[
          {
            kind: "select",
            name: "organisationId",
            label: t("organisation"),
            hint: t("hint"),
            empty: "–",
            options: municipalities.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        submit={t("send")}
        back={{ href: localePath(locale, `/organise/trips/${trip.slug}`), label: t("back") }}
      />
      <InvitationList invitations={invitations} locale={locale} reference={reference} />
    </TripPage>
  );
}
