CREATE TABLE "paper_batch_piece" (
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "paper_batch_piece_batch_id_number_pk" PRIMARY KEY("batch_id","number"),
	CONSTRAINT "paper_batch_piece_number" CHECK ("paper_batch_piece"."number" > 0)
);
--> statement-breakpoint
ALTER TABLE "paper_batch_piece" ADD CONSTRAINT "paper_batch_piece_batch_id_paper_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."paper_batch"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- Papers are packed already: trying to pack them again costs time alone.
ALTER TABLE "paper_batch" ALTER COLUMN "pdf" SET STORAGE EXTERNAL, ALTER COLUMN "zip" SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE "paper_batch_piece" ALTER COLUMN "content" SET STORAGE EXTERNAL;
