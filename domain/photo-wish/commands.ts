import { and, eq, isNull, ne } from "drizzle-orm";
import { database } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { placeFor } from "#domain/registration/commands.ts";
import type { Result } from "#lib/result.ts";
import { type PhotoWish, photoWish } from "./schema.ts";

/**
 * Keeps whether somebody wishes not to be photographed, at any time: one's own registration, and for the municipality's
 * coordinators and the trip's organisers those of whom they were told so. No reason is asked.
 */
export async function setPhotoWish(
  actor: Actor,
  input: PhotoWish,
  _now: Date,
): Promise<Result<{ changed: boolean }, "notFound">> {
  const parsed = photoWish.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "notFound" };
  const { registrationId, noPhotos } = parsed.data;
  return database().transaction(async (tx) => {
    const place = await placeFor(tx, actor, registrationId, "withdraw");
    if (!place) return { ok: false, reason: "notFound" };
    const changed = await tx
      .update(registration)
      .set({ noPhotos })
      .where(
        and(
          eq(registration.id, registrationId),
          isNull(registration.withdrawnAt),
          ne(registration.noPhotos, noPhotos),
        ),
      )
      .returning({ id: registration.id });
    if (changed.length === 0) return { ok: true, changed: false };
    await recordAudit(tx, actor, {
      action: "photoWish.set",
      subjectId: registrationId,
      tripId: place.tripId,
      details: { noPhotos },
    });
    return { ok: true, changed: true };
  });
}
