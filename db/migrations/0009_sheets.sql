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
ALTER TABLE "attendance" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "day_lock" ADD CONSTRAINT "day_lock_trip_day_id_trip_day_id_fk" FOREIGN KEY ("trip_day_id") REFERENCES "public"."trip_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_lock" ADD CONSTRAINT "day_lock_locked_by_user_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_lock" ADD CONSTRAINT "day_lock_reopened_by_user_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_trip_day_id_trip_day_id_fk" FOREIGN KEY ("trip_day_id") REFERENCES "public"."trip_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_read_by_user_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_sheet" ADD CONSTRAINT "signed_sheet_trip_day_id_trip_day_id_fk" FOREIGN KEY ("trip_day_id") REFERENCES "public"."trip_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_sheet" ADD CONSTRAINT "signed_sheet_added_by_user_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "day_lock_open" ON "day_lock" USING btree ("trip_day_id") WHERE "day_lock"."reopened_at" is null;--> statement-breakpoint
CREATE INDEX "day_lock_day" ON "day_lock" USING btree ("trip_day_id","locked_at");--> statement-breakpoint
CREATE INDEX "signature_day" ON "signature" USING btree ("trip_day_id","registration_id");--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_reason" CHECK ("attendance"."reason" <> '');--> statement-breakpoint
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
