import type { DueRoleMessage } from "#domain/message/queries.ts";
import { type Texts, textsIn } from "#lib/i18n/catalogue.ts";
import { localePath, textIn } from "#lib/locales.ts";
import type { Letter } from "./letter.ts";

/** What is told of somebody's role in a municipality. `address`: of the product, without a slash. */
export function coordinatorLetter(due: DueRoleMessage, address: string): Letter {
  const { locale, kind } = due;
  const t = textsIn(locale);
  const organisation = textIn(locale, due.organisation);
  const at = (path: string) => address + localePath(locale, path);
  const { paragraphs, deed } = bodies[kind]({ due, t, organisation, at });
  return {
    locale,
    subject: t(`mail.${kind}.subject`, { organisation }),
    heading: t(`mail.${kind}.heading`),
    paragraphs,
    facts: [[t("mail.coordinator.municipality"), organisation]],
    deed,
    afterwards: [],
    foot: [t("mail.coordinator.automatic")],
    eu: null,
  };
}

type Writing = {
  due: DueRoleMessage;
  t: Texts;
  organisation: string;
  /** A page of ours, in the reader's language. */
  at: (path: string) => string;
};

type Body = Pick<Letter, "paragraphs" | "deed">;

const bodies: Record<DueRoleMessage["kind"], (writing: Writing) => Body> = {
  coordinatorInvited,
  coordinatorApproved,
  coordinatorRefused,
  coordinatorRemoved,
};

/** Source: GDPR, Article 14: who gave the address, what is stored and why, and how to object. */
function coordinatorInvited({ due, t, organisation, at }: Writing): Body {
  const { by, contact } = due.facts;
  return {
    paragraphs: [
      t("mail.coordinatorInvited.lead", { by, organisation }),
      t("mail.coordinator.may"),
      t("mail.coordinatorInvited.begin"),
      t("mail.coordinatorInvited.stored", { contact, privacy: at("/privacy") }),
    ],
    deed: { label: t("mail.coordinator.deed"), href: at("/municipality") },
  };
}

function coordinatorApproved({ due, t, organisation, at }: Writing): Body {
  return {
    paragraphs: [
      t("mail.coordinatorApproved.lead", { by: due.facts.by, organisation }),
      t("mail.coordinator.may"),
    ],
    deed: { label: t("mail.coordinator.deed"), href: at("/municipality") },
  };
}

function coordinatorRefused({ due, t, organisation, at }: Writing): Body {
  const { by, contact, reason = "" } = due.facts;
  return {
    paragraphs: [
      t("mail.coordinatorRefused.lead", { by, organisation }),
      t("mail.coordinatorRefused.reason", { reason }),
      t("mail.coordinatorRefused.next", { contact }),
    ],
    deed: { label: t("mail.coordinatorRefused.deed"), href: at("/municipality/role") },
  };
}

function coordinatorRemoved({ due, t, organisation, at }: Writing): Body {
  const { by, contact } = due.facts;
  return {
    paragraphs: [
      t("mail.coordinatorRemoved.lead", { by, organisation }),
      t("mail.coordinatorRemoved.next", { contact }),
    ],
    deed: { label: t("mail.coordinatorRemoved.deed"), href: at("/me") },
  };
}
