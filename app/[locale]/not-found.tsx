import { locale as rootLocale } from "next/root-params";
import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";
import { defaultLocale, isLocale, localePath } from "#lib/locales.ts";

export default async function NotFound() {
  const given = await rootLocale();
  const locale = isLocale(given) ? given : defaultLocale;
  const t = await getTranslations("notFound");
  return (
    <PageShell path="/">
      <h1>{t("title")}</h1>
      <p className="lead">{t("explanation")}</p>
      <p>
        <a href={localePath(locale, "/")}>{t("toTrips")}</a>
      </p>
    </PageShell>
  );
}
