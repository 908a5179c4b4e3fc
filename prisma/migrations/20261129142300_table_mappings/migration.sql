-- Which columns and rows of another program's workbook are which figures.
CREATE TABLE "table_mappings" (
    "department_id" TEXT NOT NULL,
    "headings" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "table_mappings_pkey" PRIMARY KEY ("department_id", "headings")
);
CREATE INDEX "table_mappings_by_id_idx" ON "table_mappings"("by_id");
ALTER TABLE "table_mappings" ADD CONSTRAINT "table_mappings_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
