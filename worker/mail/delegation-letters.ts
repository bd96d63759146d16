import { formatDeadline, joinList } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import type { Body, Writing } from "./trip-letter.ts";

// What is told about those whom a municipality sends, and what it is asked to decide.

const until = ({ due, now }: Writing, moment: Date) => formatDeadline(moment, due.locale, now);

/** Where a coordinator works: the page of the municipality, or a part of it. */
const municipalityPage = ({ due, home }: Writing, part = "") =>
  home + localePath(due.locale, `/municipality${part}`);

/** Where this coordinator answers, without signing in. */
function signOffPage(writing: Writing): string {
  const { due, home, tokens } = writing;
  const { recipientId, registration } = due;
  if (!registration.id || !recipientId) return municipalityPage(writing);
  const token = tokens.signOff(registration.id, recipientId);
  return home + localePath(due.locale, `/sign-offs/${registration.id}/${token}`);
}

/** A seat is held, and the municipality is to say yes. By the time it is read that may have happened. */
export function awaitingSignOff(writing: Writing): Body {
  const { due, t, names, at } = writing;
  const { signOffDueAt, organisation } = due.registration;
  return {
    subject: t("mail.awaitingSignOff.subject", names),
    heading: t("registration.state.awaitingSignOff"),
    paragraphs: [
      t("mail.awaitingSignOff.lead", names),
      signOffDueAt
        ? t("registration.progress.awaitingSignOff", {
            until: until(writing, signOffDueAt),
            organisation,
          })
        : t("mail.awaitingSignOff.settled"),
    ],
    deed: { label: t("mail.deed.registration"), href: at("/registration") },
  };
}

export function signOffRequested(writing: Writing): Body {
  const { due, t, names } = writing;
  const { signOffDueAt, organisation, person, place } = due.registration;
  const whose = { ...names, person, organisation };
  const waits =
    place === null ? t("mail.signOffRequested.settled") : t("mail.signOffRequested.waits");
  return {
    subject: t("mail.signOffRequested.subject", whose),
    heading: t("mail.signOffRequested.heading"),
    paragraphs: [
      t("mail.signOffRequested.lead", whose),
      signOffDueAt
        ? t("mail.signOffRequested.until", { until: until(writing, signOffDueAt) })
        : waits,
    ],
    deed: { label: t("mail.deed.signOff"), href: signOffPage(writing) },
  };
}

type Sent = { seats: number; waiting: number; unnamed: number; namesFrozenAt: string };

export function delegationSent(writing: Writing): Body {
  const { due, t, names } = writing;
  const { seats, waiting, unnamed, namesFrozenAt } = due.facts as Sent;
  const { organisation } = due.registration;
  const named = { unnamed, until: until(writing, new Date(namesFrozenAt)) };
  return {
    subject: t("mail.delegationSent.subject", names),
    heading: t("mail.delegationSent.heading"),
    paragraphs: [
      t("mail.delegationSent.lead", { ...names, organisation }),
      t("mail.delegationSent.seats", { seats, waiting }),
      ...(unnamed > 0 ? [t("mail.delegationSent.unnamed", named)] : []),
    ],
    deed: { label: t("mail.deed.municipality"), href: municipalityPage(writing) },
  };
}

export function delegationSeated(writing: Writing): Body {
  const { due, t, names } = writing;
  const { seats } = due.facts as { seats: number };
  return {
    subject: t("mail.delegationSeated.subject", names),
    heading: t("mail.delegationSeated.heading"),
    paragraphs: [t("mail.delegationSeated.lead", { ...names, seats })],
    deed: { label: t("mail.deed.municipality"), href: municipalityPage(writing) },
  };
}

/** Source: GDPR, Article 14: who gave the data, what is stored and why, and how to object. */
export function entered(writing: Writing): Body {
  const { due, t, names, at, home } = writing;
  const { by, stored } = due.facts as { by: string; stored: string[] };
  const { organisation, place } = due.registration;
  const privacy = home + localePath(due.locale, "/privacy");
  return {
    subject: t("mail.entered.subject", { ...names, organisation }),
    heading:
      place === null ? t("registration.state.confirmed") : t("mail.waiting.heading", { place }),
    paragraphs: [
      t("mail.entered.lead", { ...names, by, organisation }),
      place === null ? t("mail.entered.confirmed") : t("mail.entered.waiting", { place }),
      t("mail.entered.stored", { stored: joinList(stored, due.locale) }),
      t("mail.entered.object", { organiser: names.organiser, privacy }),
    ],
    deed: { label: t("mail.deed.registration"), href: at("/registration") },
  };
}

export function placesToName(writing: Writing): Body {
  const { due, t, names } = writing;
  const { places, namesFrozenAt } = due.facts as { places: number; namesFrozenAt: string };
  const dated = { places, until: until(writing, new Date(namesFrozenAt)) };
  return {
    subject: t("mail.placesToName.subject", { ...names, ...dated }),
    heading: t("mail.placesToName.heading", dated),
    paragraphs: [
      t("mail.placesToName.lead", { ...names, ...dated }),
      t("mail.placesToName.otherwise", dated),
    ],
    deed: { label: t("mail.deed.municipality"), href: municipalityPage(writing) },
  };
}

export function placesGivenBack(writing: Writing): Body {
  const { due, t, names } = writing;
  const { places } = due.facts as { places: number };
  return {
    subject: t("mail.placesGivenBack.subject", names),
    heading: t("mail.placesGivenBack.heading"),
    paragraphs: [t("mail.placesGivenBack.lead", { ...names, places })],
    deed: { label: t("mail.deed.municipality"), href: municipalityPage(writing) },
  };
}

export function signOffLapsed({ due, t, names, at }: Writing): Body {
  const { organisation } = due.registration;
  return {
    subject: t("mail.signOffLapsed.subject", names),
    heading: t("mail.signOffLapsed.heading"),
    paragraphs: [t("mail.signOffLapsed.lead", { ...names, organisation })],
    deed: { label: t("mail.deed.registration"), href: at("/registration") },
    afterwards: [t("mail.signOffLapsed.next", { organisation })],
  };
}

export function signOffDeclined({ due, t, names, at }: Writing): Body {
  const { reason } = due.facts as { reason: string };
  const { organisation } = due.registration;
  return {
    subject: t("mail.signOffDeclined.subject", names),
    heading: t("mail.signOffDeclined.heading"),
    paragraphs: [
      t("mail.signOffDeclined.lead", { ...names, organisation }),
      t("mail.cancelled.reason", { reason }),
    ],
    deed: { label: t("mail.deed.trip"), href: at("") },
  };
}
