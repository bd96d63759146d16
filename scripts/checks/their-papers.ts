import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { certificate } from "#db/schema/paper.ts";
import { tripDay } from "#db/schema/trip.ts";
import { systemActor } from "#domain/actor/queries.ts";
import type { PersonActor } from "#domain/actor/schema.ts";
import { finishBatch, startBatch } from "#domain/paper-batch/commands.ts";

type Place = { organiser: PersonActor; tripId: string; registrationId: string; now: Date };

/** Somebody was there, has a certificate, and all letters of the trip are made. */
export async function papersOf({ organiser, tripId, registrationId, now }: Place) {
  const { userId } = organiser;
  const days = await database()
    .select({ id: tripDay.id, date: tripDay.date })
    .from(tripDay)
    .where(eq(tripDay.tripId, tripId))
    .orderBy(asc(tripDay.date));
  const [day] = days as [(typeof days)[number]];
  const mark = {
    id: randomUUID(),
    tripDayId: day.id,
    registrationId,
    present: true,
    device: "phone",
  };
  await database()
    .insert(attendance)
    .values({ ...mark, recordedBy: userId, deviceAt: now });
  const said = { name: "Kāds Cits", organisation: "Krāslavas novads", position: "juriste" };
  const issued = {
    registrationId,
    tripTitle: { lv: "Brauciens" },
    days: [day.date],
    issuedBy: userId,
  };
  const [made] = await database()
    .insert(certificate)
    .values({ ...said, ...issued })
    .returning({ id: certificate.id });
  const begun = await startBatch(
    organiser,
    { tripId, paper: "invitation", locale: "lv" },
    new Date(),
  );
  if (!begun.ok) throw new Error(begun.reason);
  const { batchId } = begun;
  const files = { pdf: Buffer.from("%PDF-"), zipEnd: Buffer.from("PK") };
  await finishBatch(systemActor, batchId, files, new Date());
  return { certificateId: (made as { id: string }).id, batchId };
}
