-- Filled-in workbooks that somebody brought, one with an evaluation: the file itself, and what differs in it.
CREATE TABLE "read_workbooks" (
    "evaluation_id" TEXT NOT NULL,
    "file_hash" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "read_workbooks_pkey" PRIMARY KEY ("evaluation_id")
);
CREATE INDEX "read_workbooks_file_hash_idx" ON "read_workbooks"("file_hash");
ALTER TABLE "read_workbooks" ADD CONSTRAINT "read_workbooks_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "read_workbooks" ADD CONSTRAINT "read_workbooks_file_hash_fkey" FOREIGN KEY ("file_hash") REFERENCES "stored_files"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
