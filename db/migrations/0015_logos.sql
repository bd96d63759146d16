CREATE TABLE "project_logo" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_logo_once" UNIQUE("project_id","sha256"),
	CONSTRAINT "project_logo_position" CHECK ("project_logo"."position" between 1 and 6),
	CONSTRAINT "project_logo_name" CHECK (coalesce("project_logo"."name"->>'lv', '') <> ''),
	CONSTRAINT "project_logo_size" CHECK ("project_logo"."width" between 1 and 900 and "project_logo"."height" between 1 and 600
        and ("project_logo"."width" >= 180 or "project_logo"."height" >= 120)
        and "project_logo"."width" <= 6 * "project_logo"."height" and "project_logo"."height" <= 6 * "project_logo"."width"),
	CONSTRAINT "project_logo_png" CHECK (substring("project_logo"."content" from 1 for 8) = '\x89504e470d0a1a0a'::bytea
        and substring("project_logo"."content" from 17 for 8) = int4send("project_logo"."width") || int4send("project_logo"."height")),
	CONSTRAINT "project_logo_bytes" CHECK ("project_logo"."bytes" between 1 and 2097152 and octet_length("project_logo"."content") = "project_logo"."bytes"),
	CONSTRAINT "project_logo_sha256" CHECK ("project_logo"."sha256" = encode(sha256("project_logo"."content"), 'hex'))
);
--> statement-breakpoint
ALTER TABLE "project_logo" ADD CONSTRAINT "project_logo_project_id_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- Two logos change places in one statement.
alter table project_logo add constraint project_logo_place
  unique (project_id, position) deferrable initially immediate;
--> statement-breakpoint
create trigger facts_changed after insert or update or delete or truncate on project_logo
  for each statement execute function facts_changed_everywhere();
