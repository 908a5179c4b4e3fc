-- With what a goal, a problem and a measure is numbered (empty: as its place in the report asks).
ALTER TABLE "goals" ADD COLUMN "mark" TEXT NOT NULL DEFAULT '';
ALTER TABLE "problems" ADD COLUMN "mark" TEXT NOT NULL DEFAULT '';
ALTER TABLE "measures" ADD COLUMN "mark" TEXT NOT NULL DEFAULT '';
