-- Whoever has a trip's board open is told on the channel "attendance", by the trip's id, when somebody is
-- marked or when it changes who is expected. PostgreSQL delivers at commit, and once per transaction
-- however many rows changed. The listener is instrumentation.ts.
create function attendance_recorded() returns trigger language plpgsql as $$
begin
  perform pg_notify('attendance', marked.trip_id::text)
  from (select distinct trip_id from trip_day where id in (select trip_day_id from added)) marked;
  return null;
end $$;
--> statement-breakpoint
create function expected_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform pg_notify('attendance', old.trip_id::text);
  end if;
  if tg_op <> 'DELETE' then
    perform pg_notify('attendance', new.trip_id::text);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger attendance_recorded after insert on attendance
  referencing new table as added for each statement execute function attendance_recorded();
--> statement-breakpoint
create trigger expected_added after insert on registration
  for each row when (new.confirmed_at is not null and new.user_id is not null)
  execute function expected_changed();
--> statement-breakpoint
create trigger expected_changed after update on registration
  for each row when (
    (old.confirmed_at, old.withdrawn_at, old.user_id, old.given_name, old.family_name, old.organisation_id)
    is distinct from
    (new.confirmed_at, new.withdrawn_at, new.user_id, new.given_name, new.family_name, new.organisation_id)
  )
  execute function expected_changed();
--> statement-breakpoint
create trigger expected_removed after delete on registration
  for each row when (old.confirmed_at is not null) execute function expected_changed();
--> statement-breakpoint
create trigger expected_changed after insert or update or delete on trip_day
  for each row execute function expected_changed();
