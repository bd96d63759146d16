CREATE TABLE "ended_membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "agenda_item_id" uuid;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "pickup_id" uuid;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "overrules" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "device_number" bigint;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "revoked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "ended_membership_user" ON "ended_membership" USING btree ("user_id","organisation_id");--> statement-breakpoint
CREATE INDEX "attendance_registration" ON "attendance" USING btree ("registration_id");--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_one_place" CHECK ("attendance"."agenda_item_id" is null or "attendance"."pickup_id" is null);--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_overrules" CHECK (cardinality("attendance"."overrules") <= 500);--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_device_number" CHECK ("attendance"."device_number" > 0);
--> statement-breakpoint
-- Until now the mark that arrived last counted, so each has overruled all before it.
alter table attendance disable trigger attendance_append_only;
--> statement-breakpoint
update attendance later set overrules = array(
  select id from attendance earlier
  where earlier.registration_id = later.registration_id and earlier.trip_day_id = later.trip_day_id
    and earlier.sequence < later.sequence
  order by earlier.sequence desc limit 500);
--> statement-breakpoint
alter table attendance enable trigger attendance_append_only;
--> statement-breakpoint
-- What the marks of a person come to, of the whole day where no item and no pick-up is named.
-- The same as `stateOf` in domain/attendance/rules.ts, which a test compares it with.
create function attendance_state(person uuid, day uuid, item uuid default null, stop uuid default null)
returns text language sql stable as $$
  with made as (
    select id, present, device, device_number, recorded_by, overrules from attendance
    where registration_id = person and trip_day_id = day
      and agenda_item_id is not distinct from item and pickup_id is not distinct from stop
  ), standing as (
    select present from made one where not exists (
      select from made other where other.id <> one.id and (
        one.id = any(other.overrules)
        or other.device = one.device and other.recorded_by = one.recorded_by
          and other.device_number > one.device_number))
  ), counted as (
    select present from standing
    union all select present from made where not exists (select from standing)
  )
  select case
    when count(*) = 0 then 'unmarked'
    when bool_and(present) then 'present'
    when bool_or(present) then 'contradicted'
    else 'absent'
  end from counted
$$;
--> statement-breakpoint
create function keep_ended_membership() returns trigger language plpgsql as $$
begin
  if old.organisation_id is not null then
    insert into ended_membership (user_id, organisation_id, role, began_at)
      values (old.user_id, old.organisation_id, old.role, old.created_at);
  end if;
  return null;
end
$$;
--> statement-breakpoint
create trigger membership_ended after delete on membership
  for each row execute function keep_ended_membership();
