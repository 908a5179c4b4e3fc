-- Dates of one evaluation, which go before those of its round: 延期, and 整改期限 of what was sent back.
ALTER TABLE "evaluations" ADD COLUMN "deadlines" JSONB NOT NULL DEFAULT '{}';
