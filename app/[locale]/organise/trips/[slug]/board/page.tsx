import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { shownBoard } from "#app/_server/shown-board.ts";
import { PageShell } from "#components/page-shell.tsx";
import { tripBoard } from "#domain/board/queries.ts";
import { dateInRiga } from "#lib/dates.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";
import { boardTexts } from "./board-texts.ts";
import { LiveBoard } from "./live-board.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("board");
  return { title: t("title") };
}

/** Who is there by day and municipality, for a screen on the wall of the organiser's room. */
export default async function BoardPage({
  params,
}: PageProps<"/[locale]/organise/trips/[slug]/board">) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/organise/trips/${slug}/board`;
  const actor = await requirePerson(localePath(locale, path));
  const now = new Date();
  const own = await tripBoard(actor, slug, now);
  if (!own) notFound();
  const t = await getTranslations("board");
  const dates = own.board.days.map(({ date }) => date);
  const today = dateInRiga(now);
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, `/organise/trips/${slug}/attendance`)}>{t("attendance")}</a>
        {" · "}
        {textIn(locale, own.title)}
      </p>
      <h1>{t("title")}</h1>
      <LiveBoard
        board={shownBoard(own.board)}
        address={localePath(locale, path)}
        openDate={dates.find((date) => date >= today) ?? dates.at(-1)}
        locale={locale}
        texts={await boardTexts()}
      />
    </PageShell>
  );
}
