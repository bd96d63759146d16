CREATE TABLE "walk_in" (
	"id" uuid PRIMARY KEY NOT NULL,
	"trip_day_id" uuid NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"organisation_id" uuid,
	"institution" text,
	"recorded_by" uuid NOT NULL,
	"device" text NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"revoked" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "walk_in_of_day" UNIQUE("trip_day_id","id"),
	CONSTRAINT "walk_in_named" CHECK ("walk_in"."given_name" <> '' and "walk_in"."family_name" <> ''),
	CONSTRAINT "walk_in_from_somewhere" CHECK (("walk_in"."organisation_id" is null) <> ("walk_in"."institution" is null) and "walk_in"."institution" <> '')
);
--> statement-breakpoint
CREATE TABLE "walk_in_removal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"trip_day_id" uuid NOT NULL,
	"walk_in_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"device" text NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"revoked" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "walk_in_removal_reason" CHECK ("walk_in_removal"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "walk_in_signature" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_day_id" uuid NOT NULL,
	"walk_in_id" uuid NOT NULL,
	"signed" boolean NOT NULL,
	"explanation" text,
	"read_by" uuid NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "walk_in_signature_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	CONSTRAINT "walk_in_signature_sequence" UNIQUE("sequence"),
	CONSTRAINT "walk_in_signature_explanation" CHECK ("walk_in_signature"."explanation" <> '')
);
--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "no_photos" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "walk_in" ADD CONSTRAINT "walk_in_trip_day_id_trip_day_id_fk" FOREIGN KEY ("trip_day_id") REFERENCES "public"."trip_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_in" ADD CONSTRAINT "walk_in_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_in" ADD CONSTRAINT "walk_in_recorded_by_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_in_removal" ADD CONSTRAINT "walk_in_removal_trip_day_id_trip_day_id_fk" FOREIGN KEY ("trip_day_id") REFERENCES "public"."trip_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_in_removal" ADD CONSTRAINT "walk_in_removal_recorded_by_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_in_signature" ADD CONSTRAINT "walk_in_signature_read_by_user_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_in_signature" ADD CONSTRAINT "walk_in_signature_of_day" FOREIGN KEY ("trip_day_id","walk_in_id") REFERENCES "public"."walk_in"("trip_day_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "walk_in_day" ON "walk_in" USING btree ("trip_day_id");--> statement-breakpoint
CREATE INDEX "walk_in_removal_walk_in" ON "walk_in_removal" USING btree ("walk_in_id","trip_day_id");--> statement-breakpoint
CREATE INDEX "walk_in_signature_walk_in" ON "walk_in_signature" USING btree ("walk_in_id");
--> statement-breakpoint
-- A merge of two entries of the register may follow; nothing else of a walk-in ever changes.
create function refuse_changed_walk_in() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or to_jsonb(new) - 'organisation_id' is distinct from to_jsonb(old) - 'organisation_id'
    or new.organisation_id is null then
    raise exception 'a walk-in is only ever added' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger walk_in_append_only before update or delete on walk_in
  for each row execute function refuse_changed_walk_in();
--> statement-breakpoint
create trigger walk_in_not_truncated before truncate on walk_in
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger walk_in_removal_append_only before update or delete on walk_in_removal
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger walk_in_removal_not_truncated before truncate on walk_in_removal
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger walk_in_signature_append_only before update or delete on walk_in_signature
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger walk_in_signature_not_truncated before truncate on walk_in_signature
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- A locked day takes no walk-ins either, as it takes no marks.
create trigger walk_in_day_open before insert on walk_in
  for each row execute function refuse_on_locked_day();
--> statement-breakpoint
create trigger walk_in_removal_day_open before insert on walk_in_removal
  for each row execute function refuse_on_locked_day();
--> statement-breakpoint
create trigger walk_in_signature_day_open before insert on walk_in_signature
  for each row execute function refuse_on_locked_day();
--> statement-breakpoint
-- Whoever has the trip's board open is told, as of marks.
create trigger walk_in_recorded after insert on walk_in
  referencing new table as added for each statement execute function attendance_recorded();
--> statement-breakpoint
create trigger walk_in_removal_recorded after insert on walk_in_removal
  referencing new table as added for each statement execute function attendance_recorded();
