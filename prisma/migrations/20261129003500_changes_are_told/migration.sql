-- Whoever listens to `evaluation_changed` hears which evaluations were changed, once the change is kept.
CREATE FUNCTION tell_evaluation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('evaluation_changed', NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER evaluation_changed AFTER UPDATE OF revision ON evaluations
  FOR EACH ROW WHEN (OLD.revision IS DISTINCT FROM NEW.revision) EXECUTE FUNCTION tell_evaluation_changed();
