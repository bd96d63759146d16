ALTER TABLE "certificate" ADD COLUMN "imported_number" text;--> statement-breakpoint
ALTER TABLE "certificate" ADD COLUMN "imported_from" text;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "imported_as" text;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_imported" CHECK (("certificate"."imported_number" is null) = ("certificate"."imported_from" is null)
        and "certificate"."imported_number" <> '' and "certificate"."imported_from" <> '');--> statement-breakpoint
ALTER TABLE "user" ADD CONSTRAINT "user_imported_signs_in_nowhere" CHECK ("user"."imported_as" is null
        or ("user"."disabled_at" is not null and "user"."email" like '%@trip-file.invalid'));
