import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#db/client.ts";
import { certificate } from "#db/schema/paper.ts";
import { registration } from "#db/schema/registration.ts";
import { replacement } from "#db/schema/replacement.ts";
import { publicActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { lockDay, reopenDay } from "#domain/day-lock/commands.ts";
import { completeTrip, publishTrip } from "#domain/trip-state/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import {
  anOrganisation,
  aPerson,
  aPlace,
  aRegistration,
  aTrip,
  strangersTo,
  tripFacts,
} from "#scripts/checks/factories.ts";
import { anAdmin } from "#scripts/checks/strangers.ts";
import { issueCertificates } from "./commands.ts";
import { confirmedCertificate } from "./queries.ts";

const [firstDay, lastDay] = ["2026-06-12", "2026-06-13"];
const during = momentInRiga(firstDay, "12:00");
const evening = momentInRiga(firstDay, "20:00");
const after = momentInRiga("2026-06-15", "12:00");

let organisationId: string;
let municipality: string;
let organiser: PersonActor;
let attendee: PersonActor;
let tripId: string;
let tripSlug: string;
let registrationId: string;

beforeEach(async () => {
  organisationId = await anOrganisation();
  organiser = await aPerson({ role: "organiser", organisationId });
  const facts = tripFacts({ organisationId, placeId: await aPlace() });
  ({ tripId, slug: tripSlug } = await aTrip(organiser, facts));
  await publishTrip(organiser, { tripId }, momentInRiga("2026-05-10", "12:00"));
  attendee = await aPerson();
  const { userId, email } = attendee;
  municipality = await anOrganisation("municipality");
  registrationId = await aRegistration({
    tripId,
    organisationId: municipality,
    confirmedAt: during,
    userId,
    email,
  });
});

async function mark(date: string, present: boolean, at = during) {
  const facts = { id: randomUUID(), tripId, registrationId, date, present };
  const made = await recordAttendance(organiser, { ...facts, device: "phone", deviceAt: at }, at);
  expect(made.ok).toBe(true);
}

const own = () => issueCertificates(attendee, { registrationId }, after);

describe("a certificate of attendance", () => {
  it("names the days on which the person was there, and keeps its number", async () => {
    await mark(firstDay, true);
    await mark(lastDay, false);
    const [first] = await own();
    expect(first).toMatchObject({
      days: [firstDay],
      hours: null,
      person: { name: "Anna Bērziņa" },
    });
    const again = await issueCertificates(
      organiser,
      { tripSlug },
      momentInRiga("2026-06-20", "12:00"),
    );
    expect(again.map(({ number }) => number)).toEqual([first?.number]);
  });

  it("is issued once when two ask at the same time", async () => {
    await mark(firstDay, true);
    const asked = Array.from({ length: 8 }, () => own());
    const numbers = (await Promise.all(asked)).flat().map(({ number }) => number);
    expect(numbers).toHaveLength(8);
    expect(new Set(numbers).size).toBe(1);
  });

  it("is replaced by another when what it says is no longer so, and says so to whoever checks it", async () => {
    await mark(firstDay, true);
    const [before] = await own();
    await mark(lastDay, true);
    const [now] = await own();
    expect(now?.days).toEqual([firstDay, lastDay]);
    expect(now?.number).not.toBe(before?.number);
    expect(
      await confirmedCertificate(publicActor, before?.certificateId ?? "", after),
    ).toMatchObject({
      inForce: false,
    });
    expect(await confirmedCertificate(publicActor, now?.certificateId ?? "", after)).toEqual({
      number: now?.number,
      name: "Anna Bērziņa",
      tripTitle: { lv: "Viedā pilsēta Jelgavā", en: "Smart city in Jelgava" },
      days: [firstDay, lastDay],
      issuedAt: after,
      imported: null,
      inForce: true,
    });
  });

  it("is no longer in force once the presence that it certifies is taken back", async () => {
    await mark(firstDay, true);
    const [issued] = await own();
    await mark(firstDay, false);
    expect(
      await confirmedCertificate(publicActor, issued?.certificateId ?? "", after),
    ).toMatchObject({
      days: [firstDay],
      inForce: false,
    });
  });

  it("counts only the days since the person has the place", async () => {
    await mark(firstDay, true);
    const former = {
      formerUserId: attendee.userId,
      formerName: "Anna Bērziņa",
      successorName: "Rūta Zīle",
    };
    await database()
      .insert(replacement)
      .values({ ...former, registrationId, replacedBy: organiser.userId, replacedAt: evening });
    expect(await own()).toEqual([]);
    await mark(lastDay, true, momentInRiga(lastDay, "10:00"));
    expect((await own()).map(({ days }) => days)).toEqual([[lastDay]]);
  });

  it("is issued by nobody who may only read it", async () => {
    await mark(firstDay, true);
    const admin = await anAdmin();
    expect(await issueCertificates(admin, { registrationId }, after)).toEqual([]);
    const [issued] = await own();
    const read = await issueCertificates(admin, { registrationId }, after);
    expect(read.map(({ number }) => number)).toEqual([issued?.number]);
  });

  it("is for nobody who was not there, and for nobody before the trip is over", async () => {
    expect(await own()).toEqual([]);
    await mark(firstDay, true);
    expect(await issueCertificates(attendee, { registrationId }, during)).toEqual([]);
    await mark(firstDay, false);
    expect(await own()).toEqual([]);
  });

  it("of a trip completed in the morning names its last day once that is over, or locked before", async () => {
    const morning = momentInRiga(lastDay, "09:00");
    await mark(firstDay, true);
    await mark(lastDay, true, morning);
    expect(await completeTrip(organiser, { tripId }, morning)).toMatchObject({ ok: true });
    const issuedAt = async (now: Date) =>
      (await issueCertificates(attendee, { registrationId }, now)).map(
        ({ certificateId, days }) => ({ certificateId, days }),
      );
    const [early] = await issuedAt(morning);
    expect(early?.days).toEqual([firstDay]);
    const checked = (now: Date) =>
      confirmedCertificate(publicActor, early?.certificateId ?? "", now);
    expect(await checked(morning)).toMatchObject({ days: [firstDay], inForce: true });
    const locked = await lockDay(organiser, { tripId, date: lastDay }, morning);
    expect(locked).toEqual({ ok: true, locked: true });
    expect(await checked(morning)).toMatchObject({ inForce: false });
    expect((await issuedAt(morning)).map(({ days }) => days)).toEqual([[firstDay, lastDay]]);
    await reopenDay(organiser, { tripId, date: lastDay, reason: "Vēl viens autobuss." }, morning);
    expect((await issuedAt(morning)).map(({ days }) => days)).toEqual([[firstDay]]);
    expect((await issuedAt(after)).map(({ days }) => days)).toEqual([[firstDay, lastDay]]);
  });

  it("is also for somebody who withdrew after having been there", async () => {
    await mark(firstDay, true);
    await database()
      .update(registration)
      .set({ withdrawnAt: during })
      .where(eq(registration.id, registrationId));
    expect(await own()).toHaveLength(1);
  });

  it("is found by the person, the own municipality's coordinator and the organiser alone", async () => {
    await mark(firstDay, true);
    for (const stranger of await strangersTo(organisationId)) {
      expect(await issueCertificates(stranger, { registrationId }, after)).toEqual([]);
    }
    const coordinator = await aPerson({ role: "coordinator", organisationId: municipality });
    expect(await issueCertificates(coordinator, { registrationId }, after)).toHaveLength(1);
    expect(await confirmedCertificate(publicActor, randomUUID(), after)).toBeNull();
    expect(await confirmedCertificate(publicActor, "nav", after)).toBeNull();
  });

  it("cannot be changed or deleted in the database", async () => {
    await mark(firstDay, true);
    await own();
    const which = eq(certificate.registrationId, registrationId);
    const changed = database().update(certificate).set({ name: "Kāds Cits" }).where(which);
    await expect(changed).rejects.toMatchObject({
      cause: { message: "a certificate never changes" },
    });
    await expect(database().delete(certificate).where(which)).rejects.toMatchObject({
      cause: { message: "a certificate never changes" },
    });
  });
});
