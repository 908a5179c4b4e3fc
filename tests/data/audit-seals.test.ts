import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { type AuditRecord, audit } from '@/lib/data/audit/audit'
import { sealAll, sealWaiting } from '@/lib/data/audit/audit-sealer'
import { verifyAuditChain } from '@/lib/data/audit/audit-verification'
import { database, inTransaction } from '@/lib/data/database/database'
import { testDatabase } from '@/tests/support/database'

const server = testDatabase()

/** Writes an entry with an action of this test's own. */
const write = (action: string, actor: Parameters<typeof audit>[1] = null) =>
  inTransaction((tx) => audit(tx, actor, { action, payload: { action } } as unknown as AuditRecord))

/**
 * Seals until so many wait. A transaction of another database on the same server holds entries up as one of ours would, and
 * other tests have theirs.
 */
const sealUntil = (waiting: number): Promise<void> =>
  expect
    .poll(
      async () => {
        await sealAll()
        return (await verifyAuditChain()).waiting
      },
      { timeout: 30_000 },
    )
    .toBe(waiting)

/** Entries in the order of their seals. */
const sealedActions = async (): Promise<string[]> =>
  (await database().auditSeal.findMany({ orderBy: { position: 'asc' }, select: { entry: { select: { action: true } } } })).map(
    ({ entry }) => entry.action,
  )

/** Past the triggers that keep what happened. */
const tamper = (...statements: string[]) =>
  inTransaction(async (tx) => {
    for (const sql of [`SET LOCAL session_replication_role = replica`, ...statements]) await tx.$executeRawUnsafe(sql)
  })

test('an entry keeps from where it was done; a command has no address', async () => {
  await write('a', { userId: 'u', name: '示例', address: '10.0.0.7' })
  await write('b', { userId: 'u', name: '示例', address: 'x'.repeat(5000) })
  await write('c')
  const entries = await database().auditEntry.findMany({ orderBy: { number: 'asc' } })
  expect(entries.map(({ clientAddress }) => clientAddress)).toEqual(['10.0.0.7', 'x'.repeat(100), null])
})

test('what is written while an older transaction still runs waits for it, and stands behind it', async () => {
  await sealUntil(0)
  const late = new pg.Client({ connectionString: server.url })
  await late.connect()
  try {
    await late.query('BEGIN')
    await late.query(`INSERT INTO audit_entries (actor_name, action, payload) VALUES ('', 'slow', '{}')`)
    await write('fast')
    await sealUntil(1)
    expect((await sealedActions()).filter((action) => action === 'fast')).toEqual([])
    expect(await verifyAuditChain()).toMatchObject({ waiting: 1, outside: 0, faults: [] })
    await late.query('COMMIT')
  } finally {
    await late.end()
  }
  await sealUntil(0)
  expect((await sealedActions()).slice(-2)).toEqual(['slow', 'fast'])
})

/** What one of several connections does next. */
const step = fc.record({ who: fc.nat(4), does: fc.constantFrom('write', 'write', 'commit', 'commit', 'rollback', 'seal') } as const)

test('transactions end in any order, several seal at once: every entry is sealed once, none before one that stood when it began', async () => {
  const clients = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      return client
    }),
  )
  let count = 0
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        const open = new Map<number, { written: string[]; stoodBefore: ReadonlySet<string> }>()
        const stands = new Map<string, ReadonlySet<string>>()
        const sealing: Promise<number>[] = []
        const end = async (who: number, how: 'commit' | 'rollback') => {
          const held = open.get(who)
          if (held === undefined) return
          open.delete(who)
          await clients[who]?.query(how)
          if (how === 'commit') for (const action of held.written) stands.set(action, held.stoodBefore)
        }
        for (const { who, does } of steps) {
          if (does === 'seal') sealing.push(sealWaiting(), sealWaiting())
          else if (does !== 'write') await end(who, does)
          else {
            const stoodBefore = new Set(stands.keys())
            if (!open.has(who)) await clients[who]?.query('BEGIN')
            const held = open.get(who) ?? { written: [], stoodBefore }
            open.set(who, held)
            const action = `race ${count++}`
            await clients[who]?.query(`INSERT INTO audit_entries (actor_name, action, payload) VALUES ('', $1, '{}')`, [action])
            held.written.push(action)
          }
        }
        for (const who of [...open.keys()]) await end(who, 'commit')
        await Promise.all(sealing)
        await sealUntil(0)
        const order = await sealedActions()
        const positions = new Map(order.map((action, position) => [action, position]))
        expect(positions.size).toBe(order.length)
        for (const [action, before] of stands) {
          expect(positions.has(action)).toBe(true)
          for (const older of before) expect(positions.get(older)).toBeLessThan(positions.get(action) ?? -1)
        }
        const verdict = await verifyAuditChain()
        expect(verdict).toMatchObject({ sealed: await database().auditEntry.count(), waiting: 0, outside: 0, faults: [] })
      }),
      { numRuns: 8 },
    )
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}, 60_000)

test('many write at the same time while it is sealed', async () => {
  const before = await database().auditSeal.count()
  let writing = true
  const sealers = [1, 2].map(async () => {
    while (writing) {
      await sealAll()
      await wait(1)
    }
  })
  await Promise.all(Array.from({ length: 300 }, (_, index) => write(`crowd ${index}`)))
  writing = false
  await Promise.all(sealers)
  await sealUntil(0)
  expect(await database().auditSeal.count()).toBe(before + 300)
  expect((await verifyAuditChain()).faults).toEqual([])
})

test('entries restored from another server, whose transactions this one has not reached, are sealed too', async () => {
  await write('restored')
  await database().$executeRaw`UPDATE audit_unsealed SET transaction = '99999999999'`
  await sealUntil(0)
  expect((await sealedActions()).at(-1)).toBe('restored')
})

test('the head changes with each seal and tells what was changed, taken out, put in or cut off', async () => {
  const clean = await verifyAuditChain()
  expect(clean.head).toMatch(/^[0-9a-f]{64}$/)
  await expect(database().$executeRaw`UPDATE audit_seals SET number = 0`).rejects.toThrow('never changed')
  await write('one more')
  await sealUntil(0)
  const { head, sealed } = await verifyAuditChain()
  expect(head).not.toBe(clean.head)
  expect(sealed).toBe(clean.sealed + 1)

  const at = (position: number) => database().auditSeal.findUniqueOrThrow({ where: { position }, select: { number: true } })
  const [third, fifth] = [String((await at(3)).number), String((await at(5)).number)]
  await tamper(`UPDATE audit_entries SET actor_name = '他人' WHERE number = ${third}`)
  expect((await verifyAuditChain()).faults).toEqual([{ position: '3', number: third, fault: 'altered' }])
  await tamper(`DELETE FROM audit_entries WHERE number = ${fifth}`)
  expect((await verifyAuditChain()).faults).toContainEqual({ position: '5', number: fifth, fault: 'missing' })
  await tamper(`DELETE FROM audit_seals WHERE position = 5`)
  expect((await verifyAuditChain()).faults.map(({ position, fault }) => `${position} ${fault}`)).toEqual(['3 altered', '6 gap', '6 broken'])
  await tamper(`INSERT INTO audit_entries (actor_name, action, payload) VALUES ('', 'smuggled', '{}')`)
  expect(await verifyAuditChain()).toMatchObject({ outside: 1, waiting: 0 })
  await tamper(`DELETE FROM audit_seals WHERE position = ${sealed}`)
  expect((await verifyAuditChain()).head).not.toBe(head)
})
