ALTER TABLE "user" ADD COLUMN "calendar_key" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "user" ADD CONSTRAINT "user_calendar_key_unique" UNIQUE("calendar_key");