import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { invitationsOfTrip } from "#domain/invitation/queries.ts";
import { dateInRiga, formatDateShort } from "#lib/dates.ts";
import { env } from "#lib/env.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { takeBack } from "./actions.ts";

type InvitationListProps = {
  invitations: NonNullable<Awaited<ReturnType<typeof invitationsOfTrip>>>;
  locale: Locale;
  reference: { tripId: string; slug: string };
};

/** Every invitation with its link, for as long as it holds. */
export async function InvitationList({ invitations, locale, reference }: InvitationListProps) {
  const t = await getTranslations("organise.invitations");
  if (invitations.length === 0) return <p className="mt-s5">{t("empty")}</p>;
  const date = (at: Date) => formatDateShort(dateInRiga(at), locale);
  return (
    <section>
      <h2>{t("known")}</h2>
      <ul className="plain">
        {invitations.map(
          ({ invitationId, organisation, createdAt, revokedAt, token, registrations }) => (
            <li key={invitationId}>
              <h3>{organisation}</h3>
              <p>
                {revokedAt
                  ? t("revoked", { date: date(revokedAt) })
                  : t("sent", { date: date(createdAt), registrations })}
              </p>
              {token ? (
                <>
                  <p className="small break-all">
                    {env().APP_URL}
                    {localePath(locale, `/invitations/${token}`)}
                  </p>
                  <RecordForm
                    action={takeBack.bind(null, locale, reference, invitationId)}
                    initial={untouched()}
                    fields={[]}
                    submit={t("takeBack", { organisation })}
                    formId={`take-back-${invitationId}`}
                  />
                </>
              ) : null}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
