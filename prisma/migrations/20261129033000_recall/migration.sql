-- 撤回: what was handed in comes back to 填报, until the next node has opened it.
ALTER TYPE review_action ADD VALUE 'recall' AFTER 'submit';
ALTER TABLE evaluations ADD COLUMN opened_at timestamptz, ADD COLUMN opened_by_name text;
ALTER TABLE evaluations ADD CONSTRAINT opened_by_somebody CHECK ((opened_at IS NULL) = (opened_by_name IS NULL));
