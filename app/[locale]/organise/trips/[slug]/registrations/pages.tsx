import { getTranslations } from "next-intl/server";
import { participantsPerPage } from "#domain/participant/queries.ts";
import type { ParticipantColumn, ParticipantFilter } from "#domain/participant/schema.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { queryOf, viewOf } from "./read-filter.ts";

type PagesProps = {
  locale: Locale;
  path: string;
  filter: ParticipantFilter;
  columns: readonly ParticipantColumn[];
  page: number;
  found: number;
};

/** The way to the page before and after, for a list that is longer than one. */
export async function Pages({ locale, path, filter, columns, page, found }: PagesProps) {
  const all = Math.ceil(found / participantsPerPage);
  if (all <= 1) return null;
  const t = await getTranslations("organise.registrations");
  const to = (number: number) =>
    localePath(locale, `${path}${queryOf(viewOf({ ...filter, page: number }, columns))}`);
  return (
    <nav aria-label={t("pages")} className="deeds">
      {page > 1 ? <a href={to(page - 1)}>{t("previous")}</a> : null}
      <span>{t("page", { page, all })}</span>
      {page < all ? <a href={to(page + 1)}>{t("next")}</a> : null}
    </nav>
  );
}
