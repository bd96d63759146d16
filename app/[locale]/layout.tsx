import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FailureProvider } from "#components/failure.tsx";
import { isLocale } from "#lib/locales.ts";
import "../look.css";

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
  const failure = await getTranslations("failure");
  const failureTexts = {
    title: failure("title"),
    explanation: failure("explanation"),
    retry: failure("retry"),
  };
  return (
    <html lang={locale}>
      <body>
        <a className="skip" href="#content">
          {t("skipToContent")}
        </a>
        <div className="flagline" aria-hidden="true" />
        <FailureProvider texts={failureTexts}>{children}</FailureProvider>
      </body>
    </html>
  );
}
