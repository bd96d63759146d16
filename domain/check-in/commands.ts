import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { attendance } from "#db/schema/attendance.ts";
import { selfCheckIn } from "#db/schema/badge.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { type AttendanceState, stateOf } from "#domain/attendance/rules.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { withOwnTrip } from "#domain/trip/commands.ts";
import type { Result } from "#lib/result.ts";
import { type OwnCheckIn, scanned } from "./queries.ts";
import { type CheckInSwitch, checkInSwitch, type ScannedCode, scannedCode } from "./schema.ts";

/**
 * Lets people of a trip check in themselves, or ends that: all codes made before are then worth nothing. For its
 * organiser. Doing it twice is doing it once.
 */
export async function switchCheckIn(
  actor: Actor,
  input: CheckInSwitch,
  now: Date,
): Promise<Result<object, "notFound" | "invalid" | "cancelled" | "completed">> {
  const parsed = checkInSwitch.safeParse(input);
  return withOwnTrip(actor, String(input.tripId), async (tx, own) => {
    if (!isPerson(actor)) return { ok: false, reason: "notFound" };
    if (!parsed.success) return { ok: false, reason: "invalid" };
    const { on } = parsed.data;
    const changed = on
      ? await tx
          .insert(selfCheckIn)
          .values({
            tripId: own.id,
            key: randomBytes(32).toString("base64url"),
            switchedOnBy: actor.userId,
            switchedOnAt: now,
          })
          .onConflictDoNothing()
          .returning({ tripId: selfCheckIn.tripId })
      : await tx
          .delete(selfCheckIn)
          .where(eq(selfCheckIn.tripId, own.id))
          .returning({ tripId: selfCheckIn.tripId });
    if (changed.length > 0) {
      await recordAudit(tx, actor, {
        action: on ? "checkIn.switchOn" : "checkIn.switchOff",
        subjectId: own.id,
        tripId: own.id,
        organisationId: own.organisationId,
      });
    }
    return { ok: true };
  });
}

/**
 * Adds the actor's own mark of being there, by a code that a leader shows at this moment. It takes the place of no other
 * mark: one that says absent is contradicted, and the leader decides. Once in a place; `state` is what the marks come to.
 */
export async function checkIn(
  actor: Actor,
  input: ScannedCode,
  now: Date,
): Promise<
  Result<
    { recorded: boolean; state: AttendanceState },
    "notFound" | NonNullable<OwnCheckIn["refusal"]>
  >
> {
  const parsed = scannedCode.safeParse(input);
  if (!isPerson(actor) || !parsed.success) return { ok: false, reason: "notFound" };
  return database().transaction(async (tx) => {
    const found = await scanned(tx, actor, parsed.data, now, { hold: true });
    if (!found) return { ok: false, reason: "notFound" };
    const { place, refusal, marks, registrationId, tripId, organisationId } = found;
    const before = stateOf(marks);
    if (marks.some(({ byAttendee }) => byAttendee) || (before === "present" && !refusal)) {
      return { ok: true, recorded: false, state: before };
    }
    if (refusal) return { ok: false, reason: refusal };
    const mark = {
      id: randomUUID(),
      present: true,
      recordedBy: actor.userId,
      device: "self check-in",
      deviceNumber: null,
      overrules: [],
    };
    const { date, ...where } = place;
    const added = await tx
      .insert(attendance)
      .values({
        ...mark,
        ...where,
        tripDayId: found.tripDayId,
        registrationId,
        byAttendee: true,
        deviceAt: now,
        receivedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: attendance.id });
    if (added.length === 0) return { ok: true, recorded: false, state: before };
    await recordAudit(tx, actor, {
      action: "attendance.checkIn",
      subjectId: registrationId,
      tripId,
      organisationId,
      details: { id: mark.id, date, ...where },
    });
    return { ok: true, recorded: true, state: stateOf([...marks, mark]) };
  });
}
