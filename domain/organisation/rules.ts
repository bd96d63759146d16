import { domainsOf } from "#domain/sign-in/rules.ts";

/** A municipality of today, as a list to choose from shows it. */
export type Municipality = {
  id: string;
  name: string;
  country: "LV" | "LT";
  /** Addresses at these domains belong to its people. */
  domains: readonly string[];
};

/** The municipality whose domain is the nearest above the address; null when none is. */
export function municipalityOfAddress(
  address: string,
  municipalities: readonly Municipality[],
): string | null {
  const byDomain = new Map(
    municipalities.flatMap(({ id, domains }) => domains.map((domain) => [domain, id] as const)),
  );
  const nearest = domainsOf(address.trim().toLowerCase()).find((domain) => byDomain.has(domain));
  return (nearest && byDomain.get(nearest)) ?? null;
}
