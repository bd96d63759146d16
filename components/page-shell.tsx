import { locale as rootLocale } from "next/root-params";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { defaultLocale, isLocale, localePath, locales } from "#lib/locales.ts";
import { DemoBanner } from "./demo-banner.tsx";

type PageShellProps = {
  /** Address of this page without its language, for the links to the other two. */
  path: string;
  /** Whose trip it is, beside the product's name. */
  organiser?: string;
  /** What stands at the foot of the page, e.g. the EU block of a project. */
  foot?: ReactNode;
  children: ReactNode;
};

/** Head, main and foot of every page: the same on screen, and almost nothing of it on paper. */
export async function PageShell({ path, organiser, foot, children }: PageShellProps) {
  const given = await rootLocale();
  const locale = isLocale(given) ? given : defaultLocale;
  const t = await getTranslations("common");
  return (
    <div className="page">
      <DemoBanner label={t("demo")} text={t("demoBanner")} link={t("demoMailbox")} />
      <header className="mast">
        <a className="name" href={localePath(locale, "/")}>
          {t("product")}
        </a>
        {organiser ? <span className="small">{organiser}</span> : null}
        <nav aria-label={t("navigation")}>
          <a href={localePath(locale, "/")}>{t("trips")}</a>
          <a href={localePath(locale, "/me")}>{t("myRegistrations")}</a>
          {locales
            .filter((other) => other !== locale)
            .map((other) => (
              <a key={other} href={localePath(other, path)} hrefLang={other} lang={other}>
                {other.toUpperCase()}
                <span className="sr-only">: {t(`languageName.${other}`)}</span>
              </a>
            ))}
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        {foot}
        <p className="small screen">
          <a href={localePath(locale, "/privacy")}>{t("privacy")}</a>
          {" · "}
          <a href={localePath(locale, "/municipality")}>{t("forMunicipalities")}</a>
          {" · "}
          <a href={localePath(locale, "/organise")}>{t("forOrganisers")}</a>
        </p>
      </footer>
    </div>
  );
}
