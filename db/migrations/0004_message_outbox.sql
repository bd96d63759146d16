ALTER TABLE "message" ADD COLUMN "queued_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "message_outbox" ON "message" USING btree ("created_at") WHERE "message"."queued_at" is null;--> statement-breakpoint
-- Wakes the worker at commit, once per transaction.
create function messages_written() returns trigger language plpgsql as $$
begin
  perform pg_notify('messages', '');
  return null;
end $$;
--> statement-breakpoint
create trigger messages_written after insert on message
  for each statement execute function messages_written();
