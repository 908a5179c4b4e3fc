-- Forms that were taken over from the year before and that nobody has confirmed yet, with that year: {"duties": 2022}.
ALTER TABLE "evaluations" ADD COLUMN "carried" JSONB NOT NULL DEFAULT '{}';
