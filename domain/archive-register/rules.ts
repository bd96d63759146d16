/**
 * What an organisation is called within a file: `municipality LV 0810000`, `host LV Jelgavas tipogrāfija`. A reform
 * may leave the name to another municipality: one without a code has its type beside it.
 */
export function organisationKey(one: {
  kind: string;
  country: string;
  code: string | null;
  name: string;
  type: string | null;
}): string {
  const called = one.code ?? [one.name, one.type].filter(Boolean).join(", ");
  return `${one.kind} ${one.country} ${called}`;
}

/** What a speaker is called within a file. */
export const speakerKey = (
  { givenName, familyName }: { givenName: string; familyName: string },
  organisation: string,
) => `${givenName} ${familyName}, ${organisation}`;
