import { getTranslations } from "next-intl/server";
import type { registrationsOfTrip } from "#domain/registration/queries.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { RegistrationStatus } from "./registration-status.tsx";

type Rows = NonNullable<Awaited<ReturnType<typeof registrationsOfTrip>>>["registrations"];

type RegistrationTableProps = { rows: Rows; locale: Locale; slug: string };

/** Who takes part and who waits, by surname; the name leads to everything about the person. */
export async function RegistrationTable({ rows, locale, slug }: RegistrationTableProps) {
  const t = await getTranslations("organise.registrations");
  const path = localePath(locale, `/organise/trips/${slug}/registrations`);
  return (
    <table className="list stacks people">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("organisation")}</th>
          <th scope="col">{t("position")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("phone")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.registrationId}>
            <td>
              <a href={`${path}/${row.registrationId}`}>
                {row.familyName}, {row.givenName}
              </a>
            </td>
            <td>{row.organisation}</td>
            <td>{row.position}</td>
            <td>
              <RegistrationStatus state={row.state} place={row.place} />
            </td>
            <td>{row.phone ? <a href={`tel:${row.phone}`}>{row.phone}</a> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
