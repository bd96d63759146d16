import { getTranslations } from "next-intl/server";
import type { OwnSeats } from "#domain/organiser/queries.ts";
import type { OrganisationShare } from "#domain/past-share/queries.ts";
import { lookBackMonths, shareOf } from "#domain/past-share/rules.ts";

type PastSharesProps = { shares: OrganisationShare[]; quotas: OwnSeats["quotas"] };

/** More municipalities than these are folded away at first, so that the form stays in reach. */
const atAGlance = 12;

/** What earlier trips came to for each municipality: for whoever decides about seats, and deciding nothing itself. */
export async function PastShares({ shares, quotas }: PastSharesProps) {
  const t = await getTranslations("organise.past");
  const months = lookBackMonths;
  const lines = linesOf(shares, quotas);
  return (
    <section>
      <h2>{t("title")}</h2>
      {shares.length === 0 ? (
        <p className="small">{t("noTrips", { months })}</p>
      ) : (
        <>
          <p className="small">{t("hint", { months })}</p>
          <details className="folded as-table" open={lines.length <= atAGlance}>
            <summary>{t("byOrganisation")}</summary>
            <table className="list stacks">
              <thead>
                <tr>
                  <th scope="col">{t("organisation")}</th>
                  <th scope="col">{t("trips")}</th>
                  <th scope="col">{t("seats")}</th>
                  <th scope="col">{t("days")}</th>
                  <th scope="col">{t("noShows")}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ organisationId, name, trips, seats, offered, attended, noShows }) => (
                  <tr key={organisationId}>
                    <td>{name}</td>
                    <td data-label={t("trips")}>{trips}</td>
                    <td data-label={t("seats")}>{seats}</td>
                    <td data-label={t("days")}>
                      {offered > 0 ? t("ofDays", { attended, offered }) : "–"}
                    </td>
                    <td data-label={t("noShows")}>{noShows}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}

/** Those of the table of quotas, also where they had nothing, and then the others that had seats before. */
function linesOf(shares: OrganisationShare[], quotas: OwnSeats["quotas"]): OrganisationShare[] {
  const known = new Map(shares.map((share) => [share.organisationId, share]));
  const now = quotas.map(({ organisationId, name }) => {
    const share = known.get(organisationId) ?? shareOf([]);
    return { ...share, organisationId, name };
  });
  const here = new Set(quotas.map(({ organisationId }) => organisationId));
  return [...now, ...shares.filter(({ organisationId }) => !here.has(organisationId))];
}
