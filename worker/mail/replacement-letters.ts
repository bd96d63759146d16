import { formatDeadline } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import type { Body, Writing } from "./trip-letter.ts";

// What is told when somebody cannot come: to whoever may name another, to the person, and to whom they hand over.

type Facts = {
  person: string;
  successor: string;
  until: string;
  toOrganiser?: boolean;
  reason?: string;
};

const factsOf = ({ due }: Writing) => due.facts as Facts;

/** Where the one who is asked answers: on the municipality's page, or on the organiser's. */
function answerPage(writing: Writing): string {
  const { due, home } = writing;
  const id = due.registration.id ?? "";
  const page = factsOf(writing).toOrganiser
    ? `/organise/trips/${due.trip.slug}/registrations/${id}/replacement`
    : `/municipality/registrations/${id}/replacement`;
  return home + localePath(due.locale, page);
}

export function replacementAsked(writing: Writing): Body {
  const { due, t, names, now } = writing;
  const { person, until } = factsOf(writing);
  const { organisation, replacementAsked: open } = due.registration;
  const asked = { ...names, person, organisation };
  return {
    subject: t("mail.replacementAsked.subject", asked),
    heading: t("mail.replacementAsked.heading"),
    paragraphs: [
      t("mail.replacementAsked.lead", asked),
      open
        ? t("mail.replacementAsked.until", {
            until: formatDeadline(new Date(until), due.locale, now),
          })
        : t("mail.replacementAsked.settled"),
    ],
    deed: { label: t("mail.deed.replacement"), href: answerPage(writing) },
  };
}

export function replacementProposed(writing: Writing): Body {
  const { due, t, names } = writing;
  const { person, successor } = factsOf(writing);
  const { organisation } = due.registration;
  const proposed = { ...names, person, successor, organisation };
  return {
    subject: t("mail.replacementProposed.subject", proposed),
    heading: t("mail.replacementProposed.heading"),
    paragraphs: [
      t("mail.replacementProposed.lead", proposed),
      t("mail.replacementProposed.meanwhile", proposed),
    ],
    deed: { label: t("mail.deed.replacement"), href: answerPage(writing) },
  };
}

export function comesAfterAll(writing: Writing): Body {
  const { due, t, names, home } = writing;
  const { person } = factsOf(writing);
  const said = { ...names, person };
  return {
    subject: t("mail.comesAfterAll.subject", said),
    heading: t("mail.comesAfterAll.heading"),
    paragraphs: [t("mail.comesAfterAll.lead", said)],
    deed: {
      label: t("mail.deed.municipality"),
      href: home + localePath(due.locale, "/municipality"),
    },
  };
}

export function withdrawalNoted(writing: Writing): Body {
  const { due, t, names, at, now, withdrawalPage } = writing;
  const { organisation } = due.registration;
  const until = formatDeadline(new Date(factsOf(writing).until), due.locale, now);
  return {
    subject: t("mail.withdrawalNoted.subject", names),
    heading: t("mail.withdrawalNoted.heading"),
    paragraphs: [
      t("mail.withdrawalNoted.lead", { ...names, organisation, until }),
      t("mail.withdrawalNoted.otherwise"),
    ],
    deed: { label: t("mail.deed.comeAfterAll"), href: withdrawalPage ?? at("/registration") },
  };
}

export function replaced(writing: Writing): Body {
  const { t, names, at } = writing;
  const { successor, reason } = factsOf(writing);
  return {
    subject: t("mail.replaced.subject", names),
    heading: t("mail.replaced.heading"),
    paragraphs: [
      t("mail.replaced.lead", { ...names, successor }),
      ...(reason ? [t("mail.cancelled.reason", { reason })] : []),
      t("mail.replaced.stored"),
      t("mail.replaced.mistaken", names),
    ],
    deed: { label: t("mail.deed.trip"), href: at("") },
  };
}

export function replacementDeclined(writing: Writing): Body {
  const { due, t, names, at } = writing;
  const { successor } = factsOf(writing);
  const { organisation } = due.registration;
  return {
    subject: t("mail.replacementDeclined.subject", names),
    heading: t("mail.replacementDeclined.heading"),
    paragraphs: [
      t("mail.replacementDeclined.lead", { ...names, successor, organisation }),
      t("mail.replacementDeclined.next"),
    ],
    deed: { label: t("mail.deed.registration"), href: at("/registration") },
  };
}
