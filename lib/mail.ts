import { createTransport, type SendMailOptions } from "nodemailer";
import { env } from "./env.ts";

/** A mail to one person. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Names what is said: a repeat carries the same, so that a mail program can show one of them. */
  key: string;
  /** Pictures that the HTML shows as `cid:NAME`. */
  pictures?: readonly { name: string; png: Buffer }[];
  calendar?: MailedCalendarFile | null;
};

/** An .ics file, and whether it brings its events or takes them back. */
export type MailedCalendarFile = { name: string; method: "PUBLISH" | "CANCEL"; text: string };

/** The server will never take this mail, however often it is tried. */
export class RefusedMail extends Error {}

/**
 * Hands a mail to the SMTP server of SMTP_URL. Throws `RefusedMail` when it is refused for good (5yz),
 * and another error when trying again may help.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) throw new Error("SMTP_URL is not set: no mail can be sent");
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  try {
    await transport.sendMail(writtenOut(mail, MAIL_FROM));
  } catch (error) {
    const { responseCode = 0, message } = error as Error & { responseCode?: number };
    if (responseCode >= 500) throw new RefusedMail(message);
    throw error;
  } finally {
    transport.close();
  }
}

function writtenOut(mail: Mail, from: string): SendMailOptions {
  const { to, subject, text, html, key, pictures = [], calendar } = mail;
  return {
    from,
    // Never as a text, in which a comma would make two of one.
    to: { name: "", address: to },
    subject,
    text,
    html,
    messageId: `<${key}@${new URL(env().APP_URL).hostname}>`,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    attachments: [
      ...pictures.map(({ name, png }) => ({
        cid: name,
        content: png,
        contentType: "image/png",
        contentDisposition: "inline" as const,
      })),
      ...(calendar ? [attached(calendar)] : []),
    ],
  };
}

/** Beside the letter and not as another form of it, in whose place some mail programs would show it. */
const attached = ({ name, method, text }: MailedCalendarFile) => ({
  filename: name,
  content: text,
  contentType: `text/calendar; charset=utf-8; method=${method}`,
  contentDisposition: "attachment" as const,
});
