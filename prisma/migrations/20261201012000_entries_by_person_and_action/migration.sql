-- Who is asked for one kind of entry may have written many thousands of others since.
CREATE INDEX audit_entries_actor_id_action_at_number_idx ON audit_entries (actor_id, action, at, number);
