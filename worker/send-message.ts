import { calendarText } from "#documents/calendar.ts";
import { systemActor } from "#domain/actor/queries.ts";
import { mailedCalendar } from "#domain/calendar/queries.ts";
import { eventsOf } from "#domain/calendar/rules.ts";
import { messageFailed, messageSent } from "#domain/message/commands.ts";
import { dueMessage, dueRoleMessage } from "#domain/message/queries.ts";
import { env } from "#lib/env.ts";
import { textsIn } from "#lib/i18n/catalogue.ts";
import { invitationToken, signOffToken, withdrawalToken } from "#lib/keys.ts";
import type { Locale } from "#lib/locales.ts";
import { type MailedCalendarFile, RefusedMail } from "#lib/mail.ts";
import { coordinatorLetter } from "./mail/coordinator-letters.ts";
import { deliver } from "./mail/deliver.ts";
import { tripLetter } from "./mail/trip-letter.ts";

const tokens = { invitation: invitationToken, withdrawal: withdrawalToken, signOff: signOffToken };

/**
 * Sends a recorded message. What may be mended by waiting is thrown, so that the job is tried again; a
 * mail that is refused for good is noted and left.
 */
export async function sendMessage(messageId: string, now: Date): Promise<void> {
  const due =
    (await dueMessage(systemActor, messageId)) ?? (await dueRoleMessage(systemActor, messageId));
  if (!due) return;
  const address = env().APP_URL;
  const letter =
    "trip" in due ? tripLetter(due, { address, now, tokens }) : coordinatorLetter(due, address);
  try {
    const calendar = await calendarOf(messageId, due.locale);
    await deliver(letter, { to: due.recipient, key: messageId, calendar }, now);
  } catch (error) {
    await messageFailed(systemActor, messageId, (error as Error).message);
    if (error instanceof RefusedMail) return;
    throw error;
  }
  await messageSent(systemActor, messageId, now);
}

/** What a letter brings for its reader's calendar, or takes out of it. */
async function calendarOf(messageId: string, locale: Locale): Promise<MailedCalendarFile | null> {
  const mailed = await mailedCalendar(systemActor, messageId);
  if (!mailed) return null;
  const { method, trip, place } = mailed;
  const { APP_URL: home, MAIL_FROM: from } = env();
  const text = calendarText(eventsOf(trip, place), {
    locale,
    t: textsIn(locale),
    method,
    home,
    from,
  });
  return { name: `${trip.slug}.ics`, method, text };
}
