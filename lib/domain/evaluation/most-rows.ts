/** Longest list of an evaluation; a section's or a task's blocks are a list of their own. */
export const MOST_ROWS = 300
