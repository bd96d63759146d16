import { formatDeadline, formatStamp } from "#lib/dates.ts";
import type { Body, Writing } from "./trip-letter.ts";

// What is told of a seat or a place in line.

/** Whoever sent themselves along may wait by the time that this is written. */
export const confirmed = (writing: Writing): Body =>
  writing.due.registration.place === null
    ? { ...seat(writing), paragraphs: [said(writing, "confirmed")] }
    : waiting(writing);

export const promoted = (writing: Writing): Body => ({
  ...seat(writing),
  paragraphs: promotion(writing),
});

export function waiting(writing: Writing): Body {
  const { due, t, names, at, now } = writing;
  const { place, waitingReason, organisation, releaseAt, promotionEndsAt } = due.registration;
  const until = (moment: Date) => formatDeadline(moment, due.locale, now);
  const reason = waitingReason ?? "full";
  return {
    subject: t("mail.waiting.subject", { ...names, place: place ?? 0 }),
    heading: t("mail.waiting.heading", { place: place ?? 0 }),
    paragraphs: [
      said(writing, "waiting"),
      t(`registration.progress.reason.${reason}`, {
        until: releaseAt ? until(releaseAt) : "",
        organisation,
        dated: String(releaseAt !== null),
      }),
      now < promotionEndsAt
        ? t("registration.progress.waitingNext", { until: until(promotionEndsAt) })
        : t("registration.progress.waitingDecided"),
    ],
    deed: { label: t("mail.deed.registration"), href: at("/registration") },
  };
}

export function withdrawn(writing: Writing): Body {
  const { due, t, names, at, now } = writing;
  const { registrationDeadline } = due.trip;
  const deadline = formatDeadline(registrationDeadline, due.locale, now);
  const { withdrawnBy, withdrawalReason: reason, organisation } = due.registration;
  return {
    subject: t("mail.withdrawn.subject", names),
    heading: t("mail.withdrawn.heading"),
    paragraphs: [
      withdrawnBy === "person"
        ? said(writing, "withdrawn")
        : t(`mail.withdrawn.by.${withdrawnBy}`, { ...names, organisation }),
      ...(reason ? [t("mail.cancelled.reason", { reason })] : []),
    ],
    deed: { label: t("mail.deed.trip"), href: at("") },
    afterwards:
      now < registrationDeadline && withdrawnBy === "person"
        ? [t("mail.withdrawn.again", { deadline })]
        : [],
  };
}

function seat(writing: Writing): Omit<Body, "paragraphs"> {
  const { due, t, names, at, withdrawalPage } = writing;
  return {
    subject: t("mail.confirmed.subject", names),
    heading: t("registration.state.confirmed"),
    deed: { label: t("mail.deed.registration"), href: at("/registration") },
    afterwards: [
      due.trip.itinerary
        ? `${t("mail.confirmed.published", { version: version(writing, due.trip.itinerary) })} ${at("/itinerary")}`
        : t("mail.confirmed.awaited"),
      `${t("calendar.ofTrip")}: ${at("/calendar.ics")}`,
      ...(withdrawalPage ? [] : [t("mail.confirmed.keep")]),
    ],
  };
}

function promotion(writing: Writing): string[] {
  const { due, t, names } = writing;
  const reason = due.registration.decisionReason;
  if (!reason) return [said(writing, "promoted")];
  return [said(writing, "promoted"), t("mail.promoted.decided", { ...names, reason })];
}

const said = ({ t, names }: Writing, kind: "confirmed" | "promoted" | "waiting" | "withdrawn") =>
  t(`mail.${kind}.lead`, names);

/** Which version it is, and when it was published. */
export const version = (
  { t, due }: Writing,
  { number, publishedAt }: { number: number; publishedAt: string },
) => t("itinerary.version", { number, stamp: formatStamp(new Date(publishedAt), due.locale) });
