import { regions } from "./schema.ts";

/** The country of a region or county. */
export function countryOf(region: string): "LV" | "LT" {
  return (regions.LT as readonly string[]).includes(region) ? "LT" : "LV";
}
