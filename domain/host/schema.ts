import * as z from "zod/mini";

/** Planning regions of Latvia and counties of Lithuania, by their own names. */
export const regions = {
  LV: ["Kurzeme", "Latgale", "Rīga", "Vidzeme", "Zemgale"],
  LT: [
    "Alytaus apskritis",
    "Kauno apskritis",
    "Klaipėdos apskritis",
    "Marijampolės apskritis",
    "Panevėžio apskritis",
    "Šiaulių apskritis",
    "Tauragės apskritis",
    "Telšių apskritis",
    "Utenos apskritis",
    "Vilniaus apskritis",
  ],
} as const;

const line = (length: number) => z.string().check(z.trim(), z.maxLength(length, "tooLong"));
const required = (length: number, missing: string) => line(length).check(z.minLength(1, missing));

/** An enterprise, theatre, school or office that receives a trip. Messages are keys of `organise.problem`. */
export const newHost = z.object({
  name: required(200, "hostNameMissing"),
  nameEn: z.nullable(line(200)),
  placeId: z.guid("placeMissing"),
});

export type NewHost = z.infer<typeof newHost>;

export const newSpeaker = z.object({
  hostId: z.guid(),
  givenName: required(100, "givenNameMissing"),
  familyName: required(100, "familyNameMissing"),
  role: z.object({
    lv: required(200, "roleMissing"),
    en: z.exactOptional(line(200)),
    lt: z.exactOptional(line(200)),
  }),
  /** Why the name may be published, in words; without it the name stays unpublished. */
  publicationBasis: z.nullable(line(300)),
});

export type NewSpeaker = z.infer<typeof newSpeaker>;

/** A town or village. Latitude and longitude in degrees, within Latvia and Lithuania. */
export const newPlace = z.object({
  name: required(100, "placeNameMissing"),
  region: z.enum([...regions.LV, ...regions.LT], "regionMissing"),
  latitude: z
    .number("latitudeWrong")
    .check(z.gte(53.8, "latitudeWrong"), z.lte(58.2, "latitudeWrong")),
  longitude: z
    .number("longitudeWrong")
    .check(z.gte(20.5, "longitudeWrong"), z.lte(28.4, "longitudeWrong")),
});

export type NewPlace = z.infer<typeof newPlace>;
