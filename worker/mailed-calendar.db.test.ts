import { and, eq } from "drizzle-orm";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { message } from "#db/schema/registration.ts";
import { replace } from "#domain/replacement/commands.ts";
import { cancelTrip } from "#domain/trip-state/commands.ts";
import { withdraw } from "#domain/withdrawal/commands.ts";
import { aPerson } from "#scripts/checks/factories.ts";
import { aHeldPlace, newcomer } from "#scripts/checks/held-place.ts";
import { setUpMailServer } from "#scripts/checks/smtp-server.ts";
import { sendMessage } from "./send-message.ts";

const server = await setUpMailServer();
const now = new Date();

beforeEach(() => {
  server.received.length = 0;
});

afterAll(() => server.stop());

type Kind = (typeof message.$inferSelect)["kind"];

/** The calendar files of the letter of this kind about a registration, as a mail program finds them. */
async function attachedTo(registrationId: string, kind: Kind) {
  const [said] = await database()
    .select({ id: message.id })
    .from(message)
    .where(and(eq(message.registrationId, registrationId), eq(message.kind, kind)));
  server.received.length = 0;
  await sendMessage(said?.id ?? "", now);
  expect(server.received).toHaveLength(1);
  const mail = await PostalMime.parse(server.received[0]?.source ?? "");
  return mail.attachments.filter(({ mimeType }) => mimeType === "text/calendar");
}

async function calendarIn(registrationId: string, kind: Kind) {
  const [file, ...others] = await attachedTo(registrationId, kind);
  expect(others).toEqual([]);
  if (!file) throw new Error("no calendar is attached");
  const calendar = new ICAL.Component(
    ICAL.parse(new TextDecoder().decode(file.content as ArrayBuffer)),
  );
  const events = calendar.getAllSubcomponents("vevent").map((one) => {
    const { uid, sequence, startDate } = new ICAL.Event(one);
    const status = String(one.getFirstPropertyValue("status"));
    return { uid, sequence, status, date: startDate.toString() };
  });
  return {
    filename: file.filename,
    disposition: file.disposition,
    told: file.method,
    method: calendar.getFirstPropertyValue("method"),
    events,
  };
}

describe("a letter about a place", () => {
  it("brings its days, and the next one takes the same days back", async () => {
    const { trip, person, registrationId } = await aHeldPlace(now);
    const event = { uid: `${trip.tripId}-${trip.date}@pieredze`, date: trip.date };
    const file = { filename: `${trip.slug}.ics`, disposition: "attachment" };
    expect(await calendarIn(registrationId, "confirmed")).toEqual({
      ...file,
      told: "PUBLISH",
      method: "PUBLISH",
      events: [{ ...event, sequence: 0, status: "CONFIRMED" }],
    });
    await withdraw(person, { registrationId }, now);
    expect(await calendarIn(registrationId, "withdrawn")).toEqual({
      ...file,
      told: "CANCEL",
      method: "CANCEL",
      events: [{ ...event, sequence: 1, status: "CANCELLED" }],
    });
  });

  it("brings them to whoever was promoted from the line", async () => {
    const { person, registrationId, registered } = await aHeldPlace(now);
    await registered(await aPerson());
    const waiting = await registered(await aPerson());
    expect(await attachedTo(waiting, "waiting")).toEqual([]);
    await withdraw(person, { registrationId }, now);
    expect(await calendarIn(waiting, "promoted")).toMatchObject({ method: "PUBLISH" });
  });

  it("takes nothing back that was never brought, nor from whoever registered anew", async () => {
    const { person, registrationId, registered } = await aHeldPlace(now);
    await withdraw(person, { registrationId }, now);
    const again = await registered(person);
    expect(await attachedTo(registrationId, "withdrawn")).toEqual([]);
    expect((await calendarIn(again, "confirmed")).events).toMatchObject([{ sequence: 2 }]);
  });

  it("takes them from the one who was replaced, and brings them to the other", async () => {
    const { coordinator, registrationId } = await aHeldPlace(now);
    await replace(coordinator, { ...newcomer(), registrationId }, now);
    expect(await calendarIn(registrationId, "replaced")).toMatchObject({
      method: "CANCEL",
      events: [{ sequence: 1, status: "CANCELLED" }],
    });
    expect(await calendarIn(registrationId, "entered")).toMatchObject({
      method: "PUBLISH",
      events: [{ sequence: 0, status: "CONFIRMED" }],
    });
  });

  it("takes them back when the trip is cancelled", async () => {
    const { trip, registrationId } = await aHeldPlace(now);
    await cancelTrip(trip.organiser, { tripId: trip.tripId, reason: { lv: "Vētra" } }, now);
    expect(await calendarIn(registrationId, "cancelled")).toMatchObject({
      method: "CANCEL",
      events: [{ sequence: 1, status: "CANCELLED" }],
    });
  });
});
