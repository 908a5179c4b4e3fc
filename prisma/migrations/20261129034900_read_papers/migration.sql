-- Finished reports that somebody had read, one with an evaluation: the paper itself, and what was understood of it.
CREATE TABLE "read_papers" (
    "evaluation_id" TEXT NOT NULL,
    "file_hash" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "read_papers_pkey" PRIMARY KEY ("evaluation_id")
);
CREATE INDEX "read_papers_file_hash_idx" ON "read_papers"("file_hash");
ALTER TABLE "read_papers" ADD CONSTRAINT "read_papers_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "read_papers" ADD CONSTRAINT "read_papers_file_hash_fkey" FOREIGN KEY ("file_hash") REFERENCES "stored_files"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
