-- What somebody is writing in answer to a warning is kept as other drafts are: its place is the warning's code and cell.
ALTER TYPE "draft_kind" ADD VALUE 'explanation';
