import { readFileSync } from "node:fs";
import * as z from "zod";

const shape = z.object({
  project: z.object({
    number: z.string(),
    name_lv: z.string(),
    short_name: z.string(),
    programme_lv: z.string(),
    programme_en: z.string(),
    funding_line_lv: z.string(),
    funding_line_en: z.string(),
    disclaimer_lv: z.string(),
    disclaimer_en: z.string(),
  }),
  organiser: z.string(),
  title_lv: z.string(),
  aim_lv: z.string(),
  trips: z.array(z.object({ days: z.array(z.iso.date()) })),
  places: z.array(
    z.object({ name: z.string(), region: z.string(), lat: z.number(), lon: z.number() }),
  ),
  participating_municipalities: z.array(z.string()),
  hosts: z.array(
    z.object({
      name: z.string(),
      place: z.string(),
      kind: z.string(),
      topic_lv: z.string(),
      speakers: z.array(z.object({ name: z.string(), role_lv: z.string() })),
    }),
  ),
});

/** The facts of the two trips of June 2018, as a press release told them. */
export const openLeadership = shape.parse(
  JSON.parse(readFileSync(new URL("../data/open-leadership-2018.json", import.meta.url), "utf8")),
);
