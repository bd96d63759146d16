import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "./env.ts";

/** 32 bytes for one purpose, derived from AUTH_SECRET, so that no two uses share a key. */
export function keyFor(purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", env().AUTH_SECRET, "", purpose, 32));
}

/** Base64url of an HMAC: worthless without AUTH_SECRET, also where few values are possible. */
export function keyedHash(purpose: string, value: string): string {
  return createHmac("sha256", keyFor(purpose)).update(value).digest("base64url");
}

/** Under which a session token is stored: the token is long and random, so a plain SHA-256 will do. */
export function sessionHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Under which the link of a sign-in mail is stored. */
export const linkHash = (token: string) => keyedHash("sign-in link", token);

/** The token of an invitation's link: made of its id, so that it can be shown again and is stored nowhere. */
export const invitationToken = (invitationId: string) => keyedHash("invitation link", invitationId);

/** Under which an invitation's token is looked up: it is long and random, so a plain SHA-256 will do. */
export const invitationHash = (token: string) => sessionHash(token);

/**
 * The token of the link by which somebody withdraws without signing in. It is worth nothing once the place
 * is another's.
 */
export const withdrawalToken = (registrationId: string, userId: string) =>
  keyedHash("withdrawal link", `${registrationId}:${userId}`);

/** With which the badges of a trip begin, so that a telephone without network knows one of another trip. */
export const badgeSeries = (tripId: string) => keyedHash("badges of a trip", tripId).slice(0, 4);

/**
 * What the code on a badge holds: 108 bits that stand for a person on a trip, and open nothing. It stands for nobody
 * once the place is another's.
 */
export const badgeToken = (tripId: string, registrationId: string, userId: string) =>
  badgeSeries(tripId) + keyedHash("badge", `${registrationId}:${userId}`).slice(0, 18);

/** The token of the link by which this coordinator answers for a registration without signing in. */
export const signOffToken = (registrationId: string, coordinatorId: string) =>
  keyedHash("sign-off link", `${registrationId}:${coordinatorId}`);

/**
 * What an own calendar is read by without signing in. Who it belongs to is found by the key with which it
 * begins; what follows is worthless without AUTH_SECRET, and with another key it is another.
 */
export const calendarToken = (userId: string, calendarKey: string) =>
  `${calendarKey}.${keyedHash("calendar address", `${userId}:${calendarKey}`)}`;

/** Whether two tokens are the same, in a time that tells nothing. */
export const sameToken = (one: string, other: string) =>
  timingSafeEqual(Buffer.from(sessionHash(one)), Buffer.from(sessionHash(other)));

/** Under which a sign-in code is stored: worth something only together with its challenge. */
export const codeHash = (challengeId: string, code: string) =>
  keyedHash("sign-in code", `${challengeId}:${code}`);
