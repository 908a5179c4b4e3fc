-- Papers leave the database: a file is named by the SHA-256 of its bytes and kept in a folder, and its row says that it counts.
-- The bytes wait in `bytes` until the program has moved them at its next start.
DO $$ BEGIN
  IF EXISTS (SELECT FROM "frozen_reports" GROUP BY "pdf_hash" HAVING count(DISTINCT sha256("pdf")) > 1) THEN
    RAISE EXCEPTION 'frozen reports with one hash and several contents';
  END IF;
END $$;
CREATE TABLE "stored_files" (
    "hash" TEXT COLLATE "C" NOT NULL,
    "size" BIGINT NOT NULL,
    "media_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unreferenced_since" TIMESTAMPTZ,
    "bytes" BYTEA,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "stored_files_sha_256" CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "size" >= 0)
);
INSERT INTO "stored_files" ("hash", "size", "media_type", "created_at", "bytes")
  SELECT DISTINCT ON ("pdf_hash") "pdf_hash", octet_length("pdf"), 'application/pdf', "at", "pdf" FROM "frozen_reports" ORDER BY "pdf_hash", "at";
ALTER TABLE "frozen_reports" DROP COLUMN "pdf", ALTER COLUMN "pdf_hash" TYPE TEXT COLLATE "C";
CREATE INDEX "frozen_reports_pdf_hash_idx" ON "frozen_reports"("pdf_hash");
ALTER TABLE "frozen_reports" ADD CONSTRAINT "frozen_reports_pdf_hash_fkey" FOREIGN KEY ("pdf_hash") REFERENCES "stored_files"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
