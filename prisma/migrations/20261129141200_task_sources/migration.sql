-- A task's 预算金额 and 执行金额 by source of its funds, 中央, 省级, 市级, 本级 (null: not said), and why less was spent or done (empty: 未填).
ALTER TABLE "key_tasks" ADD COLUMN "central_budget" DECIMAL(20,2);
ALTER TABLE "key_tasks" ADD COLUMN "central_expenditure" DECIMAL(20,2);
ALTER TABLE "key_tasks" ADD COLUMN "provincial_budget" DECIMAL(20,2);
ALTER TABLE "key_tasks" ADD COLUMN "provincial_expenditure" DECIMAL(20,2);
ALTER TABLE "key_tasks" ADD COLUMN "municipal_budget" DECIMAL(20,2);
ALTER TABLE "key_tasks" ADD COLUMN "municipal_expenditure" DECIMAL(20,2);
ALTER TABLE "key_tasks" ADD COLUMN "own_budget" DECIMAL(20,2);
ALTER TABLE "key_tasks" ADD COLUMN "own_expenditure" DECIMAL(20,2);
ALTER TABLE "key_tasks" ADD COLUMN "reason" TEXT NOT NULL DEFAULT '';
