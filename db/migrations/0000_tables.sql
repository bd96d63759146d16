CREATE TYPE "public"."agenda_item_kind" AS ENUM('visit', 'talk', 'travel', 'meal', 'break', 'lodging', 'other');--> statement-breakpoint
CREATE TYPE "public"."organisation_kind" AS ENUM('municipality', 'planning_region', 'host', 'other');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('organiser', 'crew', 'coordinator', 'admin');--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_id" text,
	"trip_id" uuid,
	"organisation_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_item" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_day_id" uuid NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"kind" "agenda_item_kind" NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"title" jsonb NOT NULL,
	"note" jsonb,
	"host_id" uuid,
	"place_id" uuid,
	CONSTRAINT "agenda_item_order" CHECK ("agenda_item"."starts_at" < "agenda_item"."ends_at"),
	CONSTRAINT "agenda_item_title_lv" CHECK ("agenda_item"."title" ? 'lv')
);
--> statement-breakpoint
CREATE TABLE "agenda_item_speaker" (
	"agenda_item_id" uuid NOT NULL,
	"speaker_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "agenda_item_speaker_agenda_item_id_speaker_id_pk" PRIMARY KEY("agenda_item_id","speaker_id")
);
--> statement-breakpoint
CREATE TABLE "itinerary_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"note" text NOT NULL,
	"facts" jsonb NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid NOT NULL,
	CONSTRAINT "itinerary_version_number" UNIQUE("trip_id","number"),
	CONSTRAINT "itinerary_version_positive" CHECK ("itinerary_version"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "organisation_kind" NOT NULL,
	"name" text NOT NULL,
	"name_en" text,
	"country" text NOT NULL,
	"code" text,
	"type" text,
	"region" text,
	"institution" text,
	"place_id" uuid,
	"valid_from" date,
	"valid_to" date,
	"note" jsonb,
	CONSTRAINT "organisation_validity" CHECK ("organisation"."valid_to" is null or "organisation"."valid_from" is null or "organisation"."valid_from" <= "organisation"."valid_to")
);
--> statement-breakpoint
CREATE TABLE "organisation_domain" (
	"domain" text PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "organisation_domain_lower" CHECK ("organisation_domain"."domain" = lower("organisation_domain"."domain"))
);
--> statement-breakpoint
CREATE TABLE "organisation_successor" (
	"organisation_id" uuid NOT NULL,
	"successor_id" uuid NOT NULL,
	CONSTRAINT "organisation_successor_organisation_id_successor_id_pk" PRIMARY KEY("organisation_id","successor_id")
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"region" text NOT NULL,
	"country" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	CONSTRAINT "place_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "speaker" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"role" jsonb NOT NULL,
	"publication_basis" text,
	CONSTRAINT "speaker_role_lv" CHECK ("speaker"."role" ? 'lv')
);
--> statement-breakpoint
CREATE TABLE "account" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "account_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "login_challenge" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"link_hash" text NOT NULL,
	"tries_left" integer DEFAULT 5 NOT NULL,
	"callback_url" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "login_challenge_link_hash_unique" UNIQUE("link_hash"),
	CONSTRAINT "login_challenge_tries" CHECK ("login_challenge"."tries_left" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid,
	"role" "role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_admin_has_no_organisation" CHECK (("membership"."role" = 'admin') = ("membership"."organisation_id" is null))
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"hits" integer NOT NULL,
	CONSTRAINT "rate_limit_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"email_verified" timestamp with time zone,
	"name" text,
	"image" text,
	"given_name" text,
	"family_name" text,
	"phone" text,
	"organisation_id" uuid,
	"institution" text,
	"position" text,
	"locale" text DEFAULT 'lv' NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification_token" (
	"identifier" text NOT NULL,
	"token" text NOT NULL,
	"expires" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_token_identifier_token_pk" PRIMARY KEY("identifier","token")
);
--> statement-breakpoint
CREATE TABLE "attendance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"trip_day_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"present" boolean NOT NULL,
	"recorded_by" uuid NOT NULL,
	"device" text NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "attendance_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attendance_sequence" UNIQUE("sequence")
);
--> statement-breakpoint
CREATE TABLE "dev_mail" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid,
	"registration_id" uuid,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"locale" text NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"cause" text NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_cause_unique" UNIQUE("cause")
);
--> statement-breakpoint
CREATE TABLE "registration" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"institution" text,
	"position" text NOT NULL,
	"locale" text NOT NULL,
	"line" bigint GENERATED ALWAYS AS IDENTITY (sequence name "registration_line_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"waiting_reason" text,
	"confirmed_at" timestamp with time zone,
	"decided_by" uuid,
	"decision_reason" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "registration_decision_has_reason" CHECK (("registration"."decided_by" is null) = ("registration"."decision_reason" is null)),
	CONSTRAINT "registration_state_explained" CHECK ("registration"."confirmed_at" is not null or "registration"."waiting_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "project" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"short_name" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"programme" jsonb NOT NULL,
	"period" text NOT NULL,
	"funding_statement" jsonb NOT NULL,
	"disclaimer" jsonb NOT NULL,
	CONSTRAINT "project_number_unique" UNIQUE("number"),
	CONSTRAINT "project_texts_lv" CHECK ("project"."name" ? 'lv' and "project"."programme" ? 'lv' and "project"."funding_statement" ? 'lv' and "project"."disclaimer" ? 'lv')
);
--> statement-breakpoint
CREATE TABLE "quota" (
	"trip_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"guaranteed" integer DEFAULT 0 NOT NULL,
	"maximum" integer,
	"taken" integer DEFAULT 0 NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "quota_trip_id_organisation_id_pk" PRIMARY KEY("trip_id","organisation_id"),
	CONSTRAINT "quota_counts" CHECK ("quota"."guaranteed" >= 0 and "quota"."taken" >= 0 and "quota"."waiting" >= 0),
	CONSTRAINT "quota_maximum" CHECK ("quota"."maximum" is null or ("quota"."maximum" >= 0 and "quota"."guaranteed" <= "quota"."maximum"))
);
--> statement-breakpoint
CREATE TABLE "trip" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"project_id" uuid,
	"title" jsonb NOT NULL,
	"aim" jsonb NOT NULL,
	"costs" jsonb,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"registration_opens_at" timestamp with time zone NOT NULL,
	"registration_deadline" timestamp with time zone NOT NULL,
	"times_illustrative" boolean DEFAULT false NOT NULL,
	"published_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" jsonb,
	"completed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "trip_slug_unique" UNIQUE("slug"),
	CONSTRAINT "trip_slug_shape" CHECK ("trip"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "trip_texts_lv" CHECK ("trip"."title" ? 'lv' and "trip"."aim" ? 'lv'),
	CONSTRAINT "trip_registration_window" CHECK ("trip"."registration_opens_at" < "trip"."registration_deadline"),
	CONSTRAINT "trip_cancelled_with_reason" CHECK (("trip"."cancelled_at" is null) = ("trip"."cancel_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "trip_day" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"date" date NOT NULL,
	CONSTRAINT "trip_day_once" UNIQUE("trip_id","date")
);
--> statement-breakpoint
CREATE TABLE "trip_place" (
	"trip_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"place_id" uuid NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "trip_place_trip_id_position_pk" PRIMARY KEY("trip_id","position")
);
--> statement-breakpoint
CREATE TABLE "trip_seat" (
	"trip_id" uuid PRIMARY KEY NOT NULL,
	"capacity" integer NOT NULL,
	"allocation_order" text DEFAULT 'first-come' NOT NULL,
	"release_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	"promotion_ends_at" timestamp with time zone NOT NULL,
	"guaranteed" integer DEFAULT 0 NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"held" integer DEFAULT 0 NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "trip_seat_capacity" CHECK ("trip_seat"."capacity" between 1 and 2000),
	CONSTRAINT "trip_seat_counts" CHECK ("trip_seat"."taken" >= 0 and "trip_seat"."held" >= 0 and "trip_seat"."waiting" >= 0),
	CONSTRAINT "trip_seat_never_over" CHECK ("trip_seat"."taken" + "trip_seat"."held" <= "trip_seat"."capacity"),
	CONSTRAINT "trip_seat_guaranteed_fits" CHECK ("trip_seat"."guaranteed" between 0 and "trip_seat"."capacity"),
	CONSTRAINT "trip_seat_released" CHECK ("trip_seat"."released_at" is null or "trip_seat"."held" = 0)
);
--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_trip_day_id_trip_day_id_fk" FOREIGN KEY ("trip_day_id") REFERENCES "public"."trip_day"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_host_id_organisation_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_speaker" ADD CONSTRAINT "agenda_item_speaker_agenda_item_id_agenda_item_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item_speaker" ADD CONSTRAINT "agenda_item_speaker_speaker_id_speaker_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speaker"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "itinerary_version" ADD CONSTRAINT "itinerary_version_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "itinerary_version" ADD CONSTRAINT "itinerary_version_published_by_user_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_domain" ADD CONSTRAINT "organisation_domain_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_successor" ADD CONSTRAINT "organisation_successor_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_successor" ADD CONSTRAINT "organisation_successor_successor_id_organisation_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user" ADD CONSTRAINT "user_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_trip_day_id_trip_day_id_fk" FOREIGN KEY ("trip_day_id") REFERENCES "public"."trip_day"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_recorded_by_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_decided_by_user_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_withdrawn_by_user_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quota" ADD CONSTRAINT "quota_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quota" ADD CONSTRAINT "quota_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trip" ADD CONSTRAINT "trip_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trip" ADD CONSTRAINT "trip_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trip_day" ADD CONSTRAINT "trip_day_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trip_place" ADD CONSTRAINT "trip_place_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trip_place" ADD CONSTRAINT "trip_place_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trip_seat" ADD CONSTRAINT "trip_seat_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_trip" ON "audit_entry" USING btree ("trip_id","at");--> statement-breakpoint
CREATE INDEX "audit_entry_organisation" ON "audit_entry" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "agenda_item_day" ON "agenda_item" USING btree ("trip_day_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_code" ON "organisation" USING btree ("country","code");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_other_name" ON "organisation" USING btree (lower("name")) WHERE "organisation"."kind" = 'other';--> statement-breakpoint
CREATE INDEX "organisation_kind_name" ON "organisation" USING btree ("kind","name");--> statement-breakpoint
CREATE INDEX "speaker_organisation" ON "speaker" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_once" ON "membership" USING btree ("user_id","organisation_id","role");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "attendance_day" ON "attendance" USING btree ("trip_day_id","registration_id");--> statement-breakpoint
CREATE INDEX "message_registration" ON "message" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "message_trip" ON "message" USING btree ("trip_id");--> statement-breakpoint
CREATE UNIQUE INDEX "registration_once" ON "registration" USING btree ("trip_id","user_id") WHERE "registration"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "registration_line" ON "registration" USING btree ("trip_id","line");--> statement-breakpoint
CREATE INDEX "registration_user" ON "registration" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "trip_organisation" ON "trip" USING btree ("organisation_id");