-- What was said of an evaluation when it was approved: shown from here for ever. Older ones get theirs at the next start.
CREATE TABLE "approved_assessments" (
    "evaluation_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "score" JSONB NOT NULL,
    "reviewed_total" JSONB,
    "findings" JSONB NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approved_assessments_pkey" PRIMARY KEY ("evaluation_id")
);
ALTER TABLE "approved_assessments" ADD CONSTRAINT "approved_assessments_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TRIGGER "approved_assessments_never_change" BEFORE UPDATE OR DELETE ON "approved_assessments" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "approved_assessments_never_emptied" BEFORE TRUNCATE ON "approved_assessments" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What lists show of it stays as well.
CREATE FUNCTION "keep_approved_results"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "approved_assessments" WHERE "evaluation_id" = NEW."id") THEN
    RAISE EXCEPTION 'results of an approved evaluation are never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "evaluations_keep_approved_results" BEFORE UPDATE ON "evaluations" FOR EACH ROW
  WHEN (OLD."status" IN ('approved', 'published') AND NEW."status" IN ('approved', 'published')
    AND (OLD."execution_rate", OLD."execution_score", OLD."total", OLD."grade", OLD."reviewed_total", OLD."reviewed_grade", OLD."open_errors", OLD."open_warnings", OLD."explained")
      IS DISTINCT FROM
      (NEW."execution_rate", NEW."execution_score", NEW."total", NEW."grade", NEW."reviewed_total", NEW."reviewed_grade", NEW."open_errors", NEW."open_warnings", NEW."explained"))
  EXECUTE FUNCTION "keep_approved_results"();
