import pg from "pg";

/** A call as the database sees it: who registers for which trip, sent by whom. */
export type Ground = { url: string; tripId: string; slug: string; organisations: string[] };

const clients = 16;

/** Registrations per second when this many clients claim seats of one trip through the SQL function alone. */
export async function claimsPerSecond(ground: Ground, people: readonly string[]): Promise<number> {
  const organisation = (index: number) => ground.organisations[index % ground.organisations.length];
  return perSecond(ground.url, people, async (client, person, index) => {
    const { rows } = await client.query({
      name: "claim",
      text: `select outcome from register_for_trip($1, $2, $3, 'Anna', 'Bērziņa', $4, '20123456', null,
        'projektu vadītāja', 'lv', now())`,
      values: [ground.slug, person, organisation(index), `${person}@example.lv`],
    });
    if (!/confirmed|waiting/.test(rows[0]?.outcome)) throw new Error(JSON.stringify(rows));
  });
}

/** The floor: the same registrations and messages inserted bare, one statement each, in one transaction. */
export async function bareInsertsPerSecond(
  ground: Ground,
  people: readonly string[],
): Promise<number> {
  const organisation = (index: number) => ground.organisations[index % ground.organisations.length];
  return perSecond(ground.url, people, async (client, person, index) => {
    await client.query("begin");
    const { rows } = await client.query({
      name: "bare registration",
      text: `insert into registration (trip_id, user_id, organisation_id, given_name, family_name, email,
          phone, position, locale, confirmed_at)
        values ($1, $2, $3, 'Anna', 'Bērziņa', $4, '20123456', 'projektu vadītāja', 'lv', now()) returning id`,
      values: [ground.tripId, person, organisation(index), `${person}@example.lv`],
    });
    const id = rows[0].id as string;
    await client.query({
      name: "bare message",
      text: `insert into message (trip_id, registration_id, kind, recipient, locale, cause)
        values ($1, $2, 'confirmed', $3, 'lv', $4)`,
      values: [ground.tripId, id, `${person}@example.lv`, `registered:${id}`],
    });
    await client.query("commit");
  });
}

async function perSecond(
  url: string,
  people: readonly string[],
  one: (client: pg.PoolClient, person: string, index: number) => Promise<void>,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: clients });
  const connected = await Promise.all(Array.from({ length: clients }, () => pool.connect()));
  const queue = people.entries();
  const begun = performance.now();
  await Promise.all(
    connected.map(async (client) => {
      for (const [index, person] of queue) await one(client, person, index);
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  for (const client of connected) client.release();
  await pool.end();
  return people.length / seconds;
}
