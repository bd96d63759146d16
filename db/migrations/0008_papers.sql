CREATE TABLE "certificate" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"serial" bigint GENERATED ALWAYS AS IDENTITY (sequence name "certificate_serial_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"registration_id" uuid NOT NULL,
	"name" text NOT NULL,
	"organisation" text NOT NULL,
	"institution" text,
	"position" text NOT NULL,
	"trip_title" jsonb NOT NULL,
	"days" date[] NOT NULL,
	"hours" numeric(5, 1),
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"issued_by" uuid NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "certificate_serial" UNIQUE("serial"),
	CONSTRAINT "certificate_days" CHECK (cardinality("certificate"."days") > 0),
	CONSTRAINT "certificate_hours" CHECK ("certificate"."hours" > 0),
	CONSTRAINT "certificate_title_lv" CHECK ("certificate"."trip_title" ? 'lv')
);
--> statement-breakpoint
CREATE TABLE "paper_batch" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"trip_id" uuid NOT NULL,
	"paper" text NOT NULL,
	"locale" text NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"papers" integer,
	"made" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	"refusal" text,
	"pdf" "bytea",
	"zip" "bytea",
	CONSTRAINT "paper_batch_paper" CHECK ("paper_batch"."paper" in ('invitation', 'certificate')),
	CONSTRAINT "paper_batch_made" CHECK ("paper_batch"."made" between 0 and coalesce("paper_batch"."papers", 0)),
	CONSTRAINT "paper_batch_finished" CHECK (("paper_batch"."finished_at" is not null) = ("paper_batch"."refusal" is not null or "paper_batch"."pdf" is not null)
        and ("paper_batch"."pdf" is null) = ("paper_batch"."zip" is null))
);
--> statement-breakpoint
CREATE TABLE "wording" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"trip_id" uuid,
	"paper" text NOT NULL,
	"texts" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wording_once" UNIQUE NULLS NOT DISTINCT("organisation_id","trip_id","paper"),
	CONSTRAINT "wording_paper" CHECK ("wording"."paper" in ('invitation', 'certificate'))
);
--> statement-breakpoint
ALTER TABLE "trip" ADD COLUMN "contact_name" text;--> statement-breakpoint
ALTER TABLE "trip" ADD COLUMN "contact_phone" text;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_issued_by_user_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batch" ADD CONSTRAINT "paper_batch_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_batch" ADD CONSTRAINT "paper_batch_started_by_user_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wording" ADD CONSTRAINT "wording_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wording" ADD CONSTRAINT "wording_trip_id_trip_id_fk" FOREIGN KEY ("trip_id") REFERENCES "public"."trip"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wording" ADD CONSTRAINT "wording_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_in_force" ON "certificate" USING btree ("registration_id") WHERE "certificate"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "paper_batch_trip" ON "paper_batch" USING btree ("trip_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_batch_running" ON "paper_batch" USING btree ("trip_id","paper") WHERE "paper_batch"."finished_at" is null;
--> statement-breakpoint
-- What a certificate says never changes; that another one has replaced it is said once.
create function refuse_changed_certificate() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.replaced_at is not null
    or to_jsonb(new) - 'replaced_at' is distinct from to_jsonb(old) - 'replaced_at' then
    raise exception 'a certificate never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger certificate_unchanged before update or delete on certificate
  for each row execute function refuse_changed_certificate();
