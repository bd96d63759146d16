import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";

// A public page: made at its first request, kept until a fact changes (docs/decisions/public-pages.md).
export const dynamic = "force-static";
export const generateStaticParams = () => [];

export default async function Home() {
  const t = await getTranslations("home");
  return (
    <PageShell path="/">
      <h1>{t("title")}</h1>
    </PageShell>
  );
}
