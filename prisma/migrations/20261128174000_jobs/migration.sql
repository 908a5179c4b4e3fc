-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('waiting', 'running', 'done', 'failed', 'stopped');

-- CreateTable
CREATE TABLE "jobs" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'waiting',
    "started_by_id" TEXT NOT NULL,
    "started_by_name" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "checkpoint" JSONB,
    "refusal" JSONB,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pending_departments" (
    "round_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "scope" "evaluation_scope" NOT NULL,

    CONSTRAINT "pending_departments_pkey" PRIMARY KEY ("round_id","department_id")
);

-- CreateIndex
CREATE INDEX "jobs_started_by_id_created_at_idx" ON "jobs"("started_by_id", "created_at");

-- CreateIndex
CREATE INDEX "jobs_state_idx" ON "jobs"("state");

-- CreateIndex
CREATE INDEX "pending_departments_department_id_idx" ON "pending_departments"("department_id");

-- AddForeignKey
ALTER TABLE "pending_departments" ADD CONSTRAINT "pending_departments_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pending_departments" ADD CONSTRAINT "pending_departments_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A job says why it could not go on where it could not, and only there; it has ended exactly where it moves no more
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_refusal_where_failed" CHECK (("state" = 'failed') = ("refusal" IS NOT NULL));
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_ended_where_over" CHECK (("state" IN ('waiting', 'running')) = ("ended_at" IS NULL));
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_done_of_total" CHECK ("done" BETWEEN 0 AND "total");
