-- An evaluation without indicators has no total: execution alone is not scored as if it were the whole (lib/domain/total.ts).
-- Bonus and deduction items are no indicators.
UPDATE "evaluations" SET "total" = NULL, "grade" = NULL
WHERE NOT EXISTS (
  SELECT 1 FROM "indicators"
  WHERE "indicators"."evaluation_id" = "evaluations"."id"
    AND NOT ("indicators"."fixed_id" IS NOT NULL AND "indicators"."dimension" IN ('加分项', '减分项'))
);
