-- The projects of a department's year as they were handed in with it. Of what was handed in before, none were kept: that is null, not 0.
ALTER TABLE "submissions" ADD COLUMN     "project_count" INTEGER;

CREATE TABLE "submitted_projects" (
    "submission_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT,
    "document" JSONB NOT NULL,
    "rows" JSONB NOT NULL,
    "typed" JSONB NOT NULL,
    "explanations" JSONB NOT NULL,

    CONSTRAINT "submitted_projects_pkey" PRIMARY KEY ("submission_id","project_id")
);
CREATE INDEX "submitted_projects_project_id_idx" ON "submitted_projects"("project_id");
ALTER TABLE "submitted_projects" ADD CONSTRAINT "submitted_projects_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submissions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER "submitted_projects_never_change" BEFORE UPDATE OR DELETE ON "submitted_projects" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "submitted_projects_never_emptied" BEFORE TRUNCATE ON "submitted_projects" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
