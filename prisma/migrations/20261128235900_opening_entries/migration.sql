-- Which entry of the log an evaluation was opened by: one entry opens many. Those opened before have an entry of their own.
ALTER TABLE "evaluations" ADD COLUMN "opening_entry" BIGINT;
CREATE INDEX "evaluations_opening_entry_idx" ON "evaluations"("opening_entry");
