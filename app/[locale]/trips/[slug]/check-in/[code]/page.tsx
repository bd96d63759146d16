import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { PageShell } from "#components/page-shell.tsx";
import { type OwnCheckIn, ownCheckIn } from "#domain/check-in/queries.ts";
import { formatWeekday } from "#lib/dates.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";
import { placeWords } from "../../../../place-words.ts";
import { confirmCheckIn } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checkIn");
  return { title: t("own.title"), robots: { index: false } };
}

/** Where the code on a leader's screen leads. Opening it changes nothing: the button does. */
export default async function CheckInPage({
  params,
}: PageProps<"/[locale]/trips/[slug]/check-in/[code]">) {
  const { locale, slug, code: given } = await params;
  const code = decoded(given);
  if (!isLocale(locale) || code === null) notFound();
  const path = `/trips/${slug}/check-in/${code}`;
  const actor = await requirePerson(localePath(locale, path));
  const own = await ownCheckIn(actor, slug, code, new Date());
  if (!own) notFound();
  const t = await getTranslations("checkIn.own");
  const said = whatIsSaid(own);
  return (
    <PageShell path={path}>
      <p className="kicker">
        <a href={localePath(locale, `/trips/${slug}`)}>{textIn(locale, own.title)}</a>
      </p>
      <h1>{t("title")}</h1>
      <p className="lead">
        {formatWeekday(own.date, locale)}
        {own.place ? ` · ${placeWords(own.place, locale)}` : ""}
      </p>
      {said ? (
        <p className={said === "done" ? "answer" : "notice"} role="status">
          {t(said)}
        </p>
      ) : (
        <form action={confirmCheckIn.bind(null, locale, slug, code)}>
          <p className="deeds">
            <button type="submit" className="button">
              {t("confirm")}
            </button>
          </p>
        </form>
      )}
    </PageShell>
  );
}

/** Some readers of codes write a sign of the address as its number; null where that is none. */
function decoded(given: string): string | null {
  try {
    return decodeURIComponent(given);
  } catch {
    return null;
  }
}

/** Null where the reader can check in. */
function whatIsSaid({ done, state, refusal }: OwnCheckIn) {
  if (state === "present") return "done";
  return done ? "contradicted" : refusal;
}
