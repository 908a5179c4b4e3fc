-- What is entered into these indexes waits in a list that each look-up reads to its end. It may grow to 4 MB, which made a find by
-- place, after a day of saving, three times as slow; at 64 kB it is worked in before anybody notices.
ALTER INDEX evaluations_nodes_idx SET (gin_pending_list_limit = 64);
ALTER INDEX audit_entries_nodes_idx SET (gin_pending_list_limit = 64);
SELECT gin_clean_pending_list('evaluations_nodes_idx'), gin_clean_pending_list('audit_entries_nodes_idx');
