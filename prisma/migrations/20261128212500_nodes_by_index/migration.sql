-- Ids taken out of a path sort as paths do; said to sort as ids, they are found by the index of ids and not by reading the whole
-- tree for each entry of the log.
CREATE OR REPLACE FUNCTION "path_of_user"("user" TEXT) RETURNS TEXT LANGUAGE sql STABLE AS $$
  -- The deepest node that all the memberships stand at or below.
  WITH "own" AS (
    SELECT "d"."path" FROM "memberships" "m" JOIN "departments" "d" ON "d"."id" = "m"."department_id" WHERE "m"."user_id" = "user"
  )
  SELECT "above"."path" FROM "departments" "above"
  WHERE "above"."id" = ANY (string_to_array((SELECT min("path") FROM "own") COLLATE "default", '/'))
    AND NOT EXISTS (SELECT FROM "own" WHERE NOT starts_with("own"."path", "above"."path"))
  ORDER BY length("above"."path") DESC LIMIT 1
$$;
