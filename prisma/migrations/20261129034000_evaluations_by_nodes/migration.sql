-- The nodes that an evaluation's kept path passes through: what was opened somewhere is found without reading every evaluation.
CREATE INDEX "evaluations_nodes_idx" ON "evaluations" USING gin (string_to_array("department_path", '/'));
