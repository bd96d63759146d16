CREATE TABLE "bulk_item" (
	"bulk_work_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"done_at" timestamp with time zone,
	"refusal" text,
	CONSTRAINT "bulk_item_bulk_work_id_registration_id_pk" PRIMARY KEY("bulk_work_id","registration_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_work" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "accepted_warning" (
	"trip_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"note" text NOT NULL,
	"accepted_by" uuid NOT NULL,
	"accepted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accepted_warning_trip_id_fingerprint_pk" PRIMARY KEY("trip_id","fingerprint"),
	CONSTRAINT "accepted_warning_note" CHECK ("accepted_warning"."note" <> '')
);
--> statement-breakpoint
CREATE TABLE "agenda_change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"undoes" integer,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agenda_change_revision" UNIQUE("trip_id","revision"),
	CONSTRAINT "agenda_change_undone_once" UNIQUE("trip_id","undoes"),
	CONSTRAINT "agenda_change_undo" CHECK (("agenda_change"."kind" = 'undo') = ("agenda_change"."undoes" is not null))
);
--> statement-breakpoint
CREATE TABLE "bed" (
	"lodging_id" uuid NOT NULL,
	"room_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	CONSTRAINT "bed_lodging_id_registration_id_pk" PRIMARY KEY("lodging_id","registration_id")
);
--> statement-breakpoint
CREATE TABLE "lodging" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"first_night" date NOT NULL,
	"last_night" date NOT NULL,
	CONSTRAINT "lodging_nights" CHECK ("lodging"."first_night" <= "lodging"."last_night")
);
--> statement-breakpoint
CREATE TABLE "room" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lodging_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "room_name" UNIQUE("lodging_id","name"),
	CONSTRAINT "room_of_lodging" UNIQUE("lodging_id","id"),
	CONSTRAINT "room_kind" CHECK ("room"."kind" in ('single', 'twin'))
);
--> statement-breakpoint
CREATE TABLE "room_wish" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"mate" text,
	CONSTRAINT "room_wish_kind" CHECK ("room_wish"."kind" in ('single', 'twin'))
);
--> statement-breakpoint
CREATE TABLE "organisation_former_name" (
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"valid_to" date NOT NULL,
	CONSTRAINT "organisation_former_name_organisation_id_valid_to_pk" PRIMARY KEY("organisation_id","valid_to"),
	CONSTRAINT "organisation_former_name_said" CHECK ("organisation_former_name"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "pickup" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"vehicle_id" uuid NOT NULL,
	"place_id" uuid,
	"spot" text NOT NULL,
	"departs_at" timestamp with time zone NOT NULL,
	"organisation_id" uuid,
	CONSTRAINT "pickup_of_trip" UNIQUE("trip_id","id")
);
--> statement-breakpoint
CREATE TABLE "vehicle" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"name" text NOT NULL,
	"seats" integer NOT NULL,
	"driver_name" text,
	"driver_phone" text,
	CONSTRAINT "vehicle_name" UNIQUE("trip_id","name"),
	CONSTRAINT "vehicle_of_trip" UNIQUE("trip_id","id"),
	CONSTRAINT "vehicle_seats" CHECK ("vehicle"."seats" between 1 and 200)
);
--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "venue" text;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "languages" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "interpretation" text;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "responsible" text;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "internal_note" text;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "group_limit" integer;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "pickup_id" uuid;--> statement-breakpoint
ALTER TABLE "trip" ADD COLUMN "languages" text[] DEFAULT '{lv}' NOT NULL;--> statement-breakpoint
ALTER TABLE "trip" ADD COLUMN "travel_speed" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "trip" ADD COLUMN "draft_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_bulk_work_id_bulk_work_id_fk" FOREIGN KEY ("bulk_work_id") REFERENCES "public"."bulk_work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_work" ADD CONSTRAINT "bulk_work_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_work" ADD CONSTRAINT "bulk_work_started_by_user_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accepted_warning" ADD CONSTRAINT "accepted_warning_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accepted_warning" ADD CONSTRAINT "accepted_warning_accepted_by_user_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_change" ADD CONSTRAINT "agenda_change_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_change" ADD CONSTRAINT "agenda_change_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bed" ADD CONSTRAINT "bed_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bed" ADD CONSTRAINT "bed_room_of_lodging" FOREIGN KEY ("lodging_id","room_id") REFERENCES "public"."room"("lodging_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lodging" ADD CONSTRAINT "lodging_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_lodging_id_lodging_id_fk" FOREIGN KEY ("lodging_id") REFERENCES "public"."lodging"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_wish" ADD CONSTRAINT "room_wish_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_former_name" ADD CONSTRAINT "organisation_former_name_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pickup" ADD CONSTRAINT "pickup_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pickup" ADD CONSTRAINT "pickup_vehicle_id_vehicle_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "public"."vehicle"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pickup" ADD CONSTRAINT "pickup_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pickup" ADD CONSTRAINT "pickup_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vehicle" ADD CONSTRAINT "vehicle_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_item_left" ON "bulk_item" USING btree ("bulk_work_id","position") WHERE "bulk_item"."done_at" is null;--> statement-breakpoint
CREATE INDEX "bulk_work_trip" ON "bulk_work" USING btree ("trip_id","started_at");--> statement-breakpoint
CREATE INDEX "bed_room" ON "bed" USING btree ("room_id");--> statement-breakpoint
CREATE INDEX "lodging_trip" ON "lodging" USING btree ("trip_id","first_night");--> statement-breakpoint
CREATE INDEX "pickup_trip" ON "pickup" USING btree ("trip_id","departs_at");--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_pickup_of_trip" FOREIGN KEY ("trip_id","pickup_id") REFERENCES "public"."pickup"("trip_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_item_host" ON "agenda_item" USING btree ("host_id");--> statement-breakpoint
CREATE INDEX "registration_pickup" ON "registration" USING btree ("pickup_id");--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_coordinates" CHECK (("agenda_item"."latitude" is null) = ("agenda_item"."longitude" is null));--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_languages" CHECK ("agenda_item"."languages" <@ array['lv', 'en', 'lt', 'ru', 'de']);--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_group_limit" CHECK ("organisation"."group_limit" > 0);--> statement-breakpoint
ALTER TABLE "trip" ADD CONSTRAINT "trip_languages" CHECK ("trip"."languages" <@ array['lv', 'en', 'lt', 'ru', 'de']);--> statement-breakpoint
ALTER TABLE "trip" ADD CONSTRAINT "trip_travel_speed" CHECK ("trip"."travel_speed" between 10 and 130);--> statement-breakpoint
create trigger agenda_change_append_only before update or delete on agenda_change
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger agenda_change_not_truncated before truncate on agenda_change
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger facts_changed after insert or update or delete or truncate on organisation_former_name
  for each statement execute function facts_changed_everywhere();
--> statement-breakpoint
-- What an organisation was called on a day: the former name that ended first after it, or the present one.
create function organisation_name_on(wanted uuid, day date) returns text language sql stable as $$
  select coalesce(
    (select name from organisation_former_name
      where organisation_id = wanted and valid_to >= day order by valid_to limit 1),
    (select name from organisation where id = wanted))
$$;
--> statement-breakpoint
-- Never more people on a vehicle than it has seats. The vehicle's row is held, so that two who choose at
-- once are counted one after the other.
create function refuse_crowded_vehicle() returns trigger language plpgsql as $$
declare
  going vehicle;
  aboard integer;
begin
  if new.pickup_id is null or new.withdrawn_at is not null then
    return new;
  end if;
  select v.* into going from vehicle v join pickup p on p.vehicle_id = v.id
    where p.id = new.pickup_id for update of v;
  select count(*) into aboard from registration r join pickup p on p.id = r.pickup_id
    where p.vehicle_id = going.id and r.withdrawn_at is null and r.id <> new.id;
  if aboard >= going.seats then
    raise exception 'vehicle % is full', going.id
      using errcode = 'check_violation', constraint = 'vehicle_never_over';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger vehicle_never_over before insert or update of pickup_id on registration
  for each row when (new.pickup_id is not null) execute function refuse_crowded_vehicle();
--> statement-breakpoint
-- A vehicle is not made smaller than the people on it.
create function refuse_shrunk_vehicle() returns trigger language plpgsql as $$
begin
  if new.seats < (select count(*) from registration r join pickup p on p.id = r.pickup_id
                    where p.vehicle_id = new.id and r.withdrawn_at is null) then
    raise exception 'vehicle % has more people than seats', new.id
      using errcode = 'check_violation', constraint = 'vehicle_never_over';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger vehicle_not_shrunk before update of seats on vehicle
  for each row execute function refuse_shrunk_vehicle();
--> statement-breakpoint
-- One in a single, two in a twin, and only people of the same trip.
create function refuse_crowded_room() returns trigger language plpgsql as $$
declare
  chosen room;
  asleep integer;
begin
  select * into chosen from room where id = new.room_id for update;
  if not exists (select from registration r join lodging l on l.trip_id = r.trip_id
                   where r.id = new.registration_id and l.id = new.lodging_id) then
    raise exception 'registration % is of another trip', new.registration_id
      using errcode = 'check_violation', constraint = 'bed_of_trip';
  end if;
  select count(*) into asleep from bed b
    where b.room_id = new.room_id and b.registration_id <> new.registration_id;
  if asleep >= (case chosen.kind when 'single' then 1 else 2 end) then
    raise exception 'room % is full', new.room_id
      using errcode = 'check_violation', constraint = 'room_never_over';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger room_never_over before insert or update on bed
  for each row execute function refuse_crowded_room();
