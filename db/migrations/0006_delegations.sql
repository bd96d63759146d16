CREATE TABLE "coordinator_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"note" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"granted_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"refusal_reason" text,
	CONSTRAINT "coordinator_request_decided" CHECK (("coordinator_request"."decided_by" is not null) = ("coordinator_request"."granted_at" is not null or "coordinator_request"."refused_at" is not null)
        and not ("coordinator_request"."granted_at" is not null and "coordinator_request"."refused_at" is not null)),
	CONSTRAINT "coordinator_request_refused_with_reason" CHECK (("coordinator_request"."refused_at" is not null) = ("coordinator_request"."refusal_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "delegation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"sent_by" uuid NOT NULL,
	"size" integer NOT NULL,
	"at_least" integer NOT NULL,
	"key" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delegation_key_unique" UNIQUE("key"),
	CONSTRAINT "delegation_of_trip" UNIQUE("trip_id","id"),
	CONSTRAINT "delegation_at_least" CHECK ("delegation"."at_least" between 1 and "delegation"."size")
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"registration_id" uuid NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"position" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposal_registration_id_unique" UNIQUE("registration_id")
);
--> statement-breakpoint
CREATE TABLE "replacement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"registration_id" uuid NOT NULL,
	"former_user_id" uuid NOT NULL,
	"former_name" text NOT NULL,
	"successor_name" text NOT NULL,
	"replaced_by" uuid NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "need" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"consent_id" uuid NOT NULL,
	"diet" text DEFAULT 'none' NOT NULL,
	"allergy" text,
	"access" text,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "need_consent_id_unique" UNIQUE("consent_id"),
	CONSTRAINT "need_diet" CHECK ("need"."diet" in ('none', 'vegetarian', 'vegan', 'glutenFree', 'lactoseFree', 'other')),
	CONSTRAINT "need_says_something" CHECK ("need"."diet" <> 'none' or "need"."allergy" is not null or "need"."access" is not null)
);
--> statement-breakpoint
CREATE TABLE "need_consent" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"registration_id" uuid NOT NULL,
	"given_by" uuid NOT NULL,
	"wording" text NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"question_id" uuid NOT NULL,
	"registration_id" uuid,
	"delegation_id" uuid,
	"value" jsonb,
	"file_id" uuid,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_file_id_unique" UNIQUE("file_id"),
	CONSTRAINT "answer_of_person" UNIQUE("question_id","registration_id"),
	CONSTRAINT "answer_of_delegation" UNIQUE("question_id","delegation_id"),
	CONSTRAINT "answer_of_somebody" CHECK (("answer"."registration_id" is null) <> ("answer"."delegation_id" is null)),
	CONSTRAINT "answer_says_something" CHECK (("answer"."value" is null) <> ("answer"."file_id" is null))
);
--> statement-breakpoint
CREATE TABLE "question" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"asked_of" text NOT NULL,
	"label" jsonb NOT NULL,
	"hint" jsonb,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"condition_question_id" uuid,
	"condition_answer" text,
	"retention_days" integer DEFAULT 30 NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "question_label_lv" CHECK ("question"."label" ? 'lv'),
	CONSTRAINT "question_kind" CHECK ("question"."kind" in ('text', 'choice', 'choices', 'yesNo', 'number', 'file')),
	CONSTRAINT "question_asked_of" CHECK ("question"."asked_of" in ('person', 'delegation')),
	CONSTRAINT "question_options" CHECK (("question"."kind" in ('choice', 'choices')) = (jsonb_array_length("question"."options") > 0)),
	CONSTRAINT "question_condition" CHECK (("question"."condition_question_id" is null) = ("question"."condition_answer" is null)
        and "question"."condition_question_id" <> "question"."id"),
	CONSTRAINT "question_retention" CHECK ("question"."retention_days" between 0 and 3650)
);
--> statement-breakpoint
CREATE TABLE "stored_file" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"stored_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stored_file_type" CHECK ("stored_file"."type" in ('application/pdf', 'image/jpeg', 'image/png')),
	CONSTRAINT "stored_file_bytes" CHECK ("stored_file"."bytes" between 1 and 10485760 and octet_length("stored_file"."content") = "stored_file"."bytes")
);
--> statement-breakpoint
ALTER TABLE "registration" DROP CONSTRAINT "registration_state_explained";--> statement-breakpoint
ALTER TABLE "registration" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "delegation_id" uuid;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "delegation_id" uuid;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "is_head" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "entered_by" uuid;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "sign_off_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "sign_off_lapsed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "signed_off_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "signed_off_by" uuid;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "withdrawal_reason" text;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "replacement_asked_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "quota" ADD COLUMN "least" integer;--> statement-breakpoint
ALTER TABLE "trip" ADD COLUMN "invitation_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "trip" ADD COLUMN "needs_kept_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "trip" ADD CONSTRAINT "trip_needs_kept_days" CHECK ("trip"."needs_kept_days" between 0 and 30);--> statement-breakpoint
ALTER TABLE "trip_seat" ADD COLUMN "names_frozen_at" timestamp with time zone;--> statement-breakpoint
UPDATE "trip_seat" SET "names_frozen_at" = "promotion_ends_at";--> statement-breakpoint
ALTER TABLE "trip_seat" ALTER COLUMN "names_frozen_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "trip_seat" ADD COLUMN "names_freed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "trip_seat" ADD COLUMN "sign_off_hours" integer;--> statement-breakpoint
ALTER TABLE "coordinator_request" ADD CONSTRAINT "coordinator_request_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordinator_request" ADD CONSTRAINT "coordinator_request_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coordinator_request" ADD CONSTRAINT "coordinator_request_decided_by_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_user_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_sent_by_user_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_consent_id_need_consent_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."need_consent"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_consent" ADD CONSTRAINT "need_consent_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_consent" ADD CONSTRAINT "need_consent_given_by_user_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_question_id_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_delegation_id_delegation_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_answered_by_user_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_condition_question_id_question_id_fk" FOREIGN KEY ("condition_question_id") REFERENCES "public"."question"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_stored_by_user_id_fk" FOREIGN KEY ("stored_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_proposed_by_user_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replacement" ADD CONSTRAINT "replacement_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replacement" ADD CONSTRAINT "replacement_former_user_id_user_id_fk" FOREIGN KEY ("former_user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replacement" ADD CONSTRAINT "replacement_replaced_by_user_id_fk" FOREIGN KEY ("replaced_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "replacement_registration" ON "replacement" USING btree ("registration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "coordinator_request_open_once" ON "coordinator_request" USING btree ("user_id","organisation_id") WHERE "coordinator_request"."granted_at" is null and "coordinator_request"."refused_at" is null;--> statement-breakpoint
CREATE INDEX "coordinator_request_organisation" ON "coordinator_request" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_once" ON "invitation" USING btree ("trip_id","organisation_id") WHERE "invitation"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "delegation_trip" ON "delegation" USING btree ("trip_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "need_consent_running" ON "need_consent" USING btree ("registration_id") WHERE "need_consent"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "need_consent_registration" ON "need_consent" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "answer_registration" ON "answer" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "answer_delegation" ON "answer" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "question_trip" ON "question" USING btree ("trip_id","position");--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_delegation_id_delegation_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_entered_by_user_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_signed_off_by_user_id_fk" FOREIGN KEY ("signed_off_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_delegation_of_trip" FOREIGN KEY ("trip_id","delegation_id") REFERENCES "public"."delegation"("trip_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_delegation" ON "message" USING btree ("delegation_id");--> statement-breakpoint
CREATE INDEX "registration_delegation" ON "registration" USING btree ("delegation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "registration_one_head" ON "registration" USING btree ("delegation_id") WHERE "registration"."is_head" and "registration"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "registration_sign_off" ON "registration" USING btree ("sign_off_due_at");--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_head_of_delegation" CHECK (not "registration"."is_head" or "registration"."delegation_id" is not null);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_named_or_reserved" CHECK (case when "registration"."user_id" is not null then "registration"."given_name" <> '' and "registration"."email" <> ''
        else "registration"."delegation_id" is not null and "registration"."given_name" = '' and "registration"."family_name" = ''
          and "registration"."email" = '' and "registration"."phone" = '' end);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_sign_off_state" CHECK ("registration"."sign_off_due_at" is null or ("registration"."confirmed_at" is null and "registration"."sign_off_lapsed_at" is null
        and "registration"."signed_off_at" is null));--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_replacement_asked_of_seat" CHECK ("registration"."replacement_asked_until" is null
        or ("registration"."confirmed_at" is not null and "registration"."withdrawn_at" is null));--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_signed_off_by_somebody" CHECK (("registration"."signed_off_at" is null) = ("registration"."signed_off_by" is null));--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_state_explained" CHECK ("registration"."confirmed_at" is not null or "registration"."sign_off_due_at" is not null
        or "registration"."waiting_reason" is not null);--> statement-breakpoint
ALTER TABLE "quota" ADD CONSTRAINT "quota_least" CHECK ("quota"."least" is null or ("quota"."least" >= 1 and "quota"."waiting" >= "quota"."least"));--> statement-breakpoint
ALTER TABLE "trip_seat" ADD CONSTRAINT "trip_seat_sign_off_hours" CHECK ("trip_seat"."sign_off_hours" between 1 and 336);--> statement-breakpoint
update quota set least = 1 where waiting > 0;
--> statement-breakpoint
create trigger facts_changed after insert or update or delete on invitation
  for each row execute function facts_changed_within_trip();
--> statement-breakpoint
-- Why so many seats at once do not fit the organisation at this moment, or null when they do.
drop function seat_reason_to_wait(trip_seat, integer, integer, integer, timestamptz);
--> statement-breakpoint
create function seat_reason_to_wait(
  seat trip_seat, own_guaranteed integer, own_maximum integer, own_taken integer, asked integer, at timestamptz
) returns text language sql immutable as $$
  select case
    when own_taken + asked > own_maximum then 'maximum'
    when seat.taken + asked > seat.capacity then 'full'
    when seat.taken + asked + case when seat.release_at is not null and at >= seat.release_at then 0
                                   else seat.held - greatest(0, own_guaranteed - own_taken) end
         > seat.capacity then 'kept'
  end
$$;
--> statement-breakpoint
create or replace function newcomer_waits(trip uuid, sender uuid, at timestamptz) returns text
language plpgsql stable as $$
declare
  seat trip_seat;
  own quota;
  why text;
begin
  select * into seat from trip_seat s where s.trip_id = trip;
  select * into own from quota q where q.trip_id = trip and q.organisation_id = sender;
  why := seat_reason_to_wait(seat, coalesce(own.guaranteed, 0), own.maximum, coalesce(own.taken, 0), 1, at);
  if why is null and seat.waiting > 0 and exists (
    select from quota q where q.trip_id = trip and q.least is not null
      and seat_reason_to_wait(seat, q.guaranteed, q.maximum, q.taken, q.least, at) is null
  ) then
    why := 'line';
  end if;
  return why;
end
$$;
--> statement-breakpoint
create or replace function count_newcomer(trip uuid, sender uuid, seated boolean) returns void
language plpgsql as $$
declare
  own quota;
begin
  insert into quota as q (trip_id, organisation_id, taken, waiting, least)
    values (trip, sender, seated::integer, 1 - seated::integer, case when not seated then 1 end)
    on conflict (trip_id, organisation_id) do update
      set taken = q.taken + seated::integer, waiting = q.waiting + 1 - seated::integer,
        least = case when seated then q.least else 1 end
    returning * into own;
  update trip_seat s set taken = s.taken + seated::integer, waiting = s.waiting + 1 - seated::integer,
      held = s.held - case when seated and s.released_at is null and own.taken <= own.guaranteed then 1 else 0 end
    where s.trip_id = trip;
end
$$;
--> statement-breakpoint
-- What stands in line as one: a person, or those of a delegation who still wait, at the place of their first.
create view line_unit as
  select r.trip_id, r.organisation_id, coalesce(r.delegation_id, r.id) as id, min(r.line) as line,
    -- In the order in which they get seats.
    array_agg(r.id order by not r.is_head, r.line) as ids,
    -- It asks for what is left of its minimum, and for no more than there are of it.
    least(count(*), greatest(1, coalesce(max(d.at_least), 1) - coalesce(max(seats.held), 0)))::integer as asked,
    -- A sign-off that ran out: no seat fits before somebody signs.
    bool_or(r.sign_off_lapsed_at is not null and r.signed_off_at is null and s.sign_off_hours is not null) as lapsed
  from registration r
  join trip_seat s on s.trip_id = r.trip_id
  left join delegation d on d.id = r.delegation_id
  left join lateral (
    select count(*) as held from registration mate where mate.delegation_id = d.id and mate.withdrawn_at is null
      and (mate.confirmed_at is not null or mate.sign_off_due_at is not null)
  ) seats on true
  where r.withdrawn_at is null and r.confirmed_at is null and r.sign_off_due_at is null
  group by 1, 2, 3;
--> statement-breakpoint
-- Place in line of a waiting registration, counted from 1; `placesInLine` in domain/seat/rules.ts is the same.
create or replace function place_in_line(wanted uuid) returns integer language sql stable as $$
  select (count(*) + 1)::integer
  from registration me
  join trip_seat s on s.trip_id = me.trip_id
  join line_unit mine on mine.trip_id = me.trip_id and mine.id = coalesce(me.delegation_id, me.id)
  join quota ours on ours.trip_id = me.trip_id and ours.organisation_id = mine.organisation_id
  join line_unit other on other.trip_id = me.trip_id and other.id <> mine.id
  join quota theirs on theirs.trip_id = me.trip_id and theirs.organisation_id = other.organisation_id
  where me.id = wanted and case s.allocation_order
    when 'spread' then (theirs.taken, other.line) < (ours.taken, mine.line)
    else other.line < mine.line end
$$;
--> statement-breakpoint
-- Whether this person's own registration needs the coordinator's yes: on trips that ask for it, for people of
-- a municipality who are not its coordinators themselves.
create function needs_sign_off(trip uuid, sender uuid, person uuid) returns boolean language sql stable as $$
  select exists (select from trip_seat s where s.trip_id = trip and s.sign_off_hours is not null)
    and exists (select from organisation o where o.id = sender and o.kind = 'municipality')
    and not exists (select from membership m
      where m.user_id = person and m.organisation_id = sender and m.role = 'coordinator')
$$;
--> statement-breakpoint
-- Whoever puts a person on a trip holds this first, before any row: otherwise one who holds the trip's seats would
-- wait for the person's other registration, and that one for the seats.
create function lock_person(trip uuid, address text) returns void language sql as $$
  select pg_advisory_xact_lock(hashtext(trip::text), hashtext(lower(address)))
$$;
--> statement-breakpoint
drop function register_for_trip(text, uuid, uuid, text, text, text, text, text, text, text, timestamptz);
--> statement-breakpoint
-- outcome: confirmed, awaitingSignOff, waiting, or a refusal: notFound, unknownOrganisation, cancelled,
-- notYetOpen, closed, settleFirst (kept seats are due for release: the line has to be walked before anybody new).
-- Everything is written with a guess first and the trip's row is locked last, so that it is held for the
-- counting and the commit alone; a guess that was overtaken is mended under the lock.
create function register_for_trip(
  wanted_slug text, person uuid, sender uuid,
  given text, family text, address text, telephone text, institution_name text, job text,
  language text, at timestamptz, held_invitations text[]
) returns table (outcome text, registration_id uuid, reason text) language plpgsql as $$
declare
  going trip;
  known registration;
  guess text;
  why text;
  asks boolean;
  due timestamptz;
  message_id uuid;
begin
  select * into going from trip where slug = wanted_slug and published_at is not null;
  if not found then
    return query select 'notFound', null::uuid, null::text;
    return;
  end if;

  perform lock_person(going.id, address);
  select * into known from registration r
    where r.trip_id = going.id and r.user_id = person and r.withdrawn_at is null;
  if found then
    return query select registration_outcome(known), known.id, known.waiting_reason;
    return;
  end if;

  outcome := case
    when going.invitation_only and not exists (
      select from invitation i where i.trip_id = going.id and i.organisation_id = sender and i.revoked_at is null
        and (i.token_hash = any (held_invitations) or exists (select from membership m
          where m.user_id = person and m.organisation_id = sender and m.role = 'coordinator')))
      then 'notFound'
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

  asks := needs_sign_off(going.id, sender, person);
  if asks then
    select at + make_interval(hours => s.sign_off_hours) into due from trip_seat s where s.trip_id = going.id;
  end if;
  guess := newcomer_waits(going.id, sender, at);
  insert into registration (trip_id, user_id, organisation_id, given_name, family_name, email, phone,
      institution, position, locale, waiting_reason, confirmed_at, sign_off_due_at, created_at)
    values (going.id, person, sender, given, family, address, telephone, institution_name, job, language,
      guess, case when guess is null and not asks then at end, case when guess is null then due end, at)
    on conflict (trip_id, user_id) where withdrawn_at is null do nothing
    returning * into known;
  if not found then
    -- The same form sent at the same moment came first: its answer is the answer.
    return query select registration_outcome(r), r.id, r.waiting_reason
      from registration r where r.trip_id = going.id and r.user_id = person and r.withdrawn_at is null;
    return;
  end if;
  insert into message (trip_id, registration_id, kind, recipient, locale, facts, cause, created_at)
    values (going.id, known.id, registration_outcome(known), address, language,
      jsonb_strip_nulls(jsonb_build_object('reason', guess)), 'registered:' || known.id, at)
    returning id into message_id;
  if asks then
    insert into message (trip_id, registration_id, kind, recipient, locale, cause, created_at)
      select going.id, known.id, 'signOffRequested', u.email, u.locale, 'sign-off:' || known.id || ':' || u.id, at
      from membership m join "user" u on u.id = m.user_id and u.disabled_at is null
      where m.organisation_id = sender and m.role = 'coordinator';
  end if;
  insert into audit_entry (at, actor_id, action, subject_id, trip_id, organisation_id)
    values (at, person, 'registration.register', known.id, going.id, sender);

  perform from trip_seat s where s.trip_id = going.id for update;
  why := newcomer_waits(going.id, sender, at);
  if why is distinct from guess then
    update registration r set waiting_reason = why,
        confirmed_at = case when why is null and not asks then at end,
        sign_off_due_at = case when why is null then due end
      where r.id = known.id returning * into known;
    update message m set kind = registration_outcome(known), facts = jsonb_strip_nulls(jsonb_build_object('reason', why))
      where m.id = message_id;
  end if;
  perform count_newcomer(going.id, sender, why is null);

  return query select registration_outcome(known), known.id, why;
end
$$;
--> statement-breakpoint
create function registration_outcome(known registration) returns text language sql immutable as $$
  select case when known.confirmed_at is not null then 'confirmed'
    when known.sign_off_due_at is not null then 'awaitingSignOff' else 'waiting' end
$$;
--> statement-breakpoint
-- Needs exist only while their consent does: one that is taken back takes them along, and none is written to it.
create function forget_needs_of_consent() returns trigger language plpgsql as $$
begin
  delete from need where consent_id = new.id;
  return new;
end
$$;
--> statement-breakpoint
create trigger consent_withdrawn after update of withdrawn_at on need_consent
  for each row when (new.withdrawn_at is not null) execute function forget_needs_of_consent();
--> statement-breakpoint
create function refuse_needs_without_consent() returns trigger language plpgsql as $$
begin
  if not exists (select from need_consent c where c.id = new.consent_id and c.withdrawn_at is null
    and c.registration_id = new.registration_id for share) then
    raise exception 'needs without a consent' using errcode = 'check_violation', constraint = 'need_while_consented';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger need_while_consented before insert or update on need
  for each row execute function refuse_needs_without_consent();
--> statement-breakpoint
-- A file goes with the answer that it is, and an answer belongs to its question's trip.
create function forget_file_of_answer() returns trigger language plpgsql as $$
begin
  delete from stored_file where id = old.file_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger answer_gone after delete on answer
  for each row when (old.file_id is not null) execute function forget_file_of_answer();
--> statement-breakpoint
create trigger answer_file_changed after update of file_id on answer
  for each row when (old.file_id is not null and old.file_id is distinct from new.file_id)
  execute function forget_file_of_answer();
--> statement-breakpoint
create function refuse_answer_elsewhere() returns trigger language plpgsql as $$
begin
  if not exists (
    select from question q
    left join registration r on r.id = new.registration_id
    left join delegation d on d.id = new.delegation_id
    where q.id = new.question_id and q.trip_id = coalesce(r.trip_id, d.trip_id)
      and q.asked_of = case when new.registration_id is null then 'delegation' else 'person' end
  ) then
    raise exception 'an answer of another trip' using errcode = 'check_violation', constraint = 'answer_of_its_trip';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger answer_of_its_trip before insert or update on answer
  for each row execute function refuse_answer_elsewhere();
