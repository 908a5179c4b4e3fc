import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { expect } from 'vitest'
import { saveCells } from '@/lib/data/change/save-cells'
import { disconnect } from '@/lib/data/database/database'
import { writeCellValue } from '@/lib/domain/evaluation/cell-value'
import { aDistrict, wan, yuan } from './evaluations'
import { value } from './people'
import { databaseAddress } from './running-program'

const address = 'funds/total/adjustedBudget'

/** Saves one cell again and again through the data layer, and remembers what was acknowledged. */
export async function acknowledgedWriter(dataFolder: string) {
  process.env.DATABASE_URL = databaseAddress(dataFolder)
  const { editor, street } = await aDistrict()
  /** The values that were acknowledged, by the number of their revision. */
  const acknowledged = new Map<number, string>()
  let seen = 0
  let amount = 0

  async function saveOnce() {
    amount++
    const wanted = wan(String(amount))
    const { saved, conflicts } = value(await saveCells(editor, street, [{ address, seen, value: wanted }]))
    // A save whose answer never came may have been done all the same: it is seen, and gone on from.
    for (const conflict of conflicts) if (conflict.kind === 'changed') seen = conflict.number
    for (const { number } of saved) {
      seen = number
      acknowledged.set(number, writeCellValue(wanted))
    }
  }

  return {
    acknowledged: () => acknowledged.size,

    /** Writes until stopped, through whatever happens to the database meanwhile, its address included. */
    write() {
      let isOn = true
      const writeOn = async () => {
        process.env.DATABASE_URL = databaseAddress(dataFolder)
        await saveOnce()
      }
      const done = (async () => {
        while (isOn) await writeOn().catch(() => wait(100))
      })()
      return {
        async stop() {
          isOn = false
          await done
          await disconnect()
        },
      }
    },

    /** Waits until one more save is acknowledged, for `limit` seconds at most. */
    async untilSaved(limit: number) {
      const before = acknowledged.size
      const until = performance.now() + limit * 1000
      while (acknowledged.size === before) {
        if (performance.now() > until) throw new Error(`nothing could be saved within ${limit} s`)
        await wait(20)
      }
    },

    /** Every acknowledged value is in the log under its number, the numbers have no gaps, and the cell shows the last of them. */
    async compare(when: string) {
      const client = await connectedTo(dataFolder)
      const { rows } = await client.query<{ cell: { number: number; after: string } }>(
        `SELECT payload::json->'cells'->0 AS cell FROM audit_entries WHERE action = 'cells.save' AND evaluation_id = $1 ORDER BY number`,
        [street],
      )
      const { rows: stands } = await client.query<{ value: string }>(
        `SELECT value::text FROM amounts WHERE evaluation_id = $1 AND item = 'total' AND "column" = 'adjustedBudget'`,
        [street],
      )
      await client.end()
      const kept = new Map(rows.map(({ cell }) => [cell.number, cell.after]))
      const lost = [...acknowledged].filter(([number, text]) => kept.get(number) !== text)
      expect(lost.length, `${when}: lost, for example ${lost[0]}, where ${kept.get(lost[0]?.[0] ?? 0)} stands`).toBe(0)
      const last = rows.reduce((most, { cell }) => Math.max(most, cell.number), 0)
      expect(last, `${when}: numbers without gaps`).toBe(rows.length)
      expect(writeCellValue(yuan(stands[0]?.value ?? '')), `${when}: the cell shows the last of them`).toBe(rows.at(-1)?.cell.after)
    },
  }
}

/**
 * A connection to the database. It may still be on its way up: connections that were open when it was killed go on for a moment, so
 * that the program can be ready and save before.
 */
async function connectedTo(dataFolder: string): Promise<pg.Client> {
  for (let left = 100; ; left--) {
    const client = new pg.Client({ connectionString: databaseAddress(dataFolder) })
    try {
      await client.connect()
      return client
    } catch (error) {
      if (left === 0) throw error
      await wait(100)
    }
  }
}
