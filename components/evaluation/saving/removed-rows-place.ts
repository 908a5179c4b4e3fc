/** Under which what was typed in rows that somebody else removed is found in the page. */
export const REMOVED_ROWS = 'removed-rows'
