-- AlterTable
ALTER TABLE "indicators" ADD COLUMN     "coefficient" DECIMAL(7,6);
