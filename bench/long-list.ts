import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { recount } from "#domain/line/commands.ts";
import { anOrganisation } from "#scripts/checks/factories.ts";
import { anOpenTrip, type OpenTrip } from "#scripts/checks/open-trip.ts";

/** As many as a trip can have. */
const mostSeats = 2_000;

/** A trip with so many registrations of eight municipalities: a quarter of them wait, and of very many all but 2,000. */
export async function aLongList(count: number): Promise<OpenTrip> {
  const capacity = Math.min(mostSeats, Math.max(1, Math.round(count * 0.75)));
  const trip = await anOpenTrip({ capacity });
  const senders = await Promise.all(
    Array.from({ length: 8 }, () => anOrganisation("municipality")),
  );
  await database().transaction(async (tx) => {
    await tx.execute(sql`
      with people as (
        insert into "user" (email) select gen_random_uuid() || '@example.lv' from generate_series(1, ${count})
        returning id, email
      ), numbered as (select *, row_number() over () as number from people)
      insert into registration (trip_id, user_id, organisation_id, given_name, family_name, email, phone,
        position, locale, waiting_reason, confirmed_at)
      select ${trip.tripId}, id, (${sql.param(senders)}::uuid[])[1 + number % 8], 'Anna', 'Bērziņa ' || md5(id::text),
        email, '20123456', 'projektu vadītāja', 'lv', 'full', 
        case when number % 4 > 0 and number * 3 <= ${capacity} * 4 then now() end
      from numbered`);
    await tx.execute(sql`
      insert into quota (trip_id, organisation_id)
      select ${trip.tripId}, unnest(${sql.param(senders)}::uuid[])`);
    // As the database does by itself when rows come one by one: a plan for an empty table would take minutes.
    await tx.execute(sql`analyze "user", registration, quota`);
    await recount(tx, trip.tripId);
  });
  return trip;
}
