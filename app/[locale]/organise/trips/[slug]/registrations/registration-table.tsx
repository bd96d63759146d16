import { getTranslations } from "next-intl/server";
import type { participantsOfTrip } from "#domain/participant/queries.ts";
import type { ParticipantColumn } from "#domain/participant/schema.ts";
import type { PastShare } from "#domain/past-share/rules.ts";
import { fullName, surnameFirst } from "#domain/registration/rules.ts";
import { formatStamp } from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { MailLink } from "./mail-link.tsx";
import { PastLine } from "./past-line.tsx";
import { RegistrationStatus } from "./registration-status.tsx";
import { SelectionKeys } from "./selection-keys.tsx";

/** More columns lie across on paper, and one below the other on a narrower screen. */
const mostOnPaper = 5;

type Rows = NonNullable<Awaited<ReturnType<typeof participantsOfTrip>>>["registrations"];

type RegistrationTableProps = {
  rows: Rows;
  columns: readonly ParticipantColumn[];
  locale: Locale;
  slug: string;
  /** Id of the form that the boxes before the names belong to; null where nothing can be chosen. */
  selection: string | null;
  /** What earlier trips came to for those who wait; null where the reader decides about no seat. */
  past: ReadonlyMap<string, PastShare> | null;
};

/** Who takes part and who waits; the name leads to everything about the person. */
export async function RegistrationTable(props: RegistrationTableProps) {
  const { rows, columns, locale, slug, selection, past } = props;
  const t = await getTranslations("organise.registrations");
  const inList = await getTranslations("attendance");
  const path = localePath(locale, `/organise/trips/${slug}/registrations`);
  return (
    <>
      <table
        className={`list stacks people ${columns.length > mostOnPaper ? "wide" : ""}`}
        id="people"
      >
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.registrationId}>
              <td>
                {selection ? (
                  <input
                    type="checkbox"
                    name="id"
                    value={row.registrationId}
                    form={selection}
                    aria-label={`${t("choose")}: ${fullName(row) || t("unnamed")}`}
                  />
                ) : null}
                <a href={`${path}/${row.registrationId}`}>{surnameFirst(row) || t("unnamed")}</a>
                {row.noPhotos ? <span className="small block">{inList("noPhotos")}</span> : null}
                <Past share={past?.get(row.registrationId)} />
              </td>
              {columns.map((column) => (
                <td key={column}>
                  <Cell row={row} column={column} locale={locale} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {selection ? <SelectionKeys table="people" /> : null}
    </>
  );
}

const Past = ({ share }: { share: PastShare | undefined }) =>
  share ? <PastLine share={share} /> : null;

function Cell({
  row,
  column,
  locale,
}: {
  row: Rows[number];
  column: ParticipantColumn;
  locale: Locale;
}) {
  if (column === "state") return <RegistrationStatus state={row.state} place={row.place} />;
  if (column === "registered") return formatStamp(row.createdAt, locale);
  if (column === "phone") return row.phone ? <a href={`tel:${row.phone}`}>{row.phone}</a> : null;
  if (column === "email") return row.email ? <MailLink address={row.email} /> : null;
  return row[column];
}
