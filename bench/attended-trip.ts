import { eq, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { project, trip } from "#db/schema/trip.ts";
import type { OpenTrip } from "#scripts/checks/open-trip.ts";
import { aLongList } from "./long-list.ts";

/** A trip of a project, on whose day so many people of eight municipalities were present; others had no seat. */
export async function anAttendedTrip(present: number): Promise<OpenTrip> {
  const made = await aLongList(Math.ceil(present / 0.75));
  const { tripId, organiser } = made;
  const [paying] = await database().select({ id: project.id }).from(project).limit(1);
  await database()
    .update(trip)
    .set({ projectId: paying?.id ?? null })
    .where(eq(trip.id, tripId));
  const { rowCount } = await database().execute(sql`
    insert into attendance (id, trip_day_id, registration_id, present, recorded_by, device, device_at)
    select gen_random_uuid(), trip_day.id, registration.id, true, ${organiser.userId}, 'bench', now()
    from registration join trip_day on trip_day.trip_id = registration.trip_id
    where registration.trip_id = ${tripId} and registration.confirmed_at is not null`);
  if (rowCount !== present) throw new Error(`${rowCount} of ${present} people were present`);
  return made;
}
