import type { Locale } from "#lib/locales.ts";

export type Role = "organiser" | "crew" | "coordinator" | "admin";

export type Membership = { role: Role; organisationId: string | null };

declare const minted: unique symbol;

/** Nobody signed in. */
export type PublicActor = {
  kind: "public";
  /** Tokens of invitations whose links were opened in this browser. */
  invitations?: readonly string[];
  [minted]: true;
};

/** A person who signed in, with the roles held at this moment. */
export type PersonActor = {
  kind: "person";
  userId: string;
  email: string;
  locale: Locale;
  /** The municipality or other organisation that the person comes from, if known. */
  organisation: { id: string; name: string } | null;
  memberships: readonly Membership[];
  /** Tokens of invitations whose links were opened in this browser. */
  invitations?: readonly string[];
  [minted]: true;
};

/** The product itself: the worker, acting for a rule and not for a person. */
export type SystemActor = { kind: "system"; [minted]: true };

/**
 * Who acts. Every command and query takes it first. Made by `domain/actor/queries.ts` alone: from a
 * session's user, from a link of a mail, for the public, or for the worker.
 */
export type Actor = PublicActor | PersonActor | SystemActor;
