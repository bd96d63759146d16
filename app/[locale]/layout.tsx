import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isLocale } from "#lib/locales.ts";
import "../look.css";

/** None at build time: a page is made at its first request, when the settings and the facts are there. */
export function generateStaticParams() {
  return [];
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("productTitle"), template: `%s – ${t("product")}` },
    description: t("productDescription"),
  };
}

export default async function RootLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations("common");
  return (
    <html lang={locale}>
      <body>
        <a className="skip" href="#content">
          {t("skipToContent")}
        </a>
        <div className="flagline" aria-hidden="true" />
        {children}
      </body>
    </html>
  );
}
