-- Paths and codes sort and match by their characters, whatever the database's own collation: a subtree stays one range of
-- the index, and codes stand in lists as they do in memory. The check joins a path to an id, which is left as it was.
ALTER TABLE "departments" DROP CONSTRAINT "departments_path_ends_with_id";
ALTER TABLE "departments" ALTER COLUMN "path" TYPE TEXT COLLATE "C", ALTER COLUMN "code" TYPE TEXT COLLATE "C";
ALTER TABLE "departments" ADD CONSTRAINT "departments_path_ends_with_id" CHECK ("path" LIKE ('%/' || "id" || '/') COLLATE "C");
ALTER TABLE "evaluations" ALTER COLUMN "department_code" TYPE TEXT COLLATE "C";
ALTER TABLE "users" ALTER COLUMN "login_name" TYPE TEXT COLLATE "C";
ALTER TABLE "schemes" ALTER COLUMN "id" TYPE TEXT COLLATE "C";
ALTER TABLE "scheme_versions" ALTER COLUMN "scheme_id" TYPE TEXT COLLATE "C";

-- What a department and a person are found by: name, code, pinyin and initials. Empty: the program fills it at its next start.
ALTER TABLE "departments" ADD COLUMN "search" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "users" ADD COLUMN "search" TEXT COLLATE "C" NOT NULL DEFAULT '';
DROP INDEX "departments_parent_id_idx";
CREATE INDEX "departments_parent_id_code_idx" ON "departments"("parent_id", "code");

-- Where a department stood when its evaluation was opened.
ALTER TABLE "evaluations" ADD COLUMN "department_path" TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE "evaluations" SET "department_path" = "departments"."path" FROM "departments" WHERE "departments"."id" = "evaluations"."department_id";
CREATE FUNCTION "keep_department_path"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "path" INTO NEW."department_path" FROM "departments" WHERE "id" = NEW."department_id";
  RETURN NEW;
END $$;
CREATE TRIGGER "evaluations_keep_department_path" BEFORE INSERT ON "evaluations"
  FOR EACH ROW WHEN (NEW."department_path" = '') EXECUTE FUNCTION "keep_department_path"();
CREATE INDEX "evaluations_round_id_department_path_idx" ON "evaluations"("round_id", "department_path");

-- The grade of the reviewed total, by which lists filter.
ALTER TABLE "evaluations" ADD COLUMN "reviewed_grade" "grade";
UPDATE "evaluations" SET "reviewed_grade" = (
  SELECT ("given"."grade" ->> 'grade')::"grade"
  FROM "scheme_versions", jsonb_array_elements("scheme_versions"."body" -> 'grades') WITH ORDINALITY AS "given" ("grade", "place")
  WHERE "scheme_versions"."id" = "evaluations"."scheme_version_id"
  -- The first whose lower bound is reached, else the last.
  ORDER BY "evaluations"."reviewed_total" >= ("given"."grade" ->> 'from')::numeric DESC,
    CASE WHEN "evaluations"."reviewed_total" >= ("given"."grade" ->> 'from')::numeric THEN "given"."place" ELSE -"given"."place" END
  LIMIT 1
) WHERE "reviewed_total" IS NOT NULL;

-- Where it happened, as the tree stood then: an administrator of a part sees what passes through a node of theirs.
-- Of the evaluation, else of the department or person that the entry is about, else of who acted. Nowhere: ''.
CREATE FUNCTION "path_of_user"("user" TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  -- The deepest node that all the memberships stand at or below.
  WITH "own" AS (
    SELECT "d"."path" FROM "memberships" "m" JOIN "departments" "d" ON "d"."id" = "m"."department_id" WHERE "m"."user_id" = "user"
  )
  SELECT "above"."path" FROM "departments" "above"
  WHERE "above"."id" = ANY (string_to_array((SELECT min("path") FROM "own"), '/'))
    AND NOT EXISTS (SELECT FROM "own" WHERE NOT starts_with("own"."path", "above"."path"))
  ORDER BY length("above"."path") DESC LIMIT 1
$$;
CREATE FUNCTION "path_of_audit_entry"("evaluation" TEXT, "subject" TEXT, "actor" TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT "d"."path" FROM "evaluations" "e" JOIN "departments" "d" ON "d"."id" = "e"."department_id" WHERE "e"."id" = "evaluation"),
    (SELECT "path" FROM "departments" WHERE "id" = "subject"),
    "path_of_user"("subject"),
    "path_of_user"("actor"),
    ''
  )
$$;
ALTER TABLE "audit_entries" ADD COLUMN "department_path" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "audit_entries" DISABLE TRIGGER "audit_entries_never_change";
UPDATE "audit_entries" SET "department_path" = "path_of_audit_entry"("evaluation_id", "subject", "actor_id");
ALTER TABLE "audit_entries" ENABLE TRIGGER "audit_entries_never_change";
CREATE FUNCTION "keep_place_of_audit_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."department_path" := "path_of_audit_entry"(NEW."evaluation_id", NEW."subject", NEW."actor_id");
  RETURN NEW;
END $$;
CREATE TRIGGER "audit_entries_keep_place" BEFORE INSERT ON "audit_entries"
  FOR EACH ROW WHEN (NEW."department_path" = '') EXECUTE FUNCTION "keep_place_of_audit_entry"();

-- The log is read newest first, by one of these at a time.
DROP INDEX "audit_entries_at_idx";
CREATE INDEX "audit_entries_at_number_idx" ON "audit_entries"("at", "number");
CREATE INDEX "audit_entries_actor_id_at_number_idx" ON "audit_entries"("actor_id", "at", "number");
CREATE INDEX "audit_entries_action_at_number_idx" ON "audit_entries"("action", "at", "number");
CREATE INDEX "audit_entries_subject_at_number_idx" ON "audit_entries"("subject", "at", "number") WHERE "evaluation_id" IS NULL;
CREATE INDEX "audit_entries_nodes_idx" ON "audit_entries" USING gin (string_to_array("department_path", '/'));
