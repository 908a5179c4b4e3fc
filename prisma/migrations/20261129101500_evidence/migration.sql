-- 佐证材料: files that belong to a place of an evaluation.
CREATE TABLE "evidence_files" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "file_hash" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_files_pkey" PRIMARY KEY ("id")
);
-- The same bytes count once at a place
CREATE UNIQUE INDEX "evidence_files_evaluation_id_place_file_hash_key" ON "evidence_files"("evaluation_id", "place", "file_hash");
CREATE INDEX "evidence_files_file_hash_idx" ON "evidence_files"("file_hash");
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_file_hash_fkey" FOREIGN KEY ("file_hash") REFERENCES "stored_files"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
