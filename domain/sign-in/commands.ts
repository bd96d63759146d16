import { randomBytes, randomInt, randomUUID, timingSafeEqual } from "node:crypto";
import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { loginChallenge } from "#db/schema/person.ts";
import type { Actor } from "#domain/actor/schema.ts";
import { takeAllowances } from "#domain/allowance/commands.ts";
import { recordAudit } from "#domain/audit/commands.ts";
import { codeHash, linkHash } from "#lib/keys.ts";
import type { Result } from "#lib/result.ts";
import { seal } from "#lib/seal.ts";
import { addressOf, clientNetwork, codeMinutes, codeOf, mailLimits, returnPath } from "./rules.ts";
import {
  type CodeEntry,
  codeEntry,
  type LoginMail,
  type SignInWish,
  signInWish,
} from "./schema.ts";

/**
 * Makes a code and a link for an address and asks the worker to mail them. Known and unknown addresses
 * take the same way: who signs in for the first time becomes known by it.
 */
export async function startSignIn(
  actor: Actor,
  input: SignInWish,
  now: Date,
): Promise<Result<{ challengeId: string; email: string }, "invalidAddress" | "tooMany">> {
  const wish = signInWish.parse(input);
  const email = addressOf(wish.email);
  if (!email) return { ok: false, reason: "invalidAddress" };
  const { locale } = wish;
  const challengeId = randomUUID();
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const token = randomBytes(32).toString("base64url");
  const mail: LoginMail = { email, code, token, locale };
  const sealed = await seal("login mail", mail, codeMinutes * 60);
  return database().transaction(async (tx) => {
    const allowed = await takeAllowances(
      tx,
      [
        { of: "mails-of-client", subject: clientNetwork(wish.client), most: mailLimits.client },
        { of: "mails-to-address", subject: email, most: mailLimits.address },
      ],
      now,
    );
    if (!allowed) return { ok: false, reason: "tooMany" };
    await tx.insert(loginChallenge).values({
      id: challengeId,
      email,
      codeHash: codeHash(challengeId, code),
      linkHash: linkHash(token),
      callbackUrl: returnPath(wish.callbackUrl, locale),
      expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
      createdAt: now,
    });
    await tx.execute(
      sql`select graphile_worker.add_job('send_login_mail', json_build_object('sealed', ${sealed}::text), max_attempts => 6)`,
    );
    await recordAudit(tx, actor, { action: "signIn.start", subjectId: challengeId });
    return { ok: true, challengeId, email };
  });
}

export type Proven = { email: string; callbackUrl: string };

/**
 * Tries a code: five times at most, however many arrive at once, since one statement counts and checks.
 * `wrong` says in `triesLeft` how many remain; `over` is a challenge that is used, too old or tried out.
 */
export async function useCode(
  _actor: Actor,
  input: CodeEntry,
  now: Date,
): Promise<Result<Proven, "incomplete" | "wrong" | "over">> {
  const entry = codeEntry.safeParse(input);
  if (!entry.success) return { ok: false, reason: "over" };
  const { challengeId } = entry.data;
  const code = codeOf(entry.data.code);
  if (!code) return { ok: false, reason: "incomplete" };
  return database().transaction(async (tx) => {
    const [tried] = await tx
      .update(loginChallenge)
      .set({ triesLeft: sql`${loginChallenge.triesLeft} - 1` })
      .where(
        and(
          eq(loginChallenge.id, challengeId),
          gt(loginChallenge.triesLeft, 0),
          gt(loginChallenge.expiresAt, now),
        ),
      )
      .returning({
        email: loginChallenge.email,
        callbackUrl: loginChallenge.callbackUrl,
        codeHash: loginChallenge.codeHash,
        triesLeft: loginChallenge.triesLeft,
      });
    if (!tried) return { ok: false, reason: "over" };
    const { email, callbackUrl, triesLeft } = tried;
    if (!isSame(tried.codeHash, codeHash(challengeId, code))) {
      if (triesLeft === 0) return { ok: false, reason: "over" };
      return { ok: false, reason: "wrong", detail: { triesLeft } };
    }
    await endChallenges(tx, email);
    return { ok: true, email, callbackUrl };
  });
}

/** Completes a sign-in by the link of its mail: once, in any browser. */
export async function useLink(
  _actor: Actor,
  { token }: { token: string },
  now: Date,
): Promise<Result<Proven, "over">> {
  return database().transaction(async (tx) => {
    const [spent] = await tx
      .delete(loginChallenge)
      .where(
        and(
          eq(loginChallenge.linkHash, linkHash(token)),
          gt(loginChallenge.triesLeft, 0),
          gt(loginChallenge.expiresAt, now),
        ),
      )
      .returning({ email: loginChallenge.email, callbackUrl: loginChallenge.callbackUrl });
    if (!spent) return { ok: false, reason: "over" };
    await endChallenges(tx, spent.email);
    return { ok: true, ...spent };
  });
}

/** Whoever is in needs none of the earlier mails. One in use at this moment is left to its own end. */
async function endChallenges(tx: Tx, email: string): Promise<void> {
  const free = tx
    .select({ id: loginChallenge.id })
    .from(loginChallenge)
    .where(eq(loginChallenge.email, email))
    .for("update", { skipLocked: true });
  await tx.delete(loginChallenge).where(inArray(loginChallenge.id, free));
}

function isSame(stored: string, given: string): boolean {
  return timingSafeEqual(Buffer.from(stored), Buffer.from(given));
}
