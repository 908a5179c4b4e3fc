-- A row keeps the revisions of its own cells, the evaluation those of its single cells (cover and funds)
ALTER TABLE "narrative_blocks" ADD COLUMN "revisions" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "goals" ADD COLUMN "revisions" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "key_tasks" ADD COLUMN "revisions" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "indicators" ADD COLUMN "revisions" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "problems" ADD COLUMN "revisions" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "measures" ADD COLUMN "revisions" JSONB NOT NULL DEFAULT '[]';

CREATE TABLE "single_cell_revisions" (
    "evaluation_id" TEXT NOT NULL,
    "revisions" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "single_cell_revisions_pkey" PRIMARY KEY ("evaluation_id")
);
ALTER TABLE "single_cell_revisions" ADD CONSTRAINT "single_cell_revisions_evaluation_id_fkey"
  FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By row, `[{"byId", "byName", "cells": {column: [number, time]}}]`; by evaluation the same with `cover/phone` for a column
CREATE TEMPORARY TABLE "kept_revisions" AS
SELECT "evaluation_id", "list", "row", jsonb_agg(jsonb_build_object('byId', "by_id", 'byName', "by_name", 'cells', "cells")) AS "revisions"
FROM (
  SELECT "evaluation_id", "list", "row", "by_id", "by_name",
    jsonb_object_agg("cell", jsonb_build_array("number",
      regexp_replace(to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '000$', '') || 'Z')) AS "cells"
  FROM (
    SELECT *,
      CASE WHEN "single" THEN '' ELSE split_part("address", '/', 1) END AS "list",
      CASE WHEN "single" THEN '' ELSE split_part("address", '/', 2) END AS "row",
      CASE WHEN "single" THEN "address" ELSE split_part("address", '/', 3) END AS "cell"
    FROM (SELECT *, split_part("address", '/', 1) IN ('cover', 'funds') AS "single" FROM "cell_revisions") AS "each"
  ) AS "placed"
  GROUP BY "evaluation_id", "list", "row", "by_id", "by_name"
) AS "written"
GROUP BY "evaluation_id", "list", "row";
CREATE INDEX ON "kept_revisions" ("list", "row");
ANALYZE "kept_revisions";

INSERT INTO "single_cell_revisions" SELECT "evaluation_id", "revisions" FROM "kept_revisions" WHERE "list" = '';
UPDATE "narrative_blocks" t SET "revisions" = k."revisions" FROM "kept_revisions" k WHERE k."list" = 'narrative' AND k."row" = t."id";
UPDATE "goals" t SET "revisions" = k."revisions" FROM "kept_revisions" k WHERE k."list" = 'goals' AND k."row" = t."id";
UPDATE "key_tasks" t SET "revisions" = k."revisions" FROM "kept_revisions" k WHERE k."list" = 'tasks' AND k."row" = t."id";
UPDATE "problems" t SET "revisions" = k."revisions" FROM "kept_revisions" k WHERE k."list" = 'problems' AND k."row" = t."id";
UPDATE "measures" t SET "revisions" = k."revisions" FROM "kept_revisions" k WHERE k."list" = 'measures' AND k."row" = t."id";

-- What was read from target and actual is kept once an evaluation is approved; until then it follows from the texts
ALTER TABLE "indicators" ALTER COLUMN "target_reading" DROP NOT NULL, ALTER COLUMN "actual_reading" DROP NOT NULL;
UPDATE "indicators" t
SET "revisions" = coalesce(k."revisions", '[]'),
  "target_reading" = CASE WHEN e."status" IN ('approved', 'published') THEN t."target_reading" END,
  "actual_reading" = CASE WHEN e."status" IN ('approved', 'published') THEN t."actual_reading" END
FROM "indicators" i
JOIN "evaluations" e ON e."id" = i."evaluation_id"
LEFT JOIN "kept_revisions" k ON k."list" = 'indicators' AND k."row" = i."id"
WHERE i."id" = t."id";

DROP TABLE "kept_revisions";
DROP TABLE "cell_revisions";
