import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { organisation } from "#db/schema/organisation.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { addRooms, saveLodging } from "#domain/lodging/commands.ts";
import { lodgingsOfTrip } from "#domain/lodging/queries.ts";
import { changeProject, createProject } from "#domain/project/commands.ts";
import { changeRecord } from "#domain/record/commands.ts";
import { setSeats } from "#domain/seat/commands.ts";
import { anOrganisation, aPerson, aRegistration } from "#scripts/checks/factories.ts";
import type { OpenTrip } from "#scripts/checks/open-trip.ts";

// What somebody has open, and what a colleague changes about it meanwhile.

/** A host that any organiser may mend. */
export async function aHost() {
  const organiser = await aPerson({
    role: "organiser",
    organisationId: await anOrganisation(),
  });
  const hostId = await anOrganisation("host");
  return { organiser, hostId };
}

/** A colleague mends the host. */
export async function mend(organiser: PersonActor, hostId: string, facts: { name: string }) {
  const rest = { nameEn: null, placeId: null, groupLimit: 7, calledUntil: null };
  const mended = await changeRecord(
    organiser,
    { organisationId: hostId, ...facts, ...rest },
    new Date(),
  );
  if (!mended.ok) throw new Error(mended.reason);
}

/** A project, and what changes it; both say which one it is. */
export async function aProject(organiser: PersonActor, organisationId: string) {
  const words = { programme: { lv: "Interreg" }, fundingStatement: { lv: "Līdzfinansē" } };
  const rest = { number: randomUUID(), ...words, disclaimer: { lv: "Atbild {organiser}." } };
  let projectId: string | null = null;
  return async (facts: { shortName: string; period: "2014-2020" | "2021-2027" }) => {
    const wanted = { ...rest, ...facts, name: { lv: `Projekts ${facts.shortName}` } };
    const done = projectId
      ? await changeProject(organiser, { projectId, ...wanted }, new Date())
      : await createProject(organiser, { organisationId, ...wanted });
    if (!done.ok) throw new Error(done.reason);
    projectId = done.projectId;
    return projectId;
  };
}

export async function aMunicipality(name: string): Promise<string> {
  const id = await anOrganisation("municipality");
  const called = { name: `${name} ${id}` };
  await database().update(organisation).set(called).where(eq(organisation.id, id));
  return id;
}

/** Gives each municipality so many seats; others have none. */
export async function guarantee(trip: OpenTrip, seats: [string, number][]): Promise<void> {
  const soon = new Date(Date.now() + 86_400_000);
  const dates = { releaseAt: soon, promotionEndsAt: soon, namesFrozenAt: soon };
  const rest = { capacity: 10, allocationOrder: "spread" as const, signOffHours: null, ...dates };
  const quotas = seats.map(([organisationId, guaranteed]) => ({
    ...{ organisationId, guaranteed },
    maximum: null,
  }));
  const set = await setSeats(trip.organiser, { tripId: trip.tripId, ...rest, quotas }, new Date());
  if (!set.ok) throw new Error(set.reason);
}

/** Somebody who travels along, as a registration. */
export const aGuest = async ({ tripId }: OpenTrip) =>
  aRegistration({
    tripId,
    organisationId: await anOrganisation("municipality"),
    waitingReason: null,
    confirmedAt: new Date(),
  });

/** A lodging with two rooms for two. */
export async function aLodging({ organiser, tripId, date }: OpenTrip) {
  const now = new Date();
  const nights = { firstNight: date, lastNight: date };
  const facts = { tripId, name: "Viesnīca", address: null, ...nights };
  const made = await saveLodging(organiser, facts, now);
  if (!made.ok) throw new Error(made.reason);
  const { lodgingId } = made;
  await addRooms(organiser, { tripId, lodgingId, kind: "twin", count: 2, from: 1 }, now);
  const [found] = (await lodgingsOfTrip(organiser, tripId)) ?? [];
  return { lodgingId, rooms: found?.rooms.map(({ id }) => id) ?? [] };
}
