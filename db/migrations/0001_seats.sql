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
-- outcome: confirmed, waiting, or a refusal: notFound, unknownOrganisation, cancelled, notYetOpen, closed, settleFirst.
-- settleFirst: kept seats are due for release, so the line has to be walked before anybody new is let in.
create function register_for_trip(
  wanted_slug text, person uuid, sender uuid,
  given text, family text, address text, telephone text, institution_name text, job text,
  language text, at timestamptz
) returns table (outcome text, registration_id uuid, reason text) language plpgsql as $$
declare
  going trip;
  seat trip_seat;
  own quota;
  known registration;
  why text;
  message_id uuid;
begin
  select * into going from trip where slug = wanted_slug and published_at is not null;
  if not found then
    return query select 'notFound', null::uuid, null::text;
    return;
  end if;

  if not exists (select from organisation o where o.id = sender and o.valid_to is null) then
    return query select 'unknownOrganisation', null::uuid, null::text;
    return;
  end if;

  update "user" u set given_name = given, family_name = family, phone = telephone,
      organisation_id = sender, institution = institution_name, position = job
    where u.id = person and (u.given_name, u.family_name, u.phone, u.organisation_id, u.institution, u.position)
      is distinct from (given, family, telephone, sender, institution_name, job);

  select * into seat from trip_seat where trip_id = going.id for update;

  select * into known from registration r
    where r.trip_id = going.id and r.user_id = person and r.withdrawn_at is null;
  if found then
    return query select case when known.confirmed_at is null then 'waiting' else 'confirmed' end,
      known.id, known.waiting_reason;
    return;
  end if;

  if going.cancelled_at is not null then
    return query select 'cancelled', null::uuid, null::text;
    return;
  elsif at < going.registration_opens_at then
    return query select 'notYetOpen', null::uuid, null::text;
    return;
  elsif at >= going.registration_deadline or going.completed_at is not null then
    return query select 'closed', null::uuid, null::text;
    return;
  elsif seat.released_at is null and seat.release_at <= at then
    return query select 'settleFirst', null::uuid, null::text;
    return;
  end if;

  select * into own from quota q where q.trip_id = going.id and q.organisation_id = sender;
  if not found then
    insert into quota (trip_id, organisation_id) values (going.id, sender) returning * into own;
  end if;

  why := seat_reason_to_wait(seat, own.guaranteed, own.maximum, own.taken, at);
  if why is null and seat.waiting > 0 and exists (
    select from quota q where q.trip_id = going.id and q.waiting > 0
      and seat_reason_to_wait(seat, q.guaranteed, q.maximum, q.taken, at) is null
  ) then
    why := 'line';
  end if;

  insert into registration (trip_id, user_id, organisation_id, given_name, family_name, email, phone,
      institution, position, locale, waiting_reason, confirmed_at, created_at)
    values (going.id, person, sender, given, family, address, telephone,
      institution_name, job, language, why, case when why is null then at end, at)
    returning * into known;

  if why is null then
    update quota q set taken = q.taken + 1 where q.trip_id = going.id and q.organisation_id = sender;
    update trip_seat s set taken = s.taken + 1,
        held = s.held - case when s.released_at is null and own.taken < own.guaranteed then 1 else 0 end
      where s.trip_id = going.id;
  else
    update quota q set waiting = q.waiting + 1 where q.trip_id = going.id and q.organisation_id = sender;
    update trip_seat s set waiting = s.waiting + 1 where s.trip_id = going.id;
  end if;

  insert into message (trip_id, registration_id, kind, recipient, locale, facts, cause, created_at)
    values (going.id, known.id, case when why is null then 'confirmed' else 'waiting' end, address, language,
      case when why is null then '{}'::jsonb
           else jsonb_build_object('reason', why, 'place', place_in_line(known.id)) end,
      'registered:' || known.id, at)
    returning id into message_id;
  perform graphile_worker.add_job('send_message', json_build_object('messageId', message_id));
  insert into audit_entry (at, actor_id, action, subject_id, trip_id, organisation_id, details)
    values (at, person, 'registration.register', known.id, going.id, sender,
      jsonb_build_object('outcome', coalesce(why, 'confirmed')));

  return query select case when why is null then 'confirmed' else 'waiting' end, known.id, why;
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
