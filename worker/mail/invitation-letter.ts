import { formatDeadline } from "#lib/dates.ts";
import { localePath } from "#lib/locales.ts";
import type { Body, Writing } from "./trip-letter.ts";

/** To the coordinators of a municipality that is invited: the link that opens the trip to its people. */
export function invitation({ due, t, names, home, now, tokens }: Writing): Body {
  const { invitationId } = due.facts as { invitationId: string };
  const deadline = formatDeadline(due.trip.registrationDeadline, due.locale, now);
  const link = `/invitations/${tokens.invitation(invitationId)}`;
  return {
    subject: t("mail.invitation.subject", names),
    heading: t("mail.invitation.heading"),
    paragraphs: [t("mail.invitation.lead", names), t("mail.invitation.share", { deadline })],
    deed: { label: t("mail.deed.trip"), href: home + localePath(due.locale, link) },
  };
}
