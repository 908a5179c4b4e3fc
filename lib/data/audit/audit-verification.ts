import 'server-only'
import { database } from '@/lib/data/database/database'
import { BEGINNING, SEALED_COLUMNS, type SealedEntry, sealHash } from './audit-chain'

/**
 * What is wrong with a seal: its place in the row of seals (`gap`), that it does not follow from the one before (`broken`), its
 * entry is gone (`missing`) or is not what was sealed (`altered`).
 */
export type SealFault = { position: string; number: string; fault: 'gap' | 'broken' | 'missing' | 'altered' }

export type ChainVerdict = {
  /** How many entries are sealed. */
  sealed: number
  /** How many wait for their seal. */
  waiting: number
  /** Entries that neither are sealed nor wait: they were put there past the database's own rules. */
  outside: number
  /** The last hash, hex: who has written it down can tell whether anything before it was changed; null while nothing is sealed. */
  head: string | null
  /** The first faults, `MOST_FAULTS` at most; empty where every seal holds. */
  faults: SealFault[]
}

const BATCH = 1_000
const MOST_FAULTS = 100

type Row = Omit<SealedEntry, 'number'> & { position: bigint; sealed: string; number: string | null; previous: Uint8Array; hash: Uint8Array }

/** Goes along the whole chain and computes every seal anew. Memory stays flat. */
export async function verifyAuditChain(): Promise<ChainVerdict> {
  const faults: SealFault[] = []
  let [position, head]: [bigint, Uint8Array] = [0n, BEGINNING]
  for (let rows = await sealsAfter(position); rows.length > 0; rows = await sealsAfter(position)) {
    for (const row of rows) {
      const found = faultsOf(row, position, head)
      faults.push(...found.slice(0, MOST_FAULTS - faults.length))
      position = row.position
      head = row.hash
    }
  }
  const [counts] = await database().$queryRaw<{ sealed: bigint; waiting: bigint; outside: bigint }[]>`
    SELECT (SELECT count(*) FROM audit_seals) AS sealed, (SELECT count(*) FROM audit_unsealed) AS waiting,
      (SELECT count(*) FROM audit_entries e WHERE NOT EXISTS (SELECT FROM audit_seals s WHERE s.number = e.number)
        AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.number = e.number)) AS outside`
  return {
    sealed: Number(counts?.sealed ?? 0),
    waiting: Number(counts?.waiting ?? 0),
    outside: Number(counts?.outside ?? 0),
    head: position === 0n ? null : Buffer.from(head).toString('hex'),
    faults,
  }
}

const sealsAfter = (position: bigint): Promise<Row[]> =>
  database().$queryRaw<Row[]>`
    SELECT s.position, s.number::text AS sealed, s.previous, s.hash, ${SEALED_COLUMNS}
    FROM audit_seals s LEFT JOIN audit_entries e ON e.number = s.number
    WHERE s.position > ${position} ORDER BY s.position LIMIT ${BATCH}`

function faultsOf({ position, sealed, previous, hash, number, ...entry }: Row, before: bigint, head: Uint8Array): SealFault[] {
  const found: SealFault['fault'][] = []
  if (position !== before + 1n) found.push('gap')
  if (!equal(previous, head)) found.push('broken')
  if (number === null) found.push('missing')
  else if (!equal(hash, sealHash(previous, { number, ...entry }))) found.push('altered')
  return found.map((fault) => ({ position: String(position), number: sealed, fault }))
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
