import * as z from "zod/mini";

const text = z.string();
const localized = z.object({ lv: text, en: z.exactOptional(text), lt: z.exactOptional(text) });

/** A municipality as a register names it. Country, name and type together tell it from every other. */
export const municipalityRecord = z.object({
  country: z.enum(["LV", "LT"]),
  name: z.string().check(z.minLength(1)),
  /** As the register says it: a reform makes a new type of the same name. */
  type: z.string().check(z.minLength(1)),
  /** ATVK or Lithuanian code; null where nobody has confirmed it. */
  code: z.nullable(z.string()),
  nameEn: z.nullable(z.string()),
  region: z.string(),
  institution: z.string(),
  validFrom: z.nullable(z.iso.date()),
  validTo: z.nullable(z.iso.date()),
  note: z.nullable(localized),
  /** Municipalities of today that took over, by name. */
  successors: z.array(z.string()),
  /** Addresses at these belong to its people. */
  domains: z.array(z.string().check(z.toLowerCase())),
});

export type MunicipalityRecord = z.input<typeof municipalityRecord>;
