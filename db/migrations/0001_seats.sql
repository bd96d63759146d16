-- Searching without diacritics.
create extension if not exists unaccent;
--> statement-breakpoint
-- A newcomer's claim in one round trip: the same rule as domain/seat/rules.ts `seatFor`, held against it by tests.
-- Everybody who counts the seats of a trip holds its row in trip_seat first; quota rows are only touched under it.

create function seat_reason_to_wait(
  seat trip_seat, own_guaranteed integer, own_maximum integer, own_taken integer, at timestamptz
) returns text language sql immutable as $$
  select case
    when own_maximum is not null and own_taken >= own_maximum then 'maximum'
    when seat.taken >= seat.capacity then 'full'
    when seat.taken + case when seat.release_at is not null and at >= seat.release_at then 0
                           else seat.held - greatest(0, own_guaranteed - own_taken) end
         >= seat.capacity then 'kept'
  end
$$;
--> statement-breakpoint
-- outcome: confirmed, waiting, or a refusal: notFound, unknownOrganisation, cancelled, notYetOpen, closed,
-- settleFirst (kept seats are due for release: the line has to be walked before anybody new is let in).
-- Everything is written with a guess first and the trip's row is locked last, so that it is held for the
-- counting and the commit alone; a guess that was overtaken is mended under the lock.
create function register_for_trip(
  wanted_slug text, person uuid, sender uuid,
  given text, family text, address text, telephone text, institution_name text, job text,
  language text, at timestamptz
) returns table (outcome text, registration_id uuid, reason text) language plpgsql as $$
declare
  going trip;
  known registration;
  guess text;
  why text;
  message_id uuid;
begin
  select * into going from trip where slug = wanted_slug and published_at is not null;
  if not found then
    return query select 'notFound', null::uuid, null::text;
    return;
  end if;

  select * into known from registration r
    where r.trip_id = going.id and r.user_id = person and r.withdrawn_at is null;
  if found then
    return query select case when known.confirmed_at is null then 'waiting' else 'confirmed' end,
      known.id, known.waiting_reason;
    return;
  end if;

  outcome := case
    when going.cancelled_at is not null then 'cancelled'
    when at < going.registration_opens_at then 'notYetOpen'
    when at >= going.registration_deadline or going.completed_at is not null then 'closed'
    when not exists (select from organisation o where o.id = sender and o.valid_to is null)
      then 'unknownOrganisation'
    when exists (select from trip_seat s where s.trip_id = going.id
                   and s.released_at is null and s.release_at <= at) then 'settleFirst'
  end;
  if outcome is not null then
    return next;
    return;
  end if;

  update "user" u set given_name = given, family_name = family, phone = telephone,
      organisation_id = sender, institution = institution_name, position = job
    where u.id = person and (u.given_name, u.family_name, u.phone, u.organisation_id, u.institution, u.position)
      is distinct from (given, family, telephone, sender, institution_name, job);

  guess := newcomer_waits(going.id, sender, at);
  insert into registration (trip_id, user_id, organisation_id, given_name, family_name, email, phone,
      institution, position, locale, waiting_reason, confirmed_at, created_at)
    values (going.id, person, sender, given, family, address, telephone,
      institution_name, job, language, guess, case when guess is null then at end, at)
    on conflict (trip_id, user_id) where withdrawn_at is null do nothing
    returning * into known;
  if not found then
    -- The same form sent at the same moment came first: its answer is the answer.
    return query select case when r.confirmed_at is null then 'waiting' else 'confirmed' end, r.id, r.waiting_reason
      from registration r where r.trip_id = going.id and r.user_id = person and r.withdrawn_at is null;
    return;
  end if;
  insert into message (trip_id, registration_id, kind, recipient, locale, facts, cause, created_at)
    values (going.id, known.id, case when guess is null then 'confirmed' else 'waiting' end, address, language,
      jsonb_strip_nulls(jsonb_build_object('reason', guess)), 'registered:' || known.id, at)
    returning id into message_id;
  insert into audit_entry (at, actor_id, action, subject_id, trip_id, organisation_id)
    values (at, person, 'registration.register', known.id, going.id, sender);

  perform from trip_seat s where s.trip_id = going.id for update;
  why := newcomer_waits(going.id, sender, at);
  if why is distinct from guess then
    update registration r set waiting_reason = why, confirmed_at = case when why is null then at end
      where r.id = known.id;
    update message m set kind = case when why is null then 'confirmed' else 'waiting' end,
        facts = jsonb_strip_nulls(jsonb_build_object('reason', why))
      where m.id = message_id;
  end if;
  perform count_newcomer(going.id, sender, why is null);

  return query select case when why is null then 'confirmed' else 'waiting' end, known.id, why;
end
$$;
--> statement-breakpoint
-- Why a newcomer of this organisation has to wait at this moment, or null when there is a seat.
create function newcomer_waits(trip uuid, sender uuid, at timestamptz) returns text
language plpgsql stable as $$
declare
  seat trip_seat;
  own quota;
  why text;
begin
  select * into seat from trip_seat s where s.trip_id = trip;
  select * into own from quota q where q.trip_id = trip and q.organisation_id = sender;
  why := seat_reason_to_wait(seat, coalesce(own.guaranteed, 0), own.maximum, coalesce(own.taken, 0), at);
  if why is null and seat.waiting > 0 and exists (
    select from quota q where q.trip_id = trip and q.waiting > 0
      and seat_reason_to_wait(seat, q.guaranteed, q.maximum, q.taken, at) is null
  ) then
    why := 'line';
  end if;
  return why;
end
$$;
--> statement-breakpoint
-- Adds one to the counters of the trip and of the organisation. The caller holds the trip's row.
create function count_newcomer(trip uuid, sender uuid, seated boolean) returns void
language plpgsql as $$
declare
  own quota;
begin
  insert into quota as q (trip_id, organisation_id, taken, waiting)
    values (trip, sender, seated::integer, 1 - seated::integer)
    on conflict (trip_id, organisation_id) do update
      set taken = q.taken + seated::integer, waiting = q.waiting + 1 - seated::integer
    returning * into own;
  update trip_seat s set taken = s.taken + seated::integer, waiting = s.waiting + 1 - seated::integer,
      held = s.held - case when seated and s.released_at is null and own.taken <= own.guaranteed then 1 else 0 end
    where s.trip_id = trip;
end
$$;
--> statement-breakpoint
-- Place in line of a waiting registration, counted from 1; `placesInLine` in domain/seat/rules.ts is the same.
create function place_in_line(wanted uuid) returns integer language sql stable as $$
  select (count(*) + 1)::integer
  from registration me
  join trip_seat s on s.trip_id = me.trip_id
  join quota mine on mine.trip_id = me.trip_id and mine.organisation_id = me.organisation_id
  join registration other on other.trip_id = me.trip_id
    and other.confirmed_at is null and other.withdrawn_at is null and other.id <> me.id
  join quota theirs on theirs.trip_id = other.trip_id and theirs.organisation_id = other.organisation_id
  where me.id = wanted and case s.allocation_order
    when 'spread' then (theirs.taken, other.line) < (mine.taken, me.line)
    else other.line < me.line end
$$;
