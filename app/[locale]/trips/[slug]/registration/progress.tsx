import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Call } from "#domain/call/queries.ts";
import type { OwnRegistration } from "#domain/registration/queries.ts";
import {
  dateInRiga,
  formatDateShort,
  formatDays,
  formatDeadline,
  formatStamp,
} from "#lib/dates.ts";
import { type Locale, localePath } from "#lib/locales.ts";

type ProgressProps = { call: Call; own: OwnRegistration; locale: Locale; now: Date };

/** The way of a registration as a line: what has been reached is filled, what comes next is said. */
export async function Progress({ call, own, locale, now }: ProgressProps) {
  const t = await getTranslations("registration.progress");
  const states = await getTranslations("registration.state");
  const itinerary = localePath(locale, `/trips/${call.slug}/itinerary`);
  const version = await getTranslations("itinerary");
  const published = call.itinerary && new Date(call.itinerary.publishedAt);
  return (
    <section>
      <h2>{t("title")}</h2>
      <ol className="line progress">
        <Step done when={short(own.createdAt, locale)} title={t("registered")}>
          {t("registeredFor", { organisation: own.organisation })}
        </Step>
        <Step done={own.state === "confirmed"} title={states(own.state, { place: own.place ?? 0 })}>
          {await seatWords(own, call, locale, now)}
        </Step>
        <Step
          done={published !== null}
          when={published ? short(published, locale) : undefined}
          title={t("itinerary")}
        >
          {call.itinerary && published ? (
            <>
              <a href={itinerary}>{t("itineraryPublished")}</a>
              {" · "}
              {version("version", {
                number: call.itinerary.number,
                stamp: formatStamp(published, locale),
              })}
            </>
          ) : (
            t("itineraryAwaited")
          )}
        </Step>
        <Step done={call.state === "completed"} title={t("trip")}>
          {call.state === "cancelled"
            ? t("tripCancelled")
            : t("tripDates", { dates: formatDays(call.dates, locale) })}
        </Step>
      </ol>
    </section>
  );
}

const short = (at: Date, locale: Locale) => formatDateShort(dateInRiga(at), locale);

async function seatWords(own: OwnRegistration, call: Call, locale: Locale, now: Date) {
  const t = await getTranslations("registration.progress");
  if (call.state === "cancelled") return t("tripCancelled");
  if (own.replacementAskedUntil) {
    const until = formatDeadline(own.replacementAskedUntil, locale, now);
    return t("replacementAsked", { until, organisation: own.organisation });
  }
  if (own.state === "confirmed") return t("seatKept");
  if (own.signOffDueAt) {
    const until = formatDeadline(own.signOffDueAt, locale, now);
    return t("awaitingSignOff", { until, organisation: own.organisation });
  }
  const { releaseAt, promotionEndsAt } = own;
  const released = releaseAt !== null && releaseAt <= now;
  const reason = own.waitingReason === "kept" && released ? "full" : (own.waitingReason ?? "full");
  const why = t(`reason.${reason}`, {
    until: releaseAt ? formatDeadline(releaseAt, locale, now) : "",
    organisation: own.organisation,
    dated: String(releaseAt !== null),
  });
  const next =
    now < promotionEndsAt
      ? t("waitingNext", { until: formatDeadline(promotionEndsAt, locale, now) })
      : t("waitingDecided");
  return `${why} ${next}`;
}

type StepProps = { done: boolean; when?: string | undefined; title: string; children: ReactNode };

function Step({ done, when = "", title, children }: StepProps) {
  return (
    <li className={done ? "done" : ""}>
      <span className="when">{when}</span>
      <span className="stop" />
      <div className="what">
        <h3>{title}</h3>
        <p>{children}</p>
      </div>
    </li>
  );
}
