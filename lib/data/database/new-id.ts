import { createHash, randomUUID } from 'node:crypto'

/** A permanent id for a row whose id must be known before it is written: letters and digits only, so that it fits into an address. */
export const newId = (): string => randomUUID().replaceAll('-', '')

/** The same id for the same parts: what is sent twice names the same row. */
export const idFrom = (...parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
