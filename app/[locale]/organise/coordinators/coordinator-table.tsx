import { getTranslations } from "next-intl/server";
import { untouched } from "#components/form-state.ts";
import { RecordForm } from "#components/record-form.tsx";
import type { Coordinator } from "#domain/coordinator/queries.ts";
import { dateInRiga, formatDateShort } from "#lib/dates.ts";
import type { Locale } from "#lib/locales.ts";
import { takeBack } from "./actions.ts";

type CoordinatorTableProps = { rows: readonly Coordinator[]; locale: Locale };

/** Coordinators by municipality; taking the role back takes two steps. */
export async function CoordinatorTable({ rows, locale }: CoordinatorTableProps) {
  const t = await getTranslations("organise.coordinators");
  return (
    <table className="list stacks">
      <caption className="sr-only">{t("title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("municipality")}</th>
          <th scope="col">{t("coordinator")}</th>
          <th scope="col">{t("since")}</th>
          <th scope="col" className="screen">
            {t("role")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ userId, organisationId, organisation, name, email, since }) => (
          <tr key={`${userId} ${organisationId}`}>
            <td>{organisation}</td>
            <td>
              {name ? <>{name}, </> : null}
              <a href={`mailto:${email}`}>{email}</a>
            </td>
            <td>{formatDateShort(dateInRiga(since), locale)}</td>
            <td className="screen">
              <RecordForm
                action={takeBack.bind(null, locale, userId, organisationId)}
                initial={untouched()}
                fields={[]}
                submit={t("takeBackNow")}
                formId={`take-${userId}-${organisationId}`}
                fold={{ summary: t("takeBack"), of: email, hint: t("takeBackHint") }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
