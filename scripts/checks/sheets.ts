import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { signedSheet } from "#db/schema/sheet.ts";
import { tripDay } from "#db/schema/trip.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import type { DayReference } from "#domain/day-lock/schema.ts";
import { addSheet } from "#domain/sheet/commands.ts";
import { addWalkIn } from "#domain/walk-in/commands.ts";
import type { NewWalkIn } from "#domain/walk-in/schema.ts";
import { aPhotograph } from "./photograph.ts";

/** The signed sheet of a day came back; answers its id. */
export async function aSheet(organiser: PersonActor, day: DayReference): Promise<string> {
  const sent = { ...day, name: "lapa.jpg", bytes: await aPhotograph() };
  const added = await addSheet(organiser, sent, new Date());
  if (!added.ok) throw new Error(added.reason);
  const [sheet] = await database()
    .select({ id: signedSheet.id })
    .from(signedSheet)
    .innerJoin(tripDay, eq(tripDay.id, signedSheet.tripDayId))
    .where(eq(tripDay.tripId, day.tripId));
  return (sheet as { id: string }).id;
}

/** Somebody came along on a day without a registration; answers the id. */
export async function aWalkIn(
  organiser: PersonActor,
  day: DayReference,
  changes: Partial<NewWalkIn> = {},
): Promise<string> {
  const person = { givenName: "Jānis", familyName: "Ozols", institution: "Ozolu skola" };
  const walkIn = { ...day, ...person, id: randomUUID(), organisationId: null, ...changes };
  const added = await addWalkIn(organiser, walkIn, new Date());
  if (!added.ok) throw new Error(`${added.reason} ${JSON.stringify(added.detail)}`);
  return walkIn.id;
}
