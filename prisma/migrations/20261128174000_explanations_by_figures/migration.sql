-- An explanation hung on every fact of its finding, so that a check that gained a fact lost it. It hangs on the check's own
-- figures, with their version (`figures` of each check in lib/domain/checks): {"budget":"1","spent":"2","version":1}.

-- The first version of a check's figures out of the old key, ["expected","found",["name","value"],…]; null where it is none.
-- Of type json, not jsonb: values pass as they were written.
CREATE FUNCTION "figures_of_first_version"("code" TEXT, "old" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  WITH "names" AS (
    SELECT "name" FROM (VALUES
      ('F06', '{budget,spent}'::text[]),
      ('F08', '{balance,printed}'),
      ('F09', '{budget,carryOver,spent}'),
      ('F10', '{rate}'),
      ('F12', '{actual,prior}'),
      ('F13', '{column,project,tasks}'),
      ('F15', '{found,kind,other,total}'),
      ('F17', '{figure}'),
      ('F20', '{printed}'),
      ('F30', '{budget,closing,opening,spent}'),
      ('F31', '{adjusted,initial}'),
      ('F33', '{budget,expenditure}'),
      ('K02', '{given,name}'),
      ('K07', '{actual,target}'),
      ('K08', '{printed,total}'),
      ('K09', '{actual,target}'),
      ('K10', '{target}'),
      ('K11', '{name}'),
      ('K12', '{first,second}'),
      ('K13', '{actual}'),
      ('K14', '{rows,total}'),
      ('K18', '{name}'),
      ('K35', '{maxScore,reason}'),
      ('K36', '{actual}'),
      ('T02', '{found,text}'),
      ('T03', '{found,text}'),
      ('T04', '{found}'),
      ('T05', '{kind}'),
      ('T06', '{actual,admission,claim,name,target}'),
      ('T09', '{text,total}'),
      ('T12', '{number,text}'),
      ('T30', '{first,name,second,what}'),
      ('T31', '{text,what}'),
      ('T32', '{text,total}')
    ) AS "check" ("code", "names"), unnest("check"."names") AS "name"
    WHERE "check"."code" = $1
  ),
  "figures" AS (
    SELECT "name", ("fact"->1)::text AS "value"
    FROM "names" JOIN json_array_elements(CASE WHEN $2 LIKE '[%' THEN $2::json ELSE '[]' END) AS "fact"
      ON json_typeof("fact") = 'array' AND ("fact"->0)::text = to_json("name")::text
  )
  SELECT CASE WHEN EXISTS (SELECT FROM "figures") THEN '{' || string_agg(to_json("name")::text || ':' || "value", ',' ORDER BY "name" COLLATE "C") || '}' END
  FROM (SELECT "name", "value" FROM "figures" UNION ALL SELECT 'version', '1') AS "all"
$$;

-- Of two that come to hang on the same figures the later one holds; the other is kept as it was.
UPDATE "explanations" SET "figures" = "later"."figures"
FROM (
  SELECT DISTINCT ON ("evaluation_id", "code", "address", "figures") "id", "figures"
  FROM (SELECT "id", "evaluation_id", "code", "address", "at", "figures_of_first_version"("code", "figures") AS "figures" FROM "explanations") AS "keyed"
  WHERE "figures" IS NOT NULL
  ORDER BY "evaluation_id", "code", "address", "figures", "at" DESC, "id" DESC
) AS "later"
WHERE "explanations"."id" = "later"."id";

-- Those that were handed in say the same as those that stand.
ALTER TABLE "submissions" DISABLE TRIGGER "submissions_never_change";
UPDATE "submissions" SET "explanations" = (
  SELECT jsonb_agg(
    "given" || jsonb_build_object('figures', coalesce("figures_of_first_version"("given"->>'code', "given"->>'figures'), "given"->>'figures'))
    ORDER BY "place"
  )
  FROM jsonb_array_elements("explanations") WITH ORDINALITY AS "all" ("given", "place")
)
WHERE "explanations" <> '[]';
ALTER TABLE "submissions" ENABLE TRIGGER "submissions_never_change";

DROP FUNCTION "figures_of_first_version";
