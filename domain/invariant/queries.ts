import { type SQL, sql } from "drizzle-orm";
import { database } from "#db/client.ts";

export type BrokenInvariant = { invariant: string; tripSlug: string; detail: string };

export type Verification = { trips: number; registrations: number; broken: BrokenInvariant[] };

/** Active registrations with their state, per trip. */
const active = sql`
  select r.*, coalesce(r.confirmed_at, r.sign_off_due_at) is not null as seated, t.slug
  from registration r join trip t on t.id = r.trip_id where r.withdrawn_at is null`;

/** Each answers rows of slug and detail where the rule of seats in its name is broken. */
const invariants: Record<string, SQL> = {
  "no more seats taken than there are": sql`
    select t.slug, count(a.id) || ' taken of ' || s.capacity as detail
    from trip t join trip_seat s on s.trip_id = t.id join (${active}) a on a.trip_id = t.id and a.seated
    group by t.slug, s.capacity having count(a.id) > s.capacity`,
  "counters of the trip agree with its registrations": sql`
    select t.slug, 'taken ' || s.taken || ' but ' || c.taken || ', waiting ' || s.waiting || ' but ' || c.waiting as detail
    from trip t join trip_seat s on s.trip_id = t.id,
      lateral (select count(*) filter (where a.seated) as taken, count(*) filter (where not a.seated) as waiting
               from (${active}) a where a.trip_id = t.id) c
    where s.taken <> c.taken or s.waiting <> c.waiting`,
  "counters of each organisation agree with its registrations": sql`
    select t.slug, coalesce(o.name, '?') || ': taken ' || coalesce(q.taken, 0) || ' but ' || coalesce(c.taken, 0) as detail
    from (select trip_id, organisation_id, count(*) filter (where seated)::integer as taken,
            count(*) filter (where not seated)::integer as waiting from (${active}) a group by 1, 2) c
    full join quota q on q.trip_id = c.trip_id and q.organisation_id = c.organisation_id
    join trip t on t.id = coalesce(q.trip_id, c.trip_id) left join organisation o on o.id = coalesce(q.organisation_id, c.organisation_id)
    where (coalesce(q.taken, 0), coalesce(q.waiting, 0)) <> (coalesce(c.taken, 0), coalesce(c.waiting, 0))`,
  "each organisation is known to ask for what its people in line ask for": sql`
    select t.slug, o.name || ': ' || coalesce(q.least::text, 'nothing') || ' but ' || coalesce(l.least::text, 'nothing') as detail
    from quota q join trip t on t.id = q.trip_id join organisation o on o.id = q.organisation_id,
      lateral (select min(asked) as least from line_unit unit where unit.trip_id = q.trip_id
        and unit.organisation_id = q.organisation_id and not unit.lapsed) l
    where q.least is distinct from l.least`,
  "guaranteed seats fit the capacity": sql`
    select t.slug, sum(q.guaranteed) || ' guaranteed of ' || s.capacity as detail
    from trip t join trip_seat s on s.trip_id = t.id join quota q on q.trip_id = t.id
    group by t.slug, s.capacity, s.guaranteed
    having sum(q.guaranteed) > s.capacity or sum(q.guaranteed) <> s.guaranteed`,
  "seats kept for others are really free": sql`
    select t.slug, s.taken || ' taken and ' || k.held || ' kept of ' || s.capacity || ', counter ' || s.held as detail
    from trip t join trip_seat s on s.trip_id = t.id,
      lateral (select case when s.released_at is null then coalesce(sum(greatest(0, guaranteed - taken)), 0) else 0 end as held
               from quota where trip_id = t.id) k
    where s.taken + k.held > s.capacity or s.held <> k.held`,
  "a maximum is passed by a written decision only": sql`
    select t.slug, o.name || ': ' || q.taken || ' of at most ' || q.maximum as detail
    from quota q join trip t on t.id = q.trip_id join organisation o on o.id = q.organisation_id
    where q.taken - (select count(*) from (${active}) a where a.trip_id = q.trip_id
        and a.organisation_id = q.organisation_id and a.seated and a.decided_by is not null) > q.maximum`,
  "one active registration per person and trip": sql`
    select slug, count(*) || ' of one person' as detail from (${active}) a
    where user_id is not null group by slug, user_id having count(*) > 1`,
  "nobody is confirmed without a message": sql`
    select a.slug, 'registration ' || a.id as detail from (${active}) a
    where a.seated and not exists (
      -- Whoever came with a file was told where the file was made.
      select from audit_entry e where e.trip_id = a.trip_id and e.action = 'trip.import'
        and coalesce(a.confirmed_at, a.created_at) <= e.at)
      and not exists (
      select from message m where m.registration_id = a.id and m.recipient = a.email
        and m.kind in ('confirmed', 'awaitingSignOff', 'promoted', 'entered', 'replacing'))
      and not (a.user_id is null and exists (select from message m where m.delegation_id = a.delegation_id
        and m.kind in ('delegationSent', 'delegationSeated')))`,
  "nobody waits whom a free seat fits": sql`
    select t.slug, 'registration ' || a.id as detail
    from (${active}) a join trip t on t.id = a.trip_id join trip_seat s on s.trip_id = t.id
    join quota q on q.trip_id = t.id and q.organisation_id = a.organisation_id
    join line_unit unit on unit.trip_id = t.id and unit.id = coalesce(a.delegation_id, a.id)
    where not a.seated and not unit.lapsed and now() < s.promotion_ends_at
      and (s.release_at is null or s.released_at is not null or now() < s.release_at)
      and t.cancelled_at is null
      and seat_reason_to_wait(s, q.guaranteed, q.maximum, q.taken, unit.asked, now()) is null`,
  "every published trip has seats": sql`
    select t.slug, 'no row of seats' as detail from trip t
    where t.published_at is not null and not exists (select from trip_seat s where s.trip_id = t.id)`,
};

/** Reads the whole database and names each broken invariant of the seats; for operators, not for pages. */
export async function verify(): Promise<Verification> {
  const [read] = (
    await database().execute<{ trips: number; registrations: number }>(sql`
      select (select count(*) from trip)::integer as trips,
        (select count(*) from registration)::integer as registrations`)
  ).rows;
  const broken: BrokenInvariant[] = [];
  for (const [invariant, query] of Object.entries(invariants)) {
    const { rows } = await database().execute<{ slug: string; detail: string }>(query);
    broken.push(...rows.map(({ slug, detail }) => ({ invariant, tripSlug: slug, detail })));
  }
  return { trips: read?.trips ?? 0, registrations: read?.registrations ?? 0, broken };
}
