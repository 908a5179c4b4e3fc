-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "department_kind" AS ENUM ('region', 'authority', 'unit');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('editor', 'approver', 'reviewer', 'administrator');

-- CreateEnum
CREATE TYPE "evaluation_kind" AS ENUM ('department', 'project');

-- CreateEnum
CREATE TYPE "evaluation_scope" AS ENUM ('own', 'consolidated');

-- CreateEnum
CREATE TYPE "review_status" AS ENUM ('draft', 'submitted', 'returned', 'approved', 'published');

-- CreateEnum
CREATE TYPE "review_node" AS ENUM ('entry', 'unit', 'supervisor', 'finance', 'disclosure');

-- CreateEnum
CREATE TYPE "grade" AS ENUM ('excellent', 'good', 'fair', 'poor');

-- CreateEnum
CREATE TYPE "block_kind" AS ENUM ('paragraph', 'item');

-- CreateEnum
CREATE TYPE "review_action" AS ENUM ('submit', 'forward', 'return', 'approve', 'publish');

-- CreateTable
CREATE TABLE "departments" (
    "id" TEXT NOT NULL,
    "parent_id" TEXT,
    "kind" "department_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "departments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "login_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "with_subtree" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failures" (
    "id" BIGSERIAL NOT NULL,
    "login_name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schemes" (
    "id" TEXT NOT NULL,

    CONSTRAINT "schemes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme_versions" (
    "id" TEXT NOT NULL,
    "scheme_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "body_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scheme_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rounds" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "scheme_version_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deadlines" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluations" (
    "id" TEXT NOT NULL,
    "kind" "evaluation_kind" NOT NULL DEFAULT 'department',
    "scope" "evaluation_scope" NOT NULL DEFAULT 'own',
    "parent_id" TEXT,
    "round_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "department_name" TEXT NOT NULL,
    "project_name" TEXT,
    "scheme_version_id" TEXT NOT NULL,
    "status" "review_status" NOT NULL DEFAULT 'draft',
    "node" "review_node" NOT NULL DEFAULT 'entry',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "reconstructed" BOOLEAN NOT NULL DEFAULT false,
    "changed_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "annex_number" TEXT NOT NULL DEFAULT '',
    "signature" TEXT NOT NULL DEFAULT '',
    "signed_on" DATE,
    "preparer" TEXT NOT NULL DEFAULT '',
    "principal" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "execution_rate" DECIMAL(30,6),
    "execution_score" DECIMAL(7,2),
    "total" DECIMAL(7,2),
    "grade" "grade",
    "open_errors" INTEGER NOT NULL DEFAULT 0,
    "open_warnings" INTEGER NOT NULL DEFAULT 0,
    "explained" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "evaluations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "amounts" (
    "evaluation_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "value" DECIMAL(20,2),
    "not_applicable_reason" TEXT,

    CONSTRAINT "amounts_pkey" PRIMARY KEY ("evaluation_id","item","column")
);

-- CreateTable
CREATE TABLE "narrative_blocks" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "task_id" TEXT,
    "position" INTEGER NOT NULL,
    "kind" "block_kind" NOT NULL DEFAULT 'paragraph',
    "level" INTEGER NOT NULL DEFAULT 1,
    "runs" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "narrative_blocks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goals" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "runs" JSONB NOT NULL DEFAULT '[]',
    "completion" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "goals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "key_tasks" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "budget" DECIMAL(20,2),
    "expenditure" DECIMAL(20,2),

    CONSTRAINT "key_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicators" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "dimension" TEXT NOT NULL DEFAULT '',
    "group" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "task_id" TEXT,
    "fixed_id" TEXT,
    "unit" TEXT NOT NULL DEFAULT '',
    "approved_target" TEXT,
    "approved_max_score" DECIMAL(7,2),
    "target" TEXT NOT NULL DEFAULT '',
    "target_reading" JSONB NOT NULL,
    "actual" TEXT NOT NULL DEFAULT '',
    "actual_reading" JSONB NOT NULL,
    "max_score" DECIMAL(7,2),
    "change_reason" TEXT NOT NULL DEFAULT '',
    "deviation_reason" TEXT NOT NULL DEFAULT '',
    "self_score" DECIMAL(7,2),
    "self_score_grounds" TEXT NOT NULL DEFAULT '',
    "review_score" DECIMAL(7,2),
    "review_grounds" TEXT NOT NULL DEFAULT '',
    "score" DECIMAL(7,2),

    CONSTRAINT "indicators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problems" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "runs" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "problems_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measures" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "runs" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "measures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "problem_measures" (
    "problem_id" TEXT NOT NULL,
    "measure_id" TEXT NOT NULL,

    CONSTRAINT "problem_measures_pkey" PRIMARY KEY ("problem_id","measure_id")
);

-- CreateTable
CREATE TABLE "cell_revisions" (
    "evaluation_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "cell_revisions_pkey" PRIMARY KEY ("evaluation_id","address")
);

-- CreateTable
CREATE TABLE "explanations" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "figures" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "explanations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "cells" JSONB NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_steps" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "node" "review_node" NOT NULL,
    "action" "review_action" NOT NULL,
    "revision" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participants" (
    "evaluation_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "node" "review_node" NOT NULL,

    CONSTRAINT "participants_pkey" PRIMARY KEY ("evaluation_id","user_id")
);

-- CreateTable
CREATE TABLE "review_notes" (
    "id" TEXT NOT NULL,
    "evaluation_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ,
    "resolved_by" TEXT,

    CONSTRAINT "review_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "frozen_reports" (
    "evaluation_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "scheme_version_id" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "pdf" BYTEA NOT NULL,
    "pdf_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "frozen_reports_pkey" PRIMARY KEY ("evaluation_id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "number" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "evaluation_id" TEXT,
    "subject" TEXT NOT NULL DEFAULT '',
    "payload" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "demo_data_at" TIMESTAMPTZ,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "departments_code_key" ON "departments"("code");

-- CreateIndex
CREATE UNIQUE INDEX "departments_path_key" ON "departments"("path");

-- CreateIndex
CREATE INDEX "departments_parent_id_idx" ON "departments"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_login_name_key" ON "users"("login_name");

-- CreateIndex
CREATE INDEX "memberships_department_id_idx" ON "memberships"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_user_id_department_id_role_key" ON "memberships"("user_id", "department_id", "role");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_failures_login_name_at_idx" ON "sign_in_failures"("login_name", "at");

-- CreateIndex
CREATE INDEX "sign_in_failures_address_at_idx" ON "sign_in_failures"("address", "at");

-- CreateIndex
CREATE UNIQUE INDEX "scheme_versions_scheme_id_version_key" ON "scheme_versions"("scheme_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "rounds_year_name_key" ON "rounds"("year", "name");

-- CreateIndex
CREATE INDEX "evaluations_round_id_status_idx" ON "evaluations"("round_id", "status");

-- CreateIndex
CREATE INDEX "evaluations_department_id_idx" ON "evaluations"("department_id");

-- CreateIndex
CREATE INDEX "evaluations_parent_id_idx" ON "evaluations"("parent_id");

-- CreateIndex
CREATE INDEX "narrative_blocks_evaluation_id_section_idx" ON "narrative_blocks"("evaluation_id", "section");

-- CreateIndex
CREATE INDEX "narrative_blocks_task_id_idx" ON "narrative_blocks"("task_id");

-- CreateIndex
CREATE INDEX "goals_evaluation_id_idx" ON "goals"("evaluation_id");

-- CreateIndex
CREATE INDEX "key_tasks_evaluation_id_idx" ON "key_tasks"("evaluation_id");

-- CreateIndex
CREATE INDEX "indicators_evaluation_id_idx" ON "indicators"("evaluation_id");

-- CreateIndex
CREATE INDEX "indicators_task_id_idx" ON "indicators"("task_id");

-- CreateIndex
CREATE INDEX "problems_evaluation_id_idx" ON "problems"("evaluation_id");

-- CreateIndex
CREATE INDEX "measures_evaluation_id_idx" ON "measures"("evaluation_id");

-- CreateIndex
CREATE INDEX "problem_measures_measure_id_idx" ON "problem_measures"("measure_id");

-- CreateIndex
CREATE UNIQUE INDEX "explanations_evaluation_id_code_address_figures_key" ON "explanations"("evaluation_id", "code", "address", "figures");

-- CreateIndex
CREATE UNIQUE INDEX "submissions_evaluation_id_number_key" ON "submissions"("evaluation_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "review_steps_evaluation_id_number_key" ON "review_steps"("evaluation_id", "number");

-- CreateIndex
CREATE INDEX "review_notes_evaluation_id_idx" ON "review_notes"("evaluation_id");

-- CreateIndex
CREATE INDEX "audit_entries_evaluation_id_number_idx" ON "audit_entries"("evaluation_id", "number");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- AddForeignKey
ALTER TABLE "departments" ADD CONSTRAINT "departments_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_versions" ADD CONSTRAINT "scheme_versions_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "schemes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_scheme_version_id_fkey" FOREIGN KEY ("scheme_version_id") REFERENCES "scheme_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "evaluations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_scheme_version_id_fkey" FOREIGN KEY ("scheme_version_id") REFERENCES "scheme_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "amounts" ADD CONSTRAINT "amounts_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "narrative_blocks" ADD CONSTRAINT "narrative_blocks_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "narrative_blocks" ADD CONSTRAINT "narrative_blocks_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "key_tasks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goals" ADD CONSTRAINT "goals_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_tasks" ADD CONSTRAINT "key_tasks_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "key_tasks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problems" ADD CONSTRAINT "problems_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measures" ADD CONSTRAINT "measures_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_measures" ADD CONSTRAINT "problem_measures_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problems"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem_measures" ADD CONSTRAINT "problem_measures_measure_id_fkey" FOREIGN KEY ("measure_id") REFERENCES "measures"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cell_revisions" ADD CONSTRAINT "cell_revisions_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "explanations" ADD CONSTRAINT "explanations_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_steps" ADD CONSTRAINT "review_steps_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participants" ADD CONSTRAINT "participants_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_notes" ADD CONSTRAINT "review_notes_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "frozen_reports" ADD CONSTRAINT "frozen_reports_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say ---------------------------------------------------------------------------

-- 不适用 has a reason, a value has none, and 未填 has no row at all
ALTER TABLE "amounts" ADD CONSTRAINT "amounts_value_or_reason" CHECK (("value" IS NULL) <> ("not_applicable_reason" IS NULL));

-- 一年一评: one self-evaluation per department and round, whose projects belong to it
CREATE UNIQUE INDEX "evaluations_one_per_department_and_round" ON "evaluations" ("round_id", "department_id") WHERE "kind" = 'department';
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_project_has_parent"
  CHECK (("kind" = 'project') = ("parent_id" IS NOT NULL) AND ("kind" = 'project') = ("project_name" IS NOT NULL));

-- A case with reconstructed figures (示例倒推值) is never disclosed
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_reconstructed_never_published" CHECK (NOT ("reconstructed" AND "status" = 'published'));

-- Who has it in hand fits where it stands
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_status_fits_node" CHECK (
  CASE "status"
    WHEN 'draft' THEN "node" = 'entry'
    WHEN 'returned' THEN "node" = 'entry'
    WHEN 'submitted' THEN "node" IN ('unit', 'supervisor', 'finance')
    WHEN 'approved' THEN "node" IN ('finance', 'disclosure')
    ELSE "node" = 'disclosure'
  END
);

-- Texts of a task stand with the task, the report's sections by themselves
ALTER TABLE "narrative_blocks" ADD CONSTRAINT "narrative_blocks_task_or_section"
  CHECK (("task_id" IS NOT NULL) = ("section" IN ('subItems', 'completion')) AND "level" IN (1, 2));

ALTER TABLE "cell_revisions" ADD CONSTRAINT "cell_revisions_from_one" CHECK ("number" >= 1);
ALTER TABLE "departments" ADD CONSTRAINT "departments_path_ends_with_id" CHECK ("path" LIKE '%/' || "id" || '/');
ALTER TABLE "installation" ADD CONSTRAINT "installation_one_row" CHECK ("id" = 1);

-- What happened stays as it happened
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER "audit_entries_never_change" BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entries_never_emptied" BEFORE TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "frozen_reports_never_change" BEFORE UPDATE OR DELETE ON "frozen_reports" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "frozen_reports_never_emptied" BEFORE TRUNCATE ON "frozen_reports" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "submissions_never_change" BEFORE UPDATE OR DELETE ON "submissions" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "submissions_never_emptied" BEFORE TRUNCATE ON "submissions" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_steps_never_change" BEFORE UPDATE OR DELETE ON "review_steps" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "review_steps_never_emptied" BEFORE TRUNCATE ON "review_steps" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- A published version of a scheme is what evaluations were scored by: it never changes again
CREATE TRIGGER "scheme_versions_published_never_change" BEFORE UPDATE OR DELETE ON "scheme_versions"
  FOR EACH ROW WHEN (OLD."published_at" IS NOT NULL) EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "scheme_versions_never_emptied" BEFORE TRUNCATE ON "scheme_versions" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
