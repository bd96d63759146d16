import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { keepWithoutFacts } from "#app/_server/cached.ts";
import { PageShell } from "#components/page-shell.tsx";

// A public page: made at its first request (docs/decisions/public-pages.md).
export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("privacy");
  return { title: t("title") };
}

/** Which data are asked for, why, who sees them and when they go. What it says, domain/privacy does. */
export default async function Privacy() {
  await keepWithoutFacts();
  const t = await getTranslations("privacy");
  const seen = [
    "organiser",
    "leader",
    "head",
    "needs",
    "reason",
    "public",
    "certificate",
    "trace",
  ] as const;
  const deleted = ["phone", "needs", "answers", "device", "evidence", "profile", "code"] as const;
  return (
    <PageShell path="/privacy">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <Chapter title={t("what.title")} sentences={[t("what.text")]} />
      <Chapter title={t("why.title")} sentences={[t("why.text")]} />
      <Chapter title={t("who.title")} sentences={seen.map((key) => t(`who.${key}`))} />
      <Chapter title={t("howLong.title")} sentences={deleted.map((key) => t(`howLong.${key}`))} />
      <Chapter title={t("cookies.title")} sentences={[t("cookies.text")]} />
      <Chapter title={t("rights.title")} sentences={[t("rights.text")]} />
    </PageShell>
  );
}

function Chapter({ title, sentences }: { title: string; sentences: string[] }) {
  const [only, ...others] = sentences;
  return (
    <section>
      <h2>{title}</h2>
      {others.length === 0 ? (
        <p>{only}</p>
      ) : (
        <ul className="plain">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
