-- Whoever has a board open is also told when it changes who is expected at a pick-up.
drop trigger expected_changed on registration;
--> statement-breakpoint
create trigger expected_changed after update on registration
  for each row when (
    (old.confirmed_at, old.withdrawn_at, old.user_id, old.given_name, old.family_name, old.organisation_id, old.pickup_id)
    is distinct from
    (new.confirmed_at, new.withdrawn_at, new.user_id, new.given_name, new.family_name, new.organisation_id, new.pickup_id)
  )
  execute function expected_changed();
