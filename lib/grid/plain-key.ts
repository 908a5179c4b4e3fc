/** A key by what is meant by it: CapsLock and full-width letters change nothing. */
export const plainKey = (key: string): string => ([...key].length === 1 ? key.normalize('NFKC').toLowerCase() : key)
