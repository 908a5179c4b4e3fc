-- What is evaluated, in which stage of the year's cycle, and which indicator is which over the years ---------------

CREATE TYPE "round_stage" AS ENUM ('targets', 'monitoring', 'selfEvaluation');

-- Every round so far was a self-evaluation
ALTER TABLE "rounds"
  ADD COLUMN "stage" "round_stage" NOT NULL DEFAULT 'selfEvaluation',
  ADD COLUMN "from_month" INTEGER,
  ADD COLUMN "through_month" INTEGER;

-- The one scheme version of a round becomes that of its only group
CREATE TABLE "round_groups" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "scheme_version_id" TEXT NOT NULL,

    CONSTRAINT "round_groups_pkey" PRIMARY KEY ("id")
);
INSERT INTO "round_groups" ("id", "round_id", "scheme_version_id")
SELECT md5('group of round ' || "id"), "id", "scheme_version_id" FROM "rounds";
ALTER TABLE "rounds" DROP COLUMN "scheme_version_id";

CREATE UNIQUE INDEX "round_groups_round_id_name_key" ON "round_groups"("round_id", "name");
CREATE UNIQUE INDEX "round_groups_id_round_id_key" ON "round_groups"("id", "round_id");
ALTER TABLE "round_groups" ADD CONSTRAINT "round_groups_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "round_groups" ADD CONSTRAINT "round_groups_scheme_version_id_fkey" FOREIGN KEY ("scheme_version_id") REFERENCES "scheme_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "pending_departments" ADD COLUMN "group_id" TEXT;
UPDATE "pending_departments" SET "group_id" = md5('group of round ' || "round_id");
ALTER TABLE "pending_departments" ALTER COLUMN "group_id" SET NOT NULL;
ALTER TABLE "pending_departments" ADD CONSTRAINT "pending_departments_group_id_round_id_fkey" FOREIGN KEY ("group_id", "round_id") REFERENCES "round_groups"("id", "round_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One subject per department, and per department and name of a project. Where one round holds two projects of a
-- department under one name, they are two projects: the first of each round, the second of each round …
CREATE TABLE "subjects" (
    "id" TEXT NOT NULL,
    "kind" "evaluation_kind" NOT NULL,
    "department_id" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT,
    "from_year" INTEGER,
    "to_year" INTEGER,

    CONSTRAINT "subjects_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "evaluations" ADD COLUMN "subject_id" TEXT, ADD COLUMN "group_id" TEXT;

UPDATE "evaluations" AS e
SET "group_id" = md5('group of round ' || e."round_id"),
    "subject_id" = CASE e."kind"
      WHEN 'department' THEN md5('department ' || e."department_id")
      ELSE md5('project ' || e."department_id" || ' ' || n."nth" || ' ' || e."project_name")
    END
FROM (
  SELECT "id", row_number() OVER (PARTITION BY "round_id", "department_id", "kind", "project_name", "scope" ORDER BY "id") AS "nth"
  FROM "evaluations"
) AS n
WHERE n."id" = e."id";

INSERT INTO "subjects" ("id", "kind", "department_id", "name", "from_year")
SELECT e."subject_id", e."kind", e."department_id", e."project_name", CASE e."kind" WHEN 'project' THEN min(r."year") END
FROM "evaluations" e JOIN "rounds" r ON r."id" = e."round_id"
GROUP BY e."subject_id", e."kind", e."department_id", e."project_name";

ALTER TABLE "evaluations" ALTER COLUMN "subject_id" SET NOT NULL, ALTER COLUMN "group_id" SET NOT NULL;

CREATE UNIQUE INDEX "subjects_department_id_code_key" ON "subjects"("department_id", "code");
CREATE UNIQUE INDEX "subjects_id_kind_key" ON "subjects"("id", "kind");
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DROP INDEX "evaluations_one_per_department_and_round";
CREATE UNIQUE INDEX "evaluations_round_id_subject_id_scope_key" ON "evaluations"("round_id", "subject_id", "scope");
CREATE INDEX "evaluations_subject_id_idx" ON "evaluations"("subject_id");
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_subject_id_kind_fkey" FOREIGN KEY ("subject_id", "kind") REFERENCES "subjects"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_group_id_round_id_fkey" FOREIGN KEY ("group_id", "round_id") REFERENCES "round_groups"("id", "round_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An indicator of the scheme's goes by its id there. Of the others nothing but their names is known: those of one
-- subject that are called the same in several years are one line, the second of that name in each year another one.
-- A row without a name begins a line of its own
ALTER TABLE "indicators"
  ADD COLUMN "line_id" TEXT,
  ADD COLUMN "library_id" TEXT,
  ADD COLUMN "plan_indicator_id" TEXT;

WITH "told" AS (
  SELECT i."id",
    CASE
      WHEN i."fixed_id" IS NOT NULL THEN i."fixed_id"
      WHEN btrim(i."name") = '' THEN i."id"
      ELSE md5(concat_ws('/', e."subject_id", i."dimension", i."group", btrim(i."name")))
    END AS "line",
    i."evaluation_id", i."position"
  FROM "indicators" i JOIN "evaluations" e ON e."id" = i."evaluation_id"
), "counted" AS (
  SELECT "id", "line", row_number() OVER (PARTITION BY "evaluation_id", "line" ORDER BY "position", "id") AS "nth" FROM "told"
)
UPDATE "indicators" AS i
SET "line_id" = CASE "nth" WHEN 1 THEN "line" ELSE md5(concat_ws('/', "line", "nth")) END
FROM "counted"
WHERE "counted"."id" = i."id";

ALTER TABLE "indicators" ALTER COLUMN "line_id" SET NOT NULL;
DROP INDEX "indicators_evaluation_id_idx";
CREATE UNIQUE INDEX "indicators_evaluation_id_line_id_key" ON "indicators"("evaluation_id", "line_id");
CREATE INDEX "indicators_plan_indicator_id_idx" ON "indicators"("plan_indicator_id");
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_plan_indicator_id_fkey" FOREIGN KEY ("plan_indicator_id") REFERENCES "indicators"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- What Prisma's schema cannot say ---------------------------------------------------------------------------

-- 运行监控 has its months, the other stages have none
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_monitoring_has_period" CHECK (
  CASE "stage"
    WHEN 'monitoring' THEN "from_month" IS NOT NULL AND "through_month" IS NOT NULL AND 1 <= "from_month" AND "from_month" <= "through_month" AND "through_month" <= 12
    ELSE "from_month" IS NULL AND "through_month" IS NULL
  END
);

-- A department is one subject as a whole, and is called as the department is
CREATE UNIQUE INDEX "subjects_one_per_department" ON "subjects" ("department_id") WHERE "kind" = 'department';
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_project_is_named" CHECK (
  CASE "kind"
    WHEN 'department' THEN "code" IS NULL AND "name" IS NULL AND "from_year" IS NULL AND "to_year" IS NULL
    ELSE "name" IS NOT NULL AND "from_year" IS NOT NULL
  END
);
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_years_in_order" CHECK ("to_year" >= "from_year");

-- Only what was approved was taken over from a plan
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_plan_gives_target" CHECK ("plan_indicator_id" IS NULL OR "approved_target" IS NOT NULL);
