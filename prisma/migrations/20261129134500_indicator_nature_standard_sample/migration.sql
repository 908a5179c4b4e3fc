-- What only some forms have of an indicator, as typed (empty: 未填): 指标性质, 评分标准, and of a satisfaction how many were asked and
-- how many of them were satisfied.
ALTER TABLE "indicators" ADD COLUMN "nature" TEXT NOT NULL DEFAULT '';
ALTER TABLE "indicators" ADD COLUMN "sample_size" TEXT NOT NULL DEFAULT '';
ALTER TABLE "indicators" ADD COLUMN "satisfied" TEXT NOT NULL DEFAULT '';
ALTER TABLE "indicators" ADD COLUMN "standard" TEXT NOT NULL DEFAULT '';
