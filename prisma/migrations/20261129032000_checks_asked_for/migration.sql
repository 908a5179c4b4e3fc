-- When 校验 was first asked for: nothing is called wrong in a form before that.
ALTER TABLE evaluations ADD COLUMN checked_at timestamptz;
