import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { actorOfSession, holding, publicActor } from "#domain/actor/queries.ts";
import { isPerson } from "#domain/actor/rules.ts";
import type { Actor, PersonActor } from "#domain/actor/schema.ts";
import { sessionHash } from "#lib/keys.ts";
import { invitationCookie, readInvitations, sessionCookie } from "./auth-cookies.ts";
import { signInPath } from "./sign-in-path.ts";

/** Who asks: the person of the session, with the roles of this moment, or the public. One query a request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const kept = await cookies();
  const hash = await currentSession();
  const person = hash ? await actorOfSession(hash, new Date()) : null;
  return holding(person ?? publicActor, readInvitations(kept.get(invitationCookie())?.value));
});

/** The hash under which the session of this request is stored, null without one; it may have ended. */
export async function currentSession(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? sessionHash(token) : null;
}

/**
 * The person who asks. Whoever is not signed in is sent to sign in, and comes back to `returnTo`, an
 * address of ours with its language, e.g. `/en/me`.
 */
export async function requirePerson(returnTo: string): Promise<PersonActor> {
  const actor = await currentActor();
  if (isPerson(actor)) return actor;
  redirect(signInPath(returnTo));
}
