-- CreateTable
CREATE TABLE "scheme_trials" (
    "id" TEXT NOT NULL,
    "scheme_version_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "started_by_id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "body_hash" TEXT NOT NULL,

    CONSTRAINT "scheme_trials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tried_evaluations" (
    "trial_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "tried" BOOLEAN NOT NULL DEFAULT false,
    "total_before" DECIMAL(7,2),
    "grade_before" "grade",
    "total_after" DECIMAL(7,2),
    "grade_after" "grade",
    "missing" TEXT[],
    "estimated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "tried_evaluations_pkey" PRIMARY KEY ("trial_id","place")
);

-- CreateTable
CREATE TABLE "deviations" (
    "job_id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "stored" TEXT,
    "recomputed" TEXT,
    "frozen" BOOLEAN NOT NULL,

    CONSTRAINT "deviations_pkey" PRIMARY KEY ("job_id","evaluation_id","field")
);

-- CreateIndex
CREATE INDEX "scheme_trials_scheme_version_id_idx" ON "scheme_trials"("scheme_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "scheme_trials_started_by_id_scheme_version_id_year_key" ON "scheme_trials"("started_by_id", "scheme_version_id", "year");

-- CreateIndex
CREATE INDEX "tried_evaluations_evaluation_id_idx" ON "tried_evaluations"("evaluation_id");

-- CreateIndex
CREATE UNIQUE INDEX "tried_evaluations_trial_id_evaluation_id_key" ON "tried_evaluations"("trial_id", "evaluation_id");

-- CreateIndex
CREATE INDEX "deviations_evaluation_id_idx" ON "deviations"("evaluation_id");

-- AddForeignKey
ALTER TABLE "scheme_trials" ADD CONSTRAINT "scheme_trials_scheme_version_id_fkey" FOREIGN KEY ("scheme_version_id") REFERENCES "scheme_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tried_evaluations" ADD CONSTRAINT "tried_evaluations_trial_id_fkey" FOREIGN KEY ("trial_id") REFERENCES "scheme_trials"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tried_evaluations" ADD CONSTRAINT "tried_evaluations_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deviations" ADD CONSTRAINT "deviations_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "jobs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deviations" ADD CONSTRAINT "deviations_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;
