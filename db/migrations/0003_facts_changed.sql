-- Public pages are cached in every instance of the web server. Whenever a fact that one of them shows
-- changes, the tags of the pages that show it are sent on the channel "facts". PostgreSQL delivers at
-- commit, and once per transaction however many rows changed. The listener is instrumentation.ts.
--   trip:SLUG  the page of one trip      trips  every list of trips      *  every page
create function facts_changed_of_trip() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform pg_notify('facts', 'trips trip:' || old.slug);
  end if;
  if tg_op <> 'DELETE' then
    perform pg_notify('facts', 'trips trip:' || new.slug);
  end if;
  return null;
end $$;
--> statement-breakpoint
create function facts_changed_within_trip() returns trigger language plpgsql as $$
declare
  changed_slug text;
begin
  for changed_slug in
    select slug from trip where id in (
      case when tg_op <> 'INSERT' then old.trip_id end,
      case when tg_op <> 'DELETE' then new.trip_id end
    )
  loop
    perform pg_notify('facts', 'trips trip:' || changed_slug);
  end loop;
  return null;
end $$;
--> statement-breakpoint
create function facts_changed_everywhere() returns trigger language plpgsql as $$
begin
  perform pg_notify('facts', '*');
  return null;
end $$;
--> statement-breakpoint
create trigger facts_changed after insert or update or delete on trip
  for each row execute function facts_changed_of_trip();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete on trip_day
  for each row execute function facts_changed_within_trip();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete on trip_place
  for each row execute function facts_changed_within_trip();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete on trip_seat
  for each row execute function facts_changed_within_trip();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete on quota
  for each row execute function facts_changed_within_trip();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete on itinerary_version
  for each row execute function facts_changed_within_trip();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete or truncate on project
  for each statement execute function facts_changed_everywhere();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete or truncate on organisation
  for each statement execute function facts_changed_everywhere();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete or truncate on organisation_successor
  for each statement execute function facts_changed_everywhere();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete or truncate on place
  for each statement execute function facts_changed_everywhere();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete or truncate on speaker
  for each statement execute function facts_changed_everywhere();
--> statement-breakpoint
create trigger facts_truncated after truncate on trip
  for each statement execute function facts_changed_everywhere();
