import { getTranslations } from "next-intl/server";
import type { MunicipalityTrip } from "#domain/municipality/queries.ts";
import { stillKept } from "#domain/municipality/rules.ts";
import { formatDays, formatDeadline } from "#lib/dates.ts";
import { type Locale, localePath, textIn } from "#lib/locales.ts";
import { freeSeats } from "../seat-words.ts";

type OpenCallsProps = {
  calls: readonly MunicipalityTrip[];
  /** Which municipality, for those who coordinate several. */
  query: string;
  locale: Locale;
  now: Date;
};

/** Trips that take registrations, each with the seats kept for the municipality and until when. */
export async function OpenCalls({ calls, query, locale, now }: OpenCallsProps) {
  const t = await getTranslations("municipality.calls");
  return (
    <section>
      <h2>{t("title")}</h2>
      {calls.length === 0 ? <p>{t("none")}</p> : null}
      {calls.length ? (
        <ul className="entries">
          {calls.map((call) => (
            <OpenCall key={call.slug} call={call} query={query} locale={locale} now={now} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

type OpenCallProps = Omit<OpenCallsProps, "calls"> & { call: MunicipalityTrip };

async function OpenCall({ call, query, locale, now }: OpenCallProps) {
  const t = await getTranslations("municipality.calls");
  const { slug, releaseAt, guaranteed, maximum, taken, capacity, allTaken } = call;
  const until = (moment: Date) => formatDeadline(moment, locale, now);
  const kept = stillKept(call, releaseAt, now);
  const title = textIn(locale, call.title);
  const delegation = localePath(locale, `/municipality/trips/${slug}/delegation`) + query;
  return (
    <li>
      <h3>
        <a href={localePath(locale, `/trips/${slug}`)}>{title}</a>
      </h3>
      <p>
        {formatDays(call.dates, locale)} ·{" "}
        {t("deadline", { until: until(call.registrationDeadline) })}
      </p>
      <p>
        <strong>{await freeSeats({ free: capacity - allTaken, capacity })}</strong>
      </p>
      <p>
        {guaranteed > 0
          ? t("kept", {
              kept,
              guaranteed,
              dated: String(releaseAt !== null),
              until: releaseAt ? until(releaseAt) : "",
            })
          : t("nothingKept")}{" "}
        {maximum === null ? t("taken", { taken }) : t("takenOf", { taken, maximum })}
      </p>
      <p className="deeds screen">
        <a className="button quiet" href={delegation} aria-label={`${t("send")}: ${title}`}>
          {t("send")}
        </a>
      </p>
    </li>
  );
}
