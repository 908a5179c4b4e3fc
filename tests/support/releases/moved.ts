import type { Contents, Row } from './release'

/**
 * Where a column of an earlier release is found now: gives its old value out of the database as it is after the
 * upgrade. A column that is not named here must still be there, in the same row, with the same value.
 */
export const MOVED: Readonly<Record<string, (old: Row, now: Contents) => unknown>> = {}
