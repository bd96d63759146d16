import { eq } from "drizzle-orm";
import PostalMime from "postal-mime";
import { afterAll, beforeEach, describe, expect, it, test } from "vitest";
import { database } from "#db/client.ts";
import { message } from "#db/schema/registration.ts";
import { publishTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { seal } from "#lib/seal.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aRegistration,
  aTrip,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { setUpMailServer } from "#scripts/checks/smtp-server.ts";
import { sendLoginMail } from "./send-login-mail.ts";
import { sendMessage } from "./send-message.ts";

const server = await setUpMailServer();

const now = momentInRiga("2026-05-12", "12:00");

beforeEach(() => {
  server.received.length = 0;
  server.refuseWith = null;
});

afterAll(() => server.stop());

/** The one mail that has arrived, taken apart. */
async function arrived() {
  expect(server.received).toHaveLength(1);
  const [{ to, source }] = server.received as [{ to: string[]; source: string }];
  return { to, mail: await PostalMime.parse(source) };
}

async function aMessage(locale: "lv" | "en" | "lt" = "lv") {
  const organisationId = await anOrganisation();
  const organiser = await aPerson({ role: "organiser", organisationId });
  const facts = tripFacts({ organisationId, placeId: await aPlace() });
  const { tripId } = await aTrip(organiser, facts);
  await publishTrip(organiser, { tripId }, now);
  const recipient = `anna-${locale}@kraslava.example`;
  const registrationId = await aRegistration({
    tripId,
    organisationId,
    locale,
    confirmedAt: now,
    email: recipient,
  });
  const [made] = await database()
    .insert(message)
    .values({
      tripId,
      registrationId,
      kind: "confirmed",
      recipient,
      locale,
      cause: `test:${registrationId}`,
    })
    .returning({ id: message.id });
  return { id: (made as { id: string }).id, recipient };
}

const stored = async (id: string) =>
  (
    await database()
      .select({
        sentAt: message.sentAt,
        failedAttempts: message.failedAttempts,
        lastError: message.lastError,
      })
      .from(message)
      .where(eq(message.id, id))
  )[0];

describe("a recorded message", () => {
  it.each([
    ["lv", "Vieta apstiprināta: Viedā pilsēta Jelgavā"],
    ["en", "Seat confirmed: Smart city in Jelgava"],
    ["lt", "Vieta patvirtinta: Viedā pilsēta Jelgavā"],
  ] as const)("goes out in %s, to one person, marked as automatic", async (locale, subject) => {
    const { id, recipient } = await aMessage(locale);
    await sendMessage(id, now);
    const { to, mail } = await arrived();
    expect(to).toEqual([recipient]);
    expect(mail.subject).toBe(subject);
    expect(mail.from).toMatchObject({ name: "Pieredze", address: "pieredze@example.lv" });
    expect(mail.messageId).toBe(`<${id}@localhost>`);
    expect(mail.headers).toContainEqual(
      expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }),
    );
    expect(mail.text).toContain("/trips/");
    expect(mail.html).toContain(`<html lang="${locale}">`);
    expect(await stored(id)).toMatchObject({ sentAt: now, lastError: null });
  });

  it("is sent once, however often its job runs", async () => {
    const { id } = await aMessage();
    await sendMessage(id, now);
    await sendMessage(id, now);
    expect(server.received).toHaveLength(1);
  });

  it("is tried again when the server cannot take it now", async () => {
    const { id } = await aMessage();
    server.refuseWith = 451;
    await expect(sendMessage(id, now)).rejects.toThrow("refused by the test");
    expect(await stored(id)).toMatchObject({ sentAt: null, failedAttempts: 1 });
    server.refuseWith = null;
    await sendMessage(id, now);
    expect(await stored(id)).toMatchObject({ sentAt: now, lastError: null });
  });

  it("is noted and left when the server will never take it", async () => {
    const { id } = await aMessage();
    server.refuseWith = 550;
    await sendMessage(id, now);
    expect(await stored(id)).toMatchObject({
      sentAt: null,
      failedAttempts: 1,
      lastError: expect.stringContaining("550"),
    });
  });
});

describe("a sign-in mail", () => {
  const mail = { email: "anna@kraslava.example", code: "012345", token: "abc", locale: "lv" };

  it("brings the code to type and a link to a page with a button", async () => {
    await sendLoginMail(await seal("login mail", mail, 600), now);
    const { to, mail: got } = await arrived();
    expect(to).toEqual([mail.email]);
    expect(got.subject).toBe("Pieslēgšanās kods: 012\u00a0345");
    expect(got.text).toContain("012\u00a0345");
    expect(got.text).toContain("http://localhost:3000/sign-in/confirm?t=abc");
  });

  it("is not sent once its code is over", async () => {
    await sendLoginMail(await seal("login mail", mail, -1), now);
    expect(server.received).toEqual([]);
  });

  it("is not tried again for an address that does not exist", async () => {
    server.refuseWith = 550;
    await sendLoginMail(await seal("login mail", mail, 600), now);
    expect(server.received).toEqual([]);
  });
});

test("an unknown message is nothing to send", async () => {
  await sendMessage("00000000-0000-4000-8000-000000000000", now);
  expect(server.received).toEqual([]);
});
