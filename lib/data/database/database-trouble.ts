import 'server-only'
import type { Refusal } from '@/lib/domain/decision/decision'
import { refused } from '@/lib/domain/decision/decision'

/**
 * What went wrong around the database rather than in the program, as a refusal; null for everything else. After these
 * nothing was kept, but for `database-silent`: its answer never came, and it may have kept what it was given.
 */
export function databaseTrouble(error: unknown): Refusal | null {
  for (const code of codesIn(error)) {
    const refusal = REFUSALS[code] ?? REFUSALS[code.slice(0, 2)]
    if (refusal) return refused(refusal).refusal
  }
  return null
}

/** By SQLSTATE or its class, Prisma's code, or the system's. */
const REFUSALS: Readonly<Record<string, 'disk-full' | 'database-read-only' | 'database-busy' | 'database-silent'>> = {
  '53100': 'disk-full',
  '58030': 'disk-full',
  '25006': 'database-read-only',
  // Too many connections or no memory; a lock, a statement or a turn that took too long; a deadlock
  '53': 'database-busy',
  '55P03': 'database-busy',
  '57014': 'database-busy',
  '40P01': 'database-busy',
  P2024: 'database-busy',
  P2028: 'database-busy',
  // Stopped, starting, or no longer to be reached
  '57': 'database-silent',
  '08': 'database-silent',
  P1001: 'database-silent',
  P1002: 'database-silent',
  P1008: 'database-silent',
  P1017: 'database-silent',
  ECONNREFUSED: 'database-silent',
  ECONNRESET: 'database-silent',
  ETIMEDOUT: 'database-silent',
  'Query read timeout': 'database-silent',
  'timeout exceeded when trying to connect': 'database-busy',
}

/** The codes in an error and in what caused it, the innermost first: it says most. */
function codesIn(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 8) return []
  const { cause, meta, driverAdapterError, originalCode, code, message } = error as Record<string, unknown>
  const inner = [cause, meta, driverAdapterError].flatMap((part) => codesIn(part, depth + 1))
  return [...inner, ...[originalCode, code, message].filter((part) => typeof part === 'string')]
}
