CREATE TABLE "ended_membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "day_lock" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_day_id" uuid NOT NULL,
	"locked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"locked_by" uuid NOT NULL,
	"present" integer NOT NULL,
	"people" integer NOT NULL,
	"reopened_at" timestamp with time zone,
	"reopened_by" uuid,
	"reopen_reason" text,
	CONSTRAINT "day_lock_people" CHECK ("day_lock"."present" between 0 and "day_lock"."people"),
	CONSTRAINT "day_lock_reopened_for_a_reason" CHECK (("day_lock"."reopened_at" is null) = ("day_lock"."reopened_by" is null)
        and ("day_lock"."reopened_at" is null) = ("day_lock"."reopen_reason" is null)
        and "day_lock"."reopen_reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "signature" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_day_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"signed" boolean NOT NULL,
	"explanation" text,
	"read_by" uuid NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "signature_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	CONSTRAINT "signature_sequence" UNIQUE("sequence"),
	CONSTRAINT "signature_explanation" CHECK ("signature"."explanation" <> '')
);
--> statement-breakpoint
CREATE TABLE "signed_sheet" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_day_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signed_sheet_once" UNIQUE("trip_day_id","sha256"),
	CONSTRAINT "signed_sheet_type" CHECK ("signed_sheet"."type" in ('application/pdf', 'image/jpeg', 'image/png')),
	CONSTRAINT "signed_sheet_bytes" CHECK ("signed_sheet"."bytes" between 1 and 20971520 and octet_length("signed_sheet"."content") = "signed_sheet"."bytes"),
	CONSTRAINT "signed_sheet_sha256" CHECK ("signed_sheet"."sha256" = encode(sha256("signed_sheet"."content"), 'hex'))
);
--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "agenda_item_id" uuid;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "pickup_id" uuid;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "overrules" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "device_number" bigint;--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "revoked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "day_lock" ADD CONSTRAINT "day_lock_trip_day_id_trip_day_id_fk" FOREIGN KEY ("trip_day_id") REFERENCES "public"."trip_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_lock" ADD CONSTRAINT "day_lock_locked_by_user_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_lock" ADD CONSTRAINT "day_lock_reopened_by_user_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_trip_day_id_trip_day_id_fk" FOREIGN KEY ("trip_day_id") REFERENCES "public"."trip_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_read_by_user_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_sheet" ADD CONSTRAINT "signed_sheet_trip_day_id_trip_day_id_fk" FOREIGN KEY ("trip_day_id") REFERENCES "public"."trip_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_sheet" ADD CONSTRAINT "signed_sheet_added_by_user_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ended_membership_user" ON "ended_membership" USING btree ("user_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "day_lock_open" ON "day_lock" USING btree ("trip_day_id") WHERE "day_lock"."reopened_at" is null;--> statement-breakpoint
CREATE INDEX "day_lock_day" ON "day_lock" USING btree ("trip_day_id","locked_at");--> statement-breakpoint
CREATE INDEX "signature_day" ON "signature" USING btree ("trip_day_id","registration_id");--> statement-breakpoint
CREATE INDEX "attendance_registration" ON "attendance" USING btree ("registration_id");--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_reason" CHECK ("attendance"."reason" <> '');--> statement-breakpoint
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
      -- A mark that arrived before somebody else took the place is about the one who left.
      and received_at > coalesce((select max(replaced_at) from replacement where registration_id = person), '-infinity')
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
--> statement-breakpoint
create trigger signed_sheet_append_only before update or delete on signed_sheet
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger signed_sheet_not_truncated before truncate on signed_sheet
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger signature_append_only before update or delete on signature
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger signature_not_truncated before truncate on signature
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- A lock is ended once and otherwise never changes.
create function refuse_changed_lock() returns trigger language plpgsql as $$
declare
  ending constant text[] := '{reopened_at, reopened_by, reopen_reason}';
begin
  if tg_op = 'DELETE' or old.reopened_at is not null
    or to_jsonb(new) - ending is distinct from to_jsonb(old) - ending then
    raise exception 'the lock of a day is only ever reopened' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger day_lock_unchanged before update or delete on day_lock
  for each row execute function refuse_changed_lock();
--> statement-breakpoint
create trigger day_lock_not_truncated before truncate on day_lock
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- Whoever locks a day holds its row alone, and so waits for everybody who is adding to it.
create function hold_day() returns trigger language plpgsql as $$
begin
  perform 1 from trip_day where id = new.trip_day_id for update;
  return new;
end
$$;
--> statement-breakpoint
create trigger day_lock_holds_day before insert on day_lock
  for each row execute function hold_day();
--> statement-breakpoint
-- A locked day takes no marks, sheets or signatures. Whoever adds one shares the day's row first: a lock
-- that is being made at this moment is waited for, and then seen.
create function refuse_on_locked_day() returns trigger language plpgsql as $$
begin
  perform 1 from trip_day where id = new.trip_day_id for key share;
  if exists (select from day_lock where trip_day_id = new.trip_day_id and reopened_at is null) then
    raise exception 'day % is locked: % refused', new.trip_day_id, tg_table_name
      using errcode = 'integrity_constraint_violation', constraint = 'day_not_locked';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger attendance_day_open before insert on attendance
  for each row execute function refuse_on_locked_day();
--> statement-breakpoint
create trigger signed_sheet_day_open before insert on signed_sheet
  for each row execute function refuse_on_locked_day();
--> statement-breakpoint
create trigger signature_day_open before insert on signature
  for each row execute function refuse_on_locked_day();
--> statement-breakpoint
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
