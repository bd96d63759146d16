ALTER TABLE "trip" ADD COLUMN "import_key" text;--> statement-breakpoint
ALTER TABLE "trip" ADD CONSTRAINT "trip_import_key_unique" UNIQUE("import_key");