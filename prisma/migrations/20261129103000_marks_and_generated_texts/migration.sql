-- With what an item of a list is numbered (empty: as its place in the report asks), and what the data said of themselves when a text
-- was made from them (empty: a text of one's own).
ALTER TABLE "narrative_blocks" ADD COLUMN "mark" TEXT NOT NULL DEFAULT '';
ALTER TABLE "narrative_blocks" ADD COLUMN "basis" TEXT NOT NULL DEFAULT '';
