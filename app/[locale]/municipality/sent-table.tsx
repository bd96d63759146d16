import { getTranslations } from "next-intl/server";
import type { MunicipalityTrip, Sent } from "#domain/municipality/queries.ts";
import { formatDeadline } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type SentTableProps = {
  trip: MunicipalityTrip & { sent: Sent[] };
  caption: string;
  locale: Locale;
  now: Date;
};

/** Who goes, together with whom, and how far it has come; those sent together stand together. */
export async function SentTable({ trip, caption, locale, now }: SentTableProps) {
  const t = await getTranslations("municipality.sent");
  const papers = await getTranslations("papers.person");
  const delegations = [...new Set(trip.sent.map(({ delegationId }) => delegationId))];
  const numberOf = (one: Sent) => delegations.indexOf(one.delegationId) + 1;
  const several = delegations.filter(Boolean).length > 1;
  return (
    <table className="list stacks">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("position")}</th>
          <th scope="col">{t("how")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col" className="screen">
            <span className="sr-only">{t("deeds")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {trip.sent.map((one) => (
          <tr key={one.registrationId}>
            <td>{one.named ? `${one.familyName}, ${one.givenName}` : t("nobody")}</td>
            <td>{one.position}</td>
            <td>
              {one.delegationId
                ? t(one.isHead ? "head" : "member", {
                    several: String(several),
                    number: numberOf(one),
                  })
                : t("alone")}
            </td>
            <td>
              <StateWords one={one} trip={trip} locale={locale} now={now} />
            </td>
            <td className="screen">
              <a
                href={localePath(
                  locale,
                  `/municipality/registrations/${one.registrationId}/replacement`,
                )}
                aria-label={t("changeWhom", { person: nameOf(one) || t("nobody") })}
              >
                {t("change")}
              </a>
              {one.named && one.state === "confirmed" ? (
                <>
                  {" "}
                  <a
                    href={localePath(locale, `/registrations/${one.registrationId}/invitation.pdf`)}
                    aria-label={papers("invitationOf", { person: nameOf(one) })}
                  >
                    {papers("invitation")}
                  </a>
                </>
              ) : null}
              {one.needsEntered && now < trip.namesFrozenAt ? (
                <>
                  {" "}
                  <a
                    href={localePath(
                      locale,
                      `/municipality/registrations/${one.registrationId}/needs`,
                    )}
                    aria-label={t("needsOf", { person: nameOf(one) })}
                  >
                    {t("needs")}
                  </a>
                </>
              ) : null}
              {one.answersEntered && trip.asksPeople ? (
                <>
                  {" "}
                  <a
                    href={localePath(
                      locale,
                      `/municipality/registrations/${one.registrationId}/questions`,
                    )}
                    aria-label={t("questionsOf", { person: nameOf(one) })}
                  >
                    {t("questions")}
                  </a>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const nameOf = ({ givenName, familyName }: Sent) => `${givenName} ${familyName}`.trim();

type StateWordsProps = { one: Sent; trip: MunicipalityTrip; locale: Locale; now: Date };

const shapes = { confirmed: "", awaitingSignOff: " awaiting", waiting: " waiting", withdrawn: "" };

/** Seat, place in line with the reason of this moment, or until when a yes is awaited. */
async function StateWords({ one, trip, locale, now }: StateWordsProps) {
  const t = await getTranslations("municipality.sent");
  const states = await getTranslations("registration.state");
  const until = (moment: Date | null) => (moment ? formatDeadline(moment, locale, now) : "");
  const why = one.reason
    ? `: ${t(`reason.${one.reason}`, {
        asked: one.asked,
        together: String(one.asked > 1),
        until: until(trip.releaseAt),
        dated: String(trip.releaseAt !== null),
      })}`
    : "";
  return (
    <>
      <span className={`state${shapes[one.state]}`}>
        {states(one.state, { place: one.place ?? 0 })}
      </span>
      {why}
      {one.replacementAskedUntil
        ? `. ${t("cannotCome", { until: until(one.replacementAskedUntil) })}`
        : ""}
      {one.signOffDueAt ? ` ${t("heldUntil", { until: until(one.signOffDueAt) })}` : ""}
    </>
  );
}
