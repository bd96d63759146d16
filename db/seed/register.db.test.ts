import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { publicActor } from "#domain/actor/queries.ts";
import { municipalitiesForSelect } from "#domain/organisation/queries.ts";
import { loadRegister } from "./municipalities.ts";

test("an installation without demo data knows the municipalities of today, and no invented address", async () => {
  await loadRegister();
  await loadRegister();
  const known = await municipalitiesForSelect(publicActor, "lv");
  expect(known.filter(({ name }) => name === "Krāslavas novads")).toHaveLength(1);
  expect(known.filter(({ country }) => country === "LV")).toHaveLength(42);
  expect(known.flatMap(({ domains }) => domains)).toEqual([]);
  const { rows } = await database().execute(sql`select count(*)::integer as trips from trip`);
  expect(rows).toEqual([{ trips: 0 }]);
});
