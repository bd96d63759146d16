import { badgeAddress } from "#documents/badge-address.ts";
import { badgesPaper, placeCardsPaper } from "#documents/card-papers.ts";
import {
  countsPaper,
  manifestPaper,
  participantsPaper,
  roomsPaper,
} from "#documents/list-papers.ts";
import type { Paper, Papers } from "#documents/render.ts";
import { signatureSheetPaper } from "#documents/signature-sheet-paper.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { lodgingsOfTrip } from "#domain/lodging/queries.ts";
import { tripNeeds } from "#domain/need/queries.ts";
import { type PeopleChoice, peopleOnPaper, tripOnPaper } from "#domain/paper/queries.ts";
import { listColumns } from "#domain/paper/schema.ts";
import { signatureSheet } from "#domain/signature-sheet/queries.ts";
import { manifest } from "#domain/travel/queries.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import type { Locale } from "#lib/locales.ts";

type Asked = { actor: Actor; slug: string; locale: Locale; asked: URLSearchParams; now: Date };

/** What makes each paper, by the name of its file; null where it is not the reader's to print. */
export const papers = new Map<string, (asked: Asked) => Promise<Paper | null>>(
  Object.entries({
    "signature-sheet.pdf": signatures,
    "participants.pdf": participants,
    "badges.pdf": badges,
    "place-cards.pdf": placeCards,
    "rooms.pdf": rooms,
    "manifest.pdf": passengers,
    "counts.pdf": counts,
  }),
);

async function signatures({ actor, slug, locale, asked, now }: Asked) {
  const date = asked.get("date") ?? "";
  const facts = await signatureSheet(actor, slug, { date, ...partIn(asked) }, now);
  const withContact = asked.has("contact");
  return (
    facts &&
    made(
      "signatureSheet",
      signatureSheetPaper(facts, { ...inLanguage(locale, now), withContact }),
      now,
    )
  );
}

async function participants({ actor, slug, locale, asked, now }: Asked) {
  const columns = listColumns.filter((column) => asked.getAll("column").includes(column));
  const paper = `participants ${columns.join(" ")}`;
  const facts = await peopleOnPaper(actor, slug, { paper, ...partIn(asked) }, now);
  return facts && made("list", participantsPaper(facts, columns, inLanguage(locale, now)), now);
}

async function badges({ actor, slug, locale, asked, now }: Asked) {
  const facts = await peopleOnPaper(actor, slug, { paper: "badges", ...partIn(asked) }, now);
  const addressOf = (badge: string) => badgeAddress(badge, locale);
  return (
    facts && made("badges", badgesPaper(facts, { ...inLanguage(locale, now), addressOf }), now)
  );
}

async function placeCards({ actor, slug, locale, asked, now }: Asked) {
  const facts = await peopleOnPaper(actor, slug, { paper: "place-cards", ...partIn(asked) }, now);
  return facts && made("placeCards", placeCardsPaper(facts, inLanguage(locale, now)), now);
}

async function rooms({ actor, slug, locale, asked, now }: Asked) {
  const trip = await tripOnPaper(actor, slug, now);
  const lodgings = trip && (await lodgingsOfTrip(actor, trip.tripId));
  const lodging = lodgings?.find(({ id }) => id === asked.get("lodging"));
  return trip && lodging
    ? made("list", roomsPaper(trip, lodging, inLanguage(locale, now)), now)
    : null;
}

async function passengers({ actor, slug, locale, asked, now }: Asked) {
  const trip = await tripOnPaper(actor, slug, now);
  const facts = trip && (await manifest(actor, slug, asked.get("vehicle") ?? "", now));
  return facts ? made("list", manifestPaper(trip, facts, inLanguage(locale, now)), now) : null;
}

async function counts({ actor, slug, locale, now }: Asked) {
  const trip = await tripOnPaper(actor, slug, now);
  const needs = trip && (await tripNeeds(actor, slug, now));
  return needs ? made("list", countsPaper(trip, needs.counts, inLanguage(locale, now)), now) : null;
}

/** `part=vehicle:…` or `part=municipality:…`; everybody without it. */
function partIn(asked: URLSearchParams): PeopleChoice {
  const [kind, id = ""] = (asked.get("part") ?? "").split(":");
  if (kind === "vehicle") return { vehicleId: id };
  return kind === "municipality" ? { organisationId: id } : {};
}

const inLanguage = (locale: Locale, printedAt: Date) => ({ locale, t: textsIn(locale), printedAt });

const made = <Name extends keyof Papers>(
  name: Name,
  words: Papers[Name],
  madeAt: Date,
): Paper<Name> => ({
  name,
  words,
  madeAt,
});
