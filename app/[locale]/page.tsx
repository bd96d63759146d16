import { getTranslations } from "next-intl/server";
import { PageShell } from "#components/page-shell.tsx";

export default async function Home() {
  const t = await getTranslations("home");
  return (
    <PageShell path="/">
      <h1>{t("title")}</h1>
    </PageShell>
  );
}
