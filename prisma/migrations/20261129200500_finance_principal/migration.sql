-- 财务负责人 of 项目支出绩效自评表, form B
ALTER TABLE "evaluations" ADD COLUMN "finance_principal" TEXT NOT NULL DEFAULT '';
