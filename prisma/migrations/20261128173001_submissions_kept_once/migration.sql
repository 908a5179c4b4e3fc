-- A submission keeps its document, the ids of the rows in it, and the texts of cells where the document says another thing
ALTER TABLE "submissions" ADD COLUMN "rows" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "typed" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "submissions" DISABLE TRIGGER "submissions_never_change";

CREATE TEMPORARY TABLE "submitted_cells" AS
SELECT s."id", cell."value"->>0 AS "address", cell."value"->>1 AS "text", cell."place",
  split_part(cell."value"->>0, '/', 1) AS "list", split_part(cell."value"->>0, '/', 2) AS "row"
FROM "submissions" s, jsonb_array_elements(s."cells") WITH ORDINALITY AS cell ("value", "place");

CREATE TEMPORARY TABLE "submitted_rows" AS
SELECT "id", "list", "row", row_number() OVER (PARTITION BY "id", "list" ORDER BY min("place")) - 1 AS "place"
FROM "submitted_cells" WHERE "list" NOT IN ('cover', 'funds')
GROUP BY "id", "list", "row";

-- What the document says, by address
CREATE TEMPORARY TABLE "said" AS
WITH "blocks" AS (
  SELECT s."id", row_number() OVER (PARTITION BY s."id" ORDER BY b."part", b."task", b."half", b."place") - 1 AS "place", b."text"
  FROM "submissions" s, LATERAL (
    SELECT name."place" AS "part", 0::bigint AS "task", 0 AS "half", block."place", block."value"->>'text' AS "text"
    FROM unnest(ARRAY['duties', 'deviation', 'conclusion', 'taskOverview', 'achievements']) WITH ORDINALITY AS name ("section", "place"),
      jsonb_array_elements(coalesce(s."document"->'sections'->name."section", '[]')) WITH ORDINALITY AS block ("value", "place")
    UNION ALL
    SELECT 9, task."place", half."place"::int, block."place", block."value"->>'text'
    FROM jsonb_array_elements(coalesce(s."document"->'tasks', '[]')) WITH ORDINALITY AS task ("value", "place"),
      unnest(ARRAY['subItems', 'completion']) WITH ORDINALITY AS half ("section", "place"),
      jsonb_array_elements(coalesce(task."value"->half."section", '[]')) WITH ORDINALITY AS block ("value", "place")
  ) AS b
)
SELECT s."id", 'cover/' || c."key" AS "address", c."value" AS "text"
FROM "submissions" s, jsonb_each_text(s."document"->'cover') AS c
UNION ALL
SELECT s."id", 'funds/' || (f."value"->>'name'), coalesce(f."value"->>'amount', '不适用：' || (f."value"->>'notApplicable'))
FROM "submissions" s, jsonb_array_elements(coalesce(s."document"->'figures', '[]')) AS f ("value")
UNION ALL
SELECT r."id", 'narrative/' || r."row" || '/text', b."text"
FROM "submitted_rows" r JOIN "blocks" b ON b."id" = r."id" AND b."place" = r."place" WHERE r."list" = 'narrative'
UNION ALL
SELECT r."id", r."list" || '/' || r."row" || '/' || c."key",
  CASE
    WHEN r."list" = 'indicators' AND c."key" = 'task' THEN tied."row"
    WHEN r."list" = 'problems' AND c."key" = 'measures' THEN
      (SELECT coalesce(string_agg(m."row", ' ' ORDER BY n."place"), '')
        FROM jsonb_array_elements_text(c."value") WITH ORDINALITY AS n ("measure", "place")
        JOIN "submitted_rows" m ON m."id" = r."id" AND m."list" = 'measures' AND m."place" = n."measure"::bigint)
    ELSE c."value"#>>'{}'
  END
FROM "submitted_rows" r
JOIN "submissions" s ON s."id" = r."id"
CROSS JOIN LATERAL jsonb_each(coalesce(s."document"->r."list"->(r."place"::int), '{}')) AS c
LEFT JOIN "submitted_rows" tied
  ON r."list" = 'indicators' AND c."key" = 'task' AND tied."id" = r."id" AND tied."list" = 'tasks' AND to_jsonb(tied."place") = c."value"
WHERE r."list" <> 'narrative';

ANALYZE "submitted_cells";
ANALYZE "submitted_rows";
ANALYZE "said";

UPDATE "submissions" s SET "rows" = l."rows"
FROM (
  SELECT "id", jsonb_object_agg("list", "ids") AS "rows"
  FROM (SELECT "id", "list", jsonb_agg("row" ORDER BY "place") AS "ids" FROM "submitted_rows" GROUP BY "id", "list") AS "lists"
  GROUP BY "id"
) AS l
WHERE l."id" = s."id";

UPDATE "submissions" s SET "typed" = t."typed"
FROM (
  SELECT c."id", jsonb_object_agg(c."address", c."text") AS "typed"
  FROM "submitted_cells" c LEFT JOIN "said" d ON d."id" = c."id" AND d."address" = c."address"
  WHERE c."text" <> coalesce(d."text", '')
  GROUP BY c."id"
) AS t
WHERE t."id" = s."id";

DROP TABLE "submitted_cells";
DROP TABLE "submitted_rows";
DROP TABLE "said";
ALTER TABLE "submissions" ENABLE TRIGGER "submissions_never_change";
ALTER TABLE "submissions" DROP COLUMN "cells";
ALTER TABLE "submissions" ALTER COLUMN "rows" DROP DEFAULT, ALTER COLUMN "typed" DROP DEFAULT;
