import fs from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { findUser } from '@/lib/data/people/user-records'
import { removeMembership, resetPassword, setUserDisabled } from '@/lib/data/people/users'
import type { Viewer } from '@/lib/domain/people/permissions'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, line } from '@/tests/support/evaluations'
import { aUser, value, viewerOf } from '@/tests/support/people'

testDatabase()

let district: District
let someone = 0
beforeEach(async () => {
  district ??= await aDistrict()
})

/** An editor of the street with an account of their own, as a request under way holds them. */
const anEditor = async (): Promise<Viewer> =>
  viewerOf(await aUser(district.administrator, `writer-${someone++}`, district.departments.street.id, 'editor'))

const cell = 'cover/phone'
let typed = 0

/** Saves again and again until refused; gives what was acknowledged, and the refusal. */
async function keepWriting(viewer: Viewer): Promise<{ kept: string[]; refusal: string }> {
  const kept: string[] = []
  for (let seen = -1; ; ) {
    const text = `${viewer.userId} ${typed++}`
    const saved = await saveCells(viewer, district.street, [{ address: cell, seen, value: line(text) }])
    if (!saved.ok) return { kept, refusal: saved.refusal.code }
    const [conflict] = saved.value.conflicts
    if (conflict?.kind === 'changed') seen = conflict.number
    else {
      kept.push(text)
      seen = saved.value.saved[0]?.number ?? -1
    }
  }
}

/** The number of the last entry that somebody left in the 操作日志. */
const lastEntryOf = async (userId: string) =>
  (await database().auditEntry.findFirst({ where: { actorId: userId }, orderBy: { number: 'desc' } }))?.number ?? 0n

const takings: [string, (viewer: Viewer) => Promise<unknown>, string][] = [
  [
    'a role is taken away',
    async (viewer) => {
      const { administrator } = district
      const membership = (await findUser(administrator, viewer.userId))?.memberships[0]
      return value(await removeMembership(administrator, viewer.userId, membership?.id ?? ''))
    },
    'not-permitted',
  ],
  ['an account is disabled', async (viewer) => value(await setUserDisabled(district.administrator, viewer.userId, true)), 'signed-out'],
  ['a password is reset', async (viewer) => value(await resetPassword(district.administrator, viewer.userId, 'x')), 'signed-out'],
]

test.each(takings)(
  'when %s while twelve requests of theirs write, nothing is kept afterwards',
  async (_, take, refused) => {
    for (let round = 0; round < 3; round++) {
      const viewer = await anEditor()
      const writers = Array.from({ length: 12 }, () => keepWriting(viewer))
      await new Promise((resolve) => setTimeout(resolve, 30 + 20 * round))
      await take(viewer)
      const last = await lastEntryOf(viewer.userId)
      const stands = (await evaluationOf(district.administrator, district.street)).cover.phone
      const ended = await Promise.all(writers)
      expect(await lastEntryOf(viewer.userId)).toBe(last)
      expect(ended.map((writer) => writer.refusal)).toEqual(Array(12).fill(refused))
      expect((await evaluationOf(district.administrator, district.street)).cover.phone).toBe(stands)
    }
  },
  120_000,
)

/** What begins a transaction by itself: for no viewer, or (sign-in, one's own password) for who is none yet. */
const WITHOUT_VIEWER = [
  'evaluation/assessments',
  'audit/audit-sealer',
  'people/demo-data',
  'files/moved-files',
  'files/swept-files',
  'people/own-password',
  'jobs/recompute',
  'jobs/running-jobs',
  'schemes/schemes',
  'people/sessions',
  'people/set-up',
  'people/sign-in',
  'people/writing',
]

test('whoever writes is read again: nothing else begins a transaction by itself, or writes outside one', () => {
  const files = fs.readdirSync('lib/data', { recursive: true, encoding: 'utf8' })
  const names = files.filter((file) => file.endsWith('.ts')).map((file) => file.replace(/\.ts$/, '').replaceAll('\\', '/'))
  const beginning = names.filter((name) =>
    /inTransaction\(|database\(\)\s*\.\w+\s*\.(?:create|update|delete|upsert)/.test(fs.readFileSync(`lib/data/${name}.ts`, 'utf8')),
  )
  expect(beginning.sort()).toEqual([...WITHOUT_VIEWER].sort())
})
