-- An evaluation keeps the 单位代码 of its year beside the name.
ALTER TABLE "evaluations" ADD COLUMN     "department_code" TEXT;
UPDATE "evaluations" SET "department_code" = "departments"."code" FROM "departments" WHERE "departments"."id" = "evaluations"."department_id";
ALTER TABLE "evaluations" ALTER COLUMN "department_code" SET NOT NULL;

-- An approved indicator keeps what it was approved as (identityOf in lib/domain/indicator.ts): 一级／二级／三级（单位）.
ALTER TABLE "indicators" ADD COLUMN     "approved_as" TEXT;
UPDATE "indicators"
SET "approved_as" = concat_ws('／', nullif("dimension", ''), nullif("group", ''), nullif("name", ''))
  || CASE WHEN "unit" = '' THEN '' ELSE '（' || "unit" || '）' END
WHERE "approved_target" IS NOT NULL AND "fixed_id" IS NULL;
