import { getTranslations } from "next-intl/server";
import { type RegistrationFilter, registrationsPerPage } from "#domain/registration/queries.ts";
import { type Locale, localePath } from "#lib/locales.ts";
import { queryOf } from "./read-filter.ts";

type PagesProps = {
  locale: Locale;
  path: string;
  filter: RegistrationFilter;
  page: number;
  found: number;
};

/** The way to the page before and after, for a list that is longer than one. */
export async function Pages({ locale, path, filter, page, found }: PagesProps) {
  const all = Math.ceil(found / registrationsPerPage);
  if (all <= 1) return null;
  const t = await getTranslations("organise.registrations");
  const to = (number: number) => localePath(locale, `${path}${queryOf(filter, number)}`);
  return (
    <nav aria-label={t("pages")} className="deeds">
      {page > 1 ? <a href={to(page - 1)}>{t("previous")}</a> : null}
      <span>{t("page", { page, all })}</span>
      {page < all ? <a href={to(page + 1)}>{t("next")}</a> : null}
    </nav>
  );
}
