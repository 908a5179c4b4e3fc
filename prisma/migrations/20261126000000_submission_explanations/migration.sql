-- AlterTable
ALTER TABLE "submissions" ADD COLUMN     "explanations" JSONB NOT NULL DEFAULT '[]';
