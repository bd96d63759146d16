import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { delegation } from "#db/schema/delegation.ts";
import { organisation } from "#db/schema/organisation.ts";
import { user } from "#db/schema/person.ts";
import { registration } from "#db/schema/registration.ts";
import { quota } from "#db/schema/trip.ts";
import { saveAnswers } from "#domain/answer/commands.ts";
import { recordAttendance } from "#domain/attendance/commands.ts";
import { momentInRiga } from "#lib/dates.ts";
import { anAskedTrip, twoOptions } from "./asked-trip.ts";
import { anOrganisation, aRegistration } from "./factories.ts";

export const registered = momentInRiga("2026-05-10", "09:05");
export const confirmed = momentInRiga("2026-05-11", "23:30");
export const withdrawn = momentInRiga("2026-05-12", "08:00");
export const firstMark = momentInRiga("2026-06-12", "08:10");
export const lastMark = momentInRiga("2026-06-12", "09:20");

/**
 * A trip with one registration in each state, of two municipalities: its head of a delegation has answered what
 * is asked, and was marked absent and then present.
 */
export async function anExportedTrip() {
  const now = new Date();
  const { trip, municipality: ada, person, registrationId, asks } = await anAskedTrip(now);
  const { tripId, organiser } = trip;
  const bauska = await anOrganisation("municipality");
  await name(ada, `Ādažu novads ${tripId}`);
  await name(bauska, `Bauskas novads ${tripId}`);
  await database()
    .update(user)
    .set({ givenName: "Ilze", familyName: "Kalna" })
    .where(eq(user.id, organiser.userId));
  await database()
    .insert(quota)
    .values([
      { tripId, organisationId: ada, guaranteed: 2, maximum: 5 },
      { tripId, organisationId: bauska },
    ]);
  const [sent] = await database()
    .insert(delegation)
    .values({
      tripId,
      organisationId: ada,
      sentBy: person.userId,
      size: 2,
      atLeast: 1,
      key: randomUUID(),
    })
    .returning({ id: delegation.id });
  const delegationId = sent?.id ?? "";
  const facts = { tripId, organisationId: ada, createdAt: registered, phone: "+37126123456" };
  await database()
    .update(registration)
    .set({
      ...facts,
      familyName: "Ābele",
      institution: "=1+1",
      delegationId,
      isHead: true,
      confirmedAt: confirmed,
    })
    .where(eq(registration.id, registrationId));
  await aRegistration({
    ...facts,
    familyName: "Zīle",
    organisationId: bauska,
    email: "zile@example.lv",
    noPhotos: true,
  });
  const waits = { ...facts, familyName: "Čakste", organisationId: bauska, phone: "0012" };
  await aRegistration({ ...waits, email: "cakste@example.lv" });
  await aRegistration({
    ...facts,
    familyName: "Dīķe",
    email: "dike@example.lv",
    signOffDueAt: lastMark,
  });
  const left = { confirmedAt: confirmed, withdrawnAt: withdrawn, email: "egle@example.lv" };
  await aRegistration({ ...facts, familyName: "Egle", ...left });
  const unnamed = {
    userId: null,
    givenName: "",
    familyName: "",
    email: "",
    phone: "",
    position: "",
  };
  await aRegistration({ ...facts, ...unnamed, delegationId, confirmedAt: confirmed });
  const questions = {
    why: await asks({ label: { lv: "Kāpēc?" } }),
    nights: await asks({ kind: "number", label: { lv: "Naktis" } }),
    room: await asks({ kind: "choice", label: { lv: "Istaba" }, options: twoOptions }),
    bus: await asks({ kind: "yesNo", label: { lv: "Autobuss" } }),
  };
  const typed = {
    [questions.why]: ["Mācīties"],
    [questions.nights]: ["1,5"],
    [questions.room]: ["two"],
    [questions.bus]: ["no"],
  };
  const answered = await saveAnswers(
    person,
    { registrationId, typed, files: {}, removed: [] },
    now,
  );
  if (!answered.ok) throw new Error(answered.reason);
  for (const [present, deviceAt] of [
    [false, firstMark],
    [true, lastMark],
  ] as const) {
    const mark = {
      id: randomUUID(),
      tripId,
      registrationId,
      date: trip.date,
      present,
      device: "phone",
    };
    const marked = await recordAttendance(organiser, { ...mark, deviceAt }, now);
    if (!marked.ok) throw new Error(marked.reason);
  }
  return {
    trip,
    person,
    registrationId,
    ada: `Ādažu novads ${tripId}`,
    bauska: `Bauskas novads ${tripId}`,
  };
}

const name = (id: string, called: string) =>
  database().update(organisation).set({ name: called }).where(eq(organisation.id, id));
