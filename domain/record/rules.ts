/** Without diacritics, case, quotation marks and more than one blank. */
export function plainName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\p{M}\p{Quotation_Mark}]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Those that are likely the same: they differ in no more than how the name is written. */
export function likelyDuplicates<Named extends { name: string }>(all: readonly Named[]): Named[][] {
  const groups = Map.groupBy(all, ({ name }) => plainName(name));
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Mail providers at which anybody gets an address: they say nothing of an employer. */
export const publicMailDomains = [
  "gmail.com",
  "googlemail.com",
  "inbox.lv",
  "outlook.com",
  "hotmail.com",
  "live.com",
  "yahoo.com",
  "icloud.com",
  "apollo.lv",
  "mail.com",
  "proton.me",
  "protonmail.com",
  "inbox.lt",
  "one.lt",
  "mail.ru",
  "yandex.com",
];

/** A domain as it is kept, from what somebody typed: `@Kraslava.LV` → `kraslava.lv`; null when it is none. */
export function domainOf(typed: string): string | null {
  const bare = typed.trim().replace(/^.*@/, "").toLowerCase();
  if (!/^[^\s/@:?#]+\.[^\s/@:?#.]+$/.test(bare)) return null;
  try {
    const { hostname } = new URL(`https://${bare}`);
    return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}
