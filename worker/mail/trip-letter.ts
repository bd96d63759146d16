import { differenceWords } from "#components/difference-words.ts";
import type { BriefChange } from "#domain/difference/rules.ts";
import type { DueMessage } from "#domain/message/queries.ts";
import { euWords } from "#domain/project/rules.ts";
import { tripPath } from "#domain/trip/rules.ts";
import { formatDays, formatDeadline, formatStamp, joinList } from "#lib/dates.ts";
import { localePath, textIn } from "#lib/locales.ts";
import { type Texts, textsIn } from "./catalogue.ts";
import {
  awaitingSignOff,
  delegationSeated,
  delegationSent,
  entered,
  placesGivenBack,
  placesToName,
  signOffDeclined,
  signOffLapsed,
  signOffRequested,
} from "./delegation-letters.ts";
import { invitation } from "./invitation-letter.ts";
import type { Letter } from "./letter.ts";

type Circumstances = {
  /** Of the product, without a slash at its end. */
  address: string;
  now: Date;
  /** Of an invitation, by its id. */
  invitationToken: (id: string) => string;
};

/** What is told of a trip, in the language of whoever reads it. */
export function tripLetter(due: DueMessage, circumstances: Circumstances): Letter {
  const { address, now, invitationToken } = circumstances;
  const { locale, trip, registration } = due;
  const t = textsIn(locale);
  const names = {
    trip: textIn(locale, trip.title),
    dates: formatDays(trip.dates, locale),
    organiser: textIn(locale, due.organiser),
  };
  const at = (path: string) =>
    address + localePath(locale, path ? `/trips/${trip.slug}${path}` : tripPath(trip));
  const writing = { due, t, names, at, home: address, now, invitationToken };
  const { subject, heading, paragraphs, deed, afterwards = [] } = bodies[due.kind](writing);
  const places = joinList(trip.places, locale);
  const facts = [
    [t("mail.facts.trip"), names.trip],
    [t("mail.facts.dates"), names.dates],
    ...(places ? [[t("mail.facts.places"), places] as const] : []),
    ...(registration.organisation
      ? [[t("mail.facts.from"), registration.organisation] as const]
      : []),
  ] as const;
  return {
    locale,
    subject,
    heading,
    paragraphs,
    facts: [...facts],
    deed,
    afterwards,
    foot: [t("mail.organiser", names), t("mail.automatic")],
    eu: euOf(due, names.organiser, t),
  };
}

export type Writing = {
  due: DueMessage;
  t: Texts;
  names: { trip: string; dates: string; organiser: string };
  /** A page of the trip, in the reader's language. */
  at: (path: string) => string;
  /** The product's own address. */
  home: string;
  now: Date;
  invitationToken: Circumstances["invitationToken"];
};

export type Body = Pick<Letter, "subject" | "heading" | "paragraphs" | "deed"> & {
  afterwards?: string[];
};

const bodies: Record<DueMessage["kind"], (writing: Writing) => Body> = {
  confirmed: (writing) => ({ ...seat(writing), paragraphs: [said(writing, "confirmed")] }),
  promoted: (writing) => ({ ...seat(writing), paragraphs: promotion(writing) }),
  waiting,
  withdrawn,
  itinerary,
  cancelled,
  notice,
  awaitingSignOff,
  signOffRequested,
  delegationSent,
  delegationSeated,
  entered,
  signOffReminder: signOffRequested,
  placesToName,
  placesGivenBack,
  signOffLapsed,
  signOffDeclined,
  invitation,
};

const said = ({ t, names }: Writing, kind: "confirmed" | "promoted" | "waiting" | "withdrawn") =>
  t(`mail.${kind}.lead`, names);

function seat(writing: Writing): Omit<Body, "paragraphs"> {
  const { due, t, names, at } = writing;
  return {
    subject: t("mail.confirmed.subject", names),
    heading: t("registration.state.confirmed"),
    deed: { label: t("mail.deed.registration"), href: at("/registration") },
    afterwards: [
      due.trip.itinerary
        ? `${t("mail.confirmed.published", { version: version(writing, due.trip.itinerary) })} ${at("/itinerary")}`
        : t("mail.confirmed.awaited"),
      t("mail.confirmed.keep"),
    ],
  };
}

function promotion(writing: Writing): string[] {
  const { due, t, names } = writing;
  const reason = due.registration.decisionReason;
  if (!reason) return [said(writing, "promoted")];
  return [said(writing, "promoted"), t("mail.promoted.decided", { ...names, reason })];
}

function waiting(writing: Writing): Body {
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

function withdrawn(writing: Writing): Body {
  const { due, t, names, at, now } = writing;
  const { registrationDeadline } = due.trip;
  const deadline = formatDeadline(registrationDeadline, due.locale, now);
  const { withdrawnByOrganiser, withdrawalReason: reason } = due.registration;
  return {
    subject: t("mail.withdrawn.subject", names),
    heading: t("mail.withdrawn.heading"),
    paragraphs: [
      withdrawnByOrganiser ? t("mail.withdrawn.byOrganiser", names) : said(writing, "withdrawn"),
      ...(reason ? [t("mail.cancelled.reason", { reason })] : []),
    ],
    deed: { label: t("mail.deed.trip"), href: at("") },
    afterwards:
      now < registrationDeadline && !withdrawnByOrganiser
        ? [t("mail.withdrawn.again", { deadline })]
        : [],
  };
}

/** Which version it is, and when it was published. */
const version = (
  { t, due }: Writing,
  { number, publishedAt }: { number: number; publishedAt: string },
) => t("itinerary.version", { number, stamp: formatStamp(new Date(publishedAt), due.locale) });

/** What is recorded of a new version; messages of an older product name neither moment nor changes. */
type Told = { number: number; note: string; publishedAt?: string; changes?: BriefChange[] };

function itinerary(writing: Writing): Body {
  const { due, t, names, at } = writing;
  const { number, note, publishedAt, changes = [] } = due.facts as Told;
  return {
    subject: t("mail.itinerary.subject", { ...names, number }),
    heading: publishedAt
      ? `${t("itinerary.title")}, ${version(writing, { number, publishedAt })}`
      : t("mail.itinerary.heading", { number }),
    paragraphs: [
      t(number === 1 ? "mail.itinerary.first" : "mail.itinerary.next", names),
      ...(number === 1 ? [] : [t("itinerary.changes", { note })]),
      ...changes.map((change) => differenceWords(change, due.locale, t)),
    ],
    deed: { label: t("mail.deed.itinerary"), href: at("/itinerary") },
    afterwards: [`${t("itinerary.pdf")}: ${at("/itinerary.pdf")}`],
  };
}

function cancelled({ due, t, names, at }: Writing): Body {
  const { reason } = due.facts as { reason: { lv: string; en?: string; lt?: string } };
  return {
    subject: t("mail.cancelled.subject", names),
    heading: t("mail.cancelled.heading"),
    paragraphs: [
      t("mail.cancelled.lead", names),
      t("mail.cancelled.reason", { reason: textIn(due.locale, reason) }),
    ],
    deed: { label: t("mail.deed.trip"), href: at("") },
    afterwards: [t("mail.cancelled.nothingToDo", names)],
  };
}

/** The organiser's own words, paragraph by paragraph. */
function notice({ due, t, at }: Writing): Body {
  const { subject, text } = due.facts as { subject: string; text: string };
  return {
    subject,
    heading: subject,
    paragraphs: text.split(/\n\s*\n/).map((one) => one.replace(/\s+/g, " ").trim()),
    deed: { label: t("mail.deed.registration"), href: at("/registration") },
  };
}

function euOf({ project, locale }: DueMessage, organiser: string, t: Texts): Letter["eu"] {
  if (!project) return null;
  const { statement, programme, disclaimer } = euWords(project, organiser, locale);
  const { number, shortName: name } = project;
  const words = t("eu.project", { programme, number, name });
  return { statement, project: words, disclaimer, emblemWords: t("eu.emblem") };
}
