-- What is only ever added: a later entry corrects an earlier one, nothing rewrites it.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end
$$;
--> statement-breakpoint
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger audit_entry_not_truncated before truncate on audit_entry
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger attendance_append_only before update or delete on attendance
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger attendance_not_truncated before truncate on attendance
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger itinerary_version_append_only before update or delete on itinerary_version
  for each row execute function refuse_rewriting();
--> statement-breakpoint
create trigger itinerary_version_not_truncated before truncate on itinerary_version
  for each statement execute function refuse_rewriting();
