import { randomUUID } from 'node:crypto'

/** A permanent id for a row whose id must be known before it is written: letters and digits only, so that it fits into an address. */
export const newId = (): string => randomUUID().replaceAll('-', '')
