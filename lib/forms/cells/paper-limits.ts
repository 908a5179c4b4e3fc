// Apart from what reads forms: the browser needs these alone.

/** The largest file that is taken in, in bytes; `scripts/server/request-check.mjs` refuses larger ones before they are read. */
export const LARGEST_PAPER = 32 * 1024 * 1024
/** Longest text that is pasted, in signs. */
export const LONGEST_PASTED = 300_000
