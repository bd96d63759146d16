import { defaultLocale, isLocale, type Locale, localePath } from "#lib/locales.ts";

/** A code and its link live this long. */
export const codeMinutes = 10;

/** Mails within any hour: to one address, and asked for from one client. */
export const mailLimits = { address: 5, client: 20 };

const localPart = /^[a-z0-9!#$%&*+/=?^_`{|}~'-]+(\.[a-z0-9!#$%&*+/=?^_`{|}~'-]+)*$/;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The address as it is stored, compared and written to, or null when it is none. NFKC first: a
 * full-width `＠` must not mean one thing here and another to a mail server. Odd ones are refused, never cut.
 */
export function addressOf(typed: string): string | null {
  const address = typed.normalize("NFKC").trim().toLowerCase();
  const [local, domain, ...more] = address.split("@");
  if (!local || !domain || more.length > 0) return null;
  if (local.length > 64 || address.length > 254 || !localPart.test(local)) return null;
  const labels = domain.split(".");
  const known = labels.length > 1 && labels.every((part) => label.test(part));
  return known && !/^\d+$/.test(labels.at(-1) ?? "") ? address : null;
}

/** The six digits of what was typed, however they were set apart; null when they are not six. */
export function codeOf(typed: string): string | null {
  const digits = typed.normalize("NFKC").replace(/[^0-9]/g, "");
  return digits.length === 6 ? digits : null;
}

/** The address's domain and those above it, the nearest first; never a top-level domain. */
export function domainsOf(address: string): string[] {
  const labels = address.slice(address.lastIndexOf("@") + 1).split(".");
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
}

/** Where to go after sign-in: a path of our own, as wanted, or the person's registrations. */
export function returnPath(wanted: string | null | undefined, locale: Locale): string {
  const fallback = localePath(locale, "/me");
  if (!wanted || wanted.length > 1_000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted))
    return fallback;
  const { pathname, search, hash } = new URL(wanted, "http://own");
  // Dots may have made it a second slash: "/.//elsewhere" is "//elsewhere".
  return pathname.startsWith("//") ? fallback : `${pathname}${search}${hash}`;
}

/** The language of an address of ours: `/en/me` is English, `/me` Latvian. */
export function localeOfPath(path: string): Locale {
  const [, first] = path.split(/[/?#]/);
  return isLocale(first) ? first : defaultLocale;
}

/** The network that a client is counted by: an IPv6 one has 2⁶⁴ addresses for the asking. */
export function clientNetwork(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const before = head.split(":").filter(Boolean);
  const after = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill("0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}
