import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { inLine } from './in-line'

/** argon2id with the parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/**
 * Hashing is expensive on purpose, and done by the threads that files and names of hosts are read with: one at a time leaves
 * the others, and a processor, to everybody's pages, however many passwords are tried. What waits has waited ten seconds at most.
 */
const hashing = inLine(1, 100)

/** What is kept of a password: NFKC first, so that full-width typing gives the same one. */
export const hashPassword = (password: string): Promise<string> => hashing(() => hash(password.normalize('NFKC'), COST))

/** Whether the password is the one behind the hash; a hash that cannot be read matches nothing. Rejects with `LineIsFull`. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  hashing(() => verify(passwordHash, password.normalize('NFKC')).catch(() => false))

let dummy: Promise<string> | undefined

/** Costs what checking a password costs, for names that do not exist: the time taken does not tell them apart. */
export async function verifyNothing(password: string): Promise<false> {
  dummy ??= hashPassword('nobody has this password')
  await verifyPassword(await dummy, password)
  return false
}

/** Letters and digits that are not mistaken for one another when read aloud or from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A first password to be handed over and changed: four groups of four, 92 bits. */
export const makePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-')
