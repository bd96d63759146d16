import { differenceWords } from "#components/difference-words.ts";
import type { BriefChange } from "#domain/difference/rules.ts";
import type { DueMessage } from "#domain/message/queries.ts";
import { euWords, logoPath, shownEmblem, sizeBeside } from "#domain/project/rules.ts";
import { tripPath } from "#domain/trip/rules.ts";
import { formatDays, joinList } from "#lib/dates.ts";
import { type Texts, textsIn } from "#lib/i18n/catalogue.ts";
import { localePath, textIn } from "#lib/locales.ts";
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
import {
  comesAfterAll,
  replaced,
  replacementAsked,
  replacementDeclined,
  replacementProposed,
  withdrawalNoted,
} from "./replacement-letters.ts";
import { confirmed, promoted, version, waiting, withdrawn } from "./seat-letters.ts";

type Circumstances = {
  /** Of the product, without a slash at its end. */
  address: string;
  now: Date;
  tokens: Tokens;
};

/** The tokens of links that a letter carries. */
type Tokens = {
  invitation: (invitationId: string) => string;
  withdrawal: (registrationId: string, userId: string) => string;
  signOff: (registrationId: string, coordinatorId: string) => string;
};

/** What is told of a trip, in the language of whoever reads it. */
export function tripLetter(due: DueMessage, circumstances: Circumstances): Letter {
  const { address, now, tokens } = circumstances;
  const { locale, trip, registration } = due;
  const t = textsIn(locale);
  const names = {
    trip: textIn(locale, trip.title),
    dates: formatDays(trip.dates, locale),
    organiser: textIn(locale, due.organiser),
  };
  const at = (path: string) =>
    address + localePath(locale, path ? `/trips/${trip.slug}${path}` : tripPath(trip));
  const withdrawalPage = withdrawalOf(due, circumstances);
  const writing = { due, t, names, at, home: address, now, tokens, withdrawalPage };
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
    afterwards: [
      ...afterwards,
      ...(withdrawalPage && mayGiveUp.has(due.kind)
        ? [t("mail.cannotCome", { link: withdrawalPage })]
        : []),
    ],
    foot: [t("mail.organiser", names), t(`mail.automaticOf.${whyWritten(due.kind)}`)],
    eu: euOf(due, names.organiser, t, address),
  };
}

/** Letters to somebody who goes, or waits to. */
const mayGiveUp: ReadonlySet<DueMessage["kind"]> = new Set([
  "confirmed",
  "promoted",
  "waiting",
  "awaitingSignOff",
  "entered",
  "itinerary",
] as const);

/** Letters to whoever deals with registrations of others. */
const toHandlers: ReadonlySet<DueMessage["kind"]> = new Set([
  "signOffRequested",
  "signOffReminder",
  "delegationSent",
  "delegationSeated",
  "placesToName",
  "placesGivenBack",
  "replacementAsked",
  "replacementProposed",
  "comesAfterAll",
] as const);

/** As whom its reader gets a letter. */
function whyWritten(kind: DueMessage["kind"]): "invited" | "handler" | "registered" {
  if (kind === "invitation") return "invited";
  return toHandlers.has(kind) ? "handler" : "registered";
}

/** Where its person gives the place up without signing in; null in a letter to anybody else. */
function withdrawalOf(due: DueMessage, { address, tokens }: Circumstances): string | null {
  const { id, userId, active } = due.registration;
  if (!id || !userId || !active || userId !== due.recipientId) return null;
  return address + localePath(due.locale, `/withdrawals/${id}/${tokens.withdrawal(id, userId)}`);
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
  tokens: Tokens;
  /** Where the reader gives the own place up, or takes it back, without signing in. */
  withdrawalPage: string | null;
};

export type Body = Pick<Letter, "subject" | "heading" | "paragraphs" | "deed"> & {
  afterwards?: string[];
};

const bodies: Record<DueMessage["kind"], (writing: Writing) => Body> = {
  confirmed,
  promoted,
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
  replacementAsked,
  replacementProposed,
  comesAfterAll,
  withdrawalNoted,
  replaced,
  replacementDeclined,
};

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

function euOf(
  { project, locale }: DueMessage,
  organiser: string,
  t: Texts,
  home: string,
): Letter["eu"] {
  if (!project) return null;
  const { statement, programme, disclaimer } = euWords(project, organiser, locale);
  const { number, shortName: name } = project;
  const words = t("eu.project", { programme, number, name });
  const logos = project.logos.map((logo) => ({
    address: home + logoPath(logo),
    words: textIn(locale, logo.name),
    width: Math.floor(sizeBeside(shownEmblem, logo).width),
  }));
  return { statement, project: words, disclaimer, emblemWords: t("eu.emblem"), logos };
}
