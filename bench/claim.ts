import pg from "pg";
import type { Ground } from "./ground.ts";

/** As many as ask at the same time, in every way of registering that is measured. */
export const clients = 16;

/** Registrations per second when all claim a seat of one trip through the SQL function alone. */
export async function claimsPerSecond(url: string, ground: Ground): Promise<number> {
  return perSecond(url, ground, async (client, { userId, email }, organisation) => {
    const { rows } = await client.query({
      name: "claim",
      text: `select outcome from register_for_trip($1, $2, $3, 'Anna', 'Bērziņa', $4, '20123456', null,
        'projektu vadītāja', 'lv', now(), '{}')`,
      values: [ground.slug, userId, organisation, email],
    });
    if (!/confirmed|waiting/.test(rows[0]?.outcome)) throw new Error(JSON.stringify(rows));
  });
}

/** The floor: the same registrations and messages inserted bare, one statement each, in one transaction. */
export async function bareInsertsPerSecond(url: string, ground: Ground): Promise<number> {
  return perSecond(url, ground, async (client, { userId, email }, organisation) => {
    await client.query("begin");
    const { rows } = await client.query({
      name: "bare registration",
      text: `insert into registration (trip_id, user_id, organisation_id, given_name, family_name, email,
          phone, position, locale, confirmed_at)
        values ($1, $2, $3, 'Anna', 'Bērziņa', $4, '20123456', 'projektu vadītāja', 'lv', now()) returning id`,
      values: [ground.tripId, userId, organisation, email],
    });
    const id = rows[0].id as string;
    await client.query({
      name: "bare message",
      text: `insert into message (trip_id, registration_id, kind, recipient, locale, cause)
        values ($1, $2, 'confirmed', $3, 'lv', $4)`,
      values: [ground.tripId, id, email, `registered:${id}`],
    });
    await client.query("commit");
  });
}

type Person = Ground["people"][number];

async function perSecond(
  url: string,
  { people, organisations }: Ground,
  one: (client: pg.PoolClient, person: Person, organisation: string) => Promise<void>,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  const connected = await Promise.all(Array.from({ length: clients }, () => pool.connect()));
  const queue = people.entries();
  const begun = performance.now();
  await Promise.all(
    connected.map(async (client) => {
      for (const [index, person] of queue) {
        await one(client, person, organisations[index % organisations.length] as string);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  for (const client of connected) client.release();
  await pool.end();
  return people.length / seconds;
}
