-- Codes of projects are sorted as their characters stand, as those of departments are, and not as the server's language has it.
ALTER TABLE "subjects" ALTER COLUMN "code" TYPE TEXT COLLATE "C";
ALTER TABLE "submitted_projects" ALTER COLUMN "code" TYPE TEXT COLLATE "C";
