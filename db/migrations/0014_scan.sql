CREATE TABLE "badge" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"trip_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "badge_code_once" UNIQUE("trip_id","code"),
	CONSTRAINT "badge_code_shape" CHECK ("badge"."code" ~ '^[34679CDFHJKMNPQRTVWXY]{6}$')
);
--> statement-breakpoint
CREATE TABLE "self_check_in" (
	"trip_id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"switched_on_by" uuid NOT NULL,
	"switched_on_at" timestamp with time zone NOT NULL,
	CONSTRAINT "self_check_in_key" CHECK ("self_check_in"."key" ~ '^[A-Za-z0-9_-]{43}$')
);
--> statement-breakpoint
ALTER TABLE "attendance" ADD COLUMN "by_attendee" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "badge" ADD CONSTRAINT "badge_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge" ADD CONSTRAINT "badge_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "badge" ADD CONSTRAINT "badge_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_check_in" ADD CONSTRAINT "self_check_in_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_check_in" ADD CONSTRAINT "self_check_in_switched_on_by_user_id_fk" FOREIGN KEY ("switched_on_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_by_attendee" CHECK (not "attendance"."by_attendee" or ("attendance"."present" and not "attendance"."revoked"
        and "attendance"."overrules" = '{}' and "attendance"."device_number" is null));
--> statement-breakpoint
-- Chance decides a code; one that somebody of the trip has already is drawn again.
create function give_badge(of registration) returns void language plpgsql as $$
declare
  signs constant text := '34679CDFHJKMNPQRTVWXY';
  chance bytea;
  drawn text;
begin
  loop
    chance := uuid_send(gen_random_uuid());
    drawn := '';
    for place in 0..5 loop
      drawn := drawn || substr(signs, 1 + get_byte(chance, place) % length(signs), 1);
    end loop;
    insert into badge (registration_id, trip_id, user_id, code) values (of.id, of.trip_id, of.user_id, drawn)
      on conflict (trip_id, code) do nothing;
    exit when found;
  end loop;
end
$$;
--> statement-breakpoint
select give_badge(registration) from registration where user_id is not null;
--> statement-breakpoint
create function registration_named() returns trigger language plpgsql as $$
begin
  -- Somebody new has none: looked for in a list that is just being filled, it would be sought row by row.
  if tg_op = 'UPDATE' then
    delete from badge where registration_id = new.id;
  end if;
  perform give_badge(new);
  return null;
end
$$;
--> statement-breakpoint
create trigger registration_gets_badge after insert on registration
  for each row when (new.user_id is not null) execute function registration_named();
--> statement-breakpoint
create trigger registration_gets_other_badge after update of user_id on registration
  for each row when (new.user_id is not null and new.user_id is distinct from old.user_id)
  execute function registration_named();
--> statement-breakpoint
-- Nobody checks in somebody else. A mark that a file brings may be of one who has left the place since, and is by
-- whoever stands in for that person here.
create function refuse_check_in_of_others() returns trigger language plpgsql as $$
begin
  if not exists (
    select from registration where id = new.registration_id and user_id = new.recorded_by
    union all
    select from replacement where registration_id = new.registration_id and former_user_id = new.recorded_by
    union all
    select from "user" where id = new.recorded_by and imported_as is not null
  ) then
    raise exception 'nobody checks in somebody else'
      using errcode = 'integrity_constraint_violation', constraint = 'check_in_of_oneself';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger attendance_check_in_of_oneself before insert on attendance
  for each row when (new.by_attendee) execute function refuse_check_in_of_others();
--> statement-breakpoint
create unique index attendance_checked_in_once
  on attendance (registration_id, trip_day_id, recorded_by, agenda_item_id, pickup_id)
  nulls not distinct where by_attendee;
