import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requirePerson } from "#app/_server/session.ts";
import { organisationsOf } from "#domain/actor/rules.ts";
import { partKey } from "#domain/day-part/rules.ts";
import { formatWeekday } from "#lib/dates.ts";
import { isLocale, localePath, textIn } from "#lib/locales.ts";
import { placeWords } from "../../../../../place-words.ts";
import { CodeScreen } from "./code-screen.tsx";
import { readShown } from "./shown-view.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("checkIn");
  return { title: t("title") };
}

/** A screen to be held up or projected: people scan its code and check in themselves. */
export default async function CheckInScreen({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/trips/[slug]/check-in/[date]">) {
  const { locale, slug, date } = await params;
  if (!isLocale(locale)) notFound();
  const { item, stop } = await searchParams;
  const asked = new URLSearchParams();
  if (typeof item === "string") asked.set("item", item);
  if (typeof stop === "string") asked.set("stop", stop);
  const query = asked.size > 0 ? `?${asked}` : "";
  const part = partKey({ agendaItemId: asked.get("item"), pickupId: asked.get("stop") });
  const list = `/organise/trips/${slug}/attendance/${date}${part ? `?part=${part}` : ""}`;
  const path = localePath(locale, `/organise/trips/${slug}/check-in/${date}`);
  const actor = await requirePerson(path + query);
  const read = await readShown(actor, { locale, slug, date, asked }, new Date());
  if (!read) notFound();
  const { shown, view } = read;
  const t = await getTranslations("checkIn");
  const mayChange = organisationsOf(actor, "organiser").length > 0;
  return (
    <main id="content" tabIndex={-1} className="check-in">
      {shown.refusal ? null : (
        <noscript>
          <meta httpEquiv="refresh" content="15" />
        </noscript>
      )}
      {shown.refusal ? <h1>{t("title")}</h1> : <h1 className="screen">{t("scan")}</h1>}
      <div>
        <p className="lead">{textIn(locale, shown.title)}</p>
        <p>
          {formatWeekday(date, locale)}
          {shown.place ? ` · ${placeWords(shown.place, locale)}` : ""}
        </p>
      </div>
      {shown.refusal ? (
        <p className="notice">
          {t(`notShown.${shown.refusal}`)}{" "}
          {shown.refusal === "off" && mayChange ? (
            <a href={localePath(locale, `/organise/trips/${slug}/facts#check-in`)}>
              {t("toSwitch")}
            </a>
          ) : null}
        </p>
      ) : (
        <>
          <CodeScreen
            first={view}
            source={`${path}/code${query}`}
            texts={{
              picture: t("picture"),
              present: t("present", { present: "{present}", all: "{all}" }),
              next: t("next", { seconds: "{seconds}" }),
              offline: t("offline"),
            }}
          />
          <p className="paper">{t("onPaper")}</p>
        </>
      )}
      <p className="screen">
        <a href={localePath(locale, list)}>{t("back")}</a>
      </p>
    </main>
  );
}
