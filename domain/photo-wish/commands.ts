import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { registration } from "#db/schema/registration.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { lockRegistration } from "#domain/registration/commands.ts";
import { isStillOf } from "#domain/registration/rules.ts";
import type { PlaceReference } from "#domain/registration/schema.ts";
import type { Result } from "#lib/result.ts";
import { photoWish } from "./schema.ts";

/**
 * Keeps whether somebody wishes not to be photographed, at any time and without a reason: of oneself, and for the
 * municipality's coordinators and the trip's organisers of whoever told them so. `changed` where it was not so before.
 */
export async function setPhotoWish(
  actor: Actor,
  place: PlaceReference,
  input: { noPhotos: boolean },
  _now: Date,
): Promise<Result<{ changed: boolean }, "notFound" | "unnamed" | "withdrawn" | "gone">> {
  const parsed = photoWish.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "notFound" };
  const { noPhotos } = parsed.data;
  return database().transaction(async (tx) => {
    const found = await lockRegistration(tx, actor, place.registrationId, "withdraw");
    if (!found) return { ok: false, reason: "notFound" };
    if (!isStillOf(found.userId, place)) return { ok: false, reason: "gone" };
    if (found.withdrawnAt) return { ok: false, reason: "withdrawn" };
    if (!found.userId) return { ok: false, reason: "unnamed" };
    if (found.noPhotos === noPhotos) return { ok: true, changed: false };
    const { id, tripId, organisationId } = found;
    await tx.update(registration).set({ noPhotos }).where(eq(registration.id, id));
    const about = { subjectId: id, tripId, organisationId, details: { noPhotos } };
    await recordAudit(tx, actor, { ...about, action: "photoWish.set" });
    return { ok: true, changed: true };
  });
}
