-- Notes become conversations at their places: a thread with what was said in it. Every note is a thread of one message.
CREATE TYPE "note_state" AS ENUM ('open', 'answered', 'resolved');
CREATE TABLE "note_threads" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "state" "note_state" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ,
    "resolved_by" TEXT,

    CONSTRAINT "note_threads_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "note_threads_resolved_at_a_time" CHECK (("state" = 'resolved') = ("resolved_at" IS NOT NULL))
);
CREATE INDEX "note_threads_evaluation_id_idx" ON "note_threads"("evaluation_id");
ALTER TABLE "note_threads" ADD CONSTRAINT "note_threads_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "note_messages" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "node" "review_node" NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_messages_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "note_messages_thread_id_at_idx" ON "note_messages"("thread_id", "at");
ALTER TABLE "note_messages" ADD CONSTRAINT "note_messages_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "note_threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TRIGGER "note_messages_never_change" BEFORE UPDATE ON "note_messages" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

INSERT INTO "note_threads" ("id", "evaluation_id", "address", "state", "opened_at", "resolved_at", "resolved_by")
  SELECT "id", "evaluation_id", "address", (CASE WHEN "resolved_at" IS NULL THEN 'open' ELSE 'resolved' END)::"note_state", "at", "resolved_at", "resolved_by"
  FROM "review_notes";
-- Where it was written is told by the step that sent the evaluation back, of the same moment.
INSERT INTO "note_messages" ("id", "thread_id", "node", "text", "by_id", "by_name", "at")
  SELECT n."id", n."id", coalesce((SELECT s."node" FROM "review_steps" s
      WHERE s."evaluation_id" = n."evaluation_id" AND s."action" = 'return' AND s."at" = n."at" LIMIT 1), 'finance'), n."text", n."by_id", n."by_name", n."at"
  FROM "review_notes" n;
DROP TABLE "review_notes";

-- What somebody is still writing in the review: nobody else sees it.
CREATE TYPE "draft_kind" AS ENUM ('note', 'reply', 'reason', 'opinion');
CREATE TABLE "review_drafts" (
    "evaluation_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" "draft_kind" NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "review_drafts_pkey" PRIMARY KEY ("evaluation_id", "user_id", "kind", "place"),
    CONSTRAINT "review_drafts_place" CHECK (("place" = '') = ("kind" IN ('reason', 'opinion')))
);
ALTER TABLE "review_drafts" ADD CONSTRAINT "review_drafts_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
