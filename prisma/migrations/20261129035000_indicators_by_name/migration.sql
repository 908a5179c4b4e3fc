-- What other departments aim at under the same name.
CREATE INDEX indicators_name_idx ON indicators (name);
