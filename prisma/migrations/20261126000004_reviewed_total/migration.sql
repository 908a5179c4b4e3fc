-- 复核后总分 beside the self-evaluation's. What was reviewed before has it once stored results are computed anew (hengji recompute --write).
ALTER TABLE "evaluations" ADD COLUMN     "reviewed_total" DECIMAL(7,2);
