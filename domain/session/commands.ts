import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { organisation, organisationDomain } from "#db/schema/organisation.ts";
import { loginChallenge, rateLimit, session, user, verificationToken } from "#db/schema/person.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, SystemActor } from "#domain/actor/schema.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { domainsOf } from "#domain/sign-in/rules.ts";
import type { Locale } from "#lib/locales.ts";
import type { Result } from "#lib/result.ts";

/**
 * What a sign-in leaves on the profile: the language it happened in, that the address is the person's,
 * and, while no organisation is known, the one that the address's domain belongs to.
 */
export async function beginSession(
  actor: Actor,
  { locale, by }: { locale: Locale; by: "mail" | "provider" },
  now: Date,
): Promise<Result<object, "notFound">> {
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  const { userId, email } = actor;
  await database().transaction(async (tx) => {
    const organisationId = actor.organisation?.id ?? (await organisationBehind(tx, email));
    await tx.update(user).set({ locale, organisationId }).where(eq(user.id, userId));
    await tx
      .update(user)
      .set({ emailVerified: now })
      .where(and(eq(user.id, userId), isNull(user.emailVerified)));
    await recordAudit(tx, actor, {
      action: "session.begin",
      subjectId: userId,
      ...(organisationId ? { organisationId } : {}),
      details: { by },
    });
  });
  return { ok: true };
}

/** Ends the session stored under this hash, if it is the actor's own. Ending twice is ending once. */
export async function endSession(
  actor: Actor,
  { hash }: { hash: string },
  _now: Date,
): Promise<Result<object, "notFound">> {
  if (!isPerson(actor)) return { ok: false, reason: "notFound" };
  const { userId } = actor;
  await database().transaction(async (tx) => {
    const own = and(eq(session.sessionToken, hash), eq(session.userId, userId));
    const ended = await tx.delete(session).where(own).returning({ userId: session.userId });
    if (ended.length) await recordAudit(tx, actor, { action: "session.end", subjectId: userId });
  });
  return { ok: true };
}

/** Deletes what signs nobody in any more, and counts of requests that no limit looks at. */
export async function forgetExpired(_actor: SystemActor, now: Date): Promise<void> {
  const twoHoursAgo = new Date(now.getTime() - 2 * 60 * 60_000);
  await database().delete(session).where(lt(session.expires, now));
  await database().delete(verificationToken).where(lt(verificationToken.expires, now));
  await database().delete(loginChallenge).where(lt(loginChallenge.expiresAt, now));
  await database().delete(rateLimit).where(lt(rateLimit.windowStart, twoHoursAgo));
}

/** The organisation of today whose domain is the nearest above the address. */
async function organisationBehind(tx: Tx, email: string): Promise<string | null> {
  const domains = domainsOf(email);
  const found = await tx
    .select({ domain: organisationDomain.domain, id: organisation.id })
    .from(organisationDomain)
    .innerJoin(organisation, eq(organisation.id, organisationDomain.organisationId))
    .where(and(inArray(organisationDomain.domain, domains), isNull(organisation.validTo)));
  const byDomain = new Map(found.map(({ domain, id }) => [domain, id]));
  const nearest = domains.find((domain) => byDomain.has(domain));
  return (nearest && byDomain.get(nearest)) || null;
}
