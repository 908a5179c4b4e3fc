import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addRow } from '@/lib/data/change/rows'
import { database } from '@/lib/data/database/database'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { pathOf } from '@/lib/data/files/file-folder'
import { sweepFiles } from '@/lib/data/files/swept-files'
import { listEvidence, openEvidence, removeEvidence } from '@/lib/data/papers/evidence'
import { takeInEvidence } from '@/lib/data/papers/evidence-uploads'
import { takeOut } from '@/lib/data/rounds/round-removal'
import type { Viewer } from '@/lib/domain/people/permissions'
import { quantity } from '@/lib/domain/quantities'
import { run as verify } from '@/scripts/commands/verify-files'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, removeRow } from '@/tests/support/evaluations'
import { bringEvidence, someEvidence } from '@/tests/support/evidence'
import { aDocx, aPdf, aPng, refusedEvidence } from '@/tests/support/evidence-files'
import { contentOf } from '@/tests/support/files'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
let id: string
let editor: Viewer
beforeAll(async () => {
  district = await aDistrict()
  editor = district.editor
  id = district.street
})
beforeEach(async () => {
  await database().evidence.deleteMany()
})

const indicatorCells = {
  dimension: { kind: 'line', text: '产出指标' },
  name: { kind: 'line', text: '示例培训场次' },
  maxScore: { kind: 'points', value: quantity('10') },
} as const
const incoming = () => fs.readdirSync(path.join(process.env.HENGJI_FILES_DIR ?? '', 'incoming'))
const entries = (action: string) => database().auditEntry.findMany({ where: { evaluationId: id, action }, orderBy: { number: 'asc' } })

describe('arriving', () => {
  const bytes = aPdf('x'.repeat(300_000))
  const brought = { place: 'funds', name: '示例台账.pdf', size: bytes.length, changed: '1' }
  const send = (from: number, part: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, as = {}) =>
    takeInEvidence(editor, id, { ...brought, ...as }, from, part)

  test('part by part, each where the last one ended; the server says how far it is', async () => {
    expect(value(await send(-1, []))).toEqual({ received: 0, kept: null })
    expect(value(await send(0, [bytes.subarray(0, 100_000)]))).toEqual({ received: 100_000, kept: null })
    // Out of its place, doubled, late: nothing is written
    for (const from of [0, 50_000, 200_000]) expect(value(await send(from, [bytes.subarray(from)])).received).toBe(100_000)
    async function* broken() {
      yield bytes.subarray(100_000, 150_000)
      throw new Error('connection lost')
    }
    await expect(send(100_000, broken())).rejects.toThrow('connection lost')
    expect(value(await send(-1, [])).received).toBe(150_000)
    const last = value(await send(150_000, [bytes.subarray(150_000)]))
    expect(last).toMatchObject({ received: bytes.length, kept: { name: '示例台账.pdf', kind: 'pdf', place: 'funds', size: bytes.length } })
    // Whoever never heard of it is told again, and nothing is kept twice
    for (const from of [-1, 0]) expect(value(await send(from, [bytes]))).toEqual(last)
    expect(await listEvidence(editor, id)).toEqual([last.kept])
    expect(await contentOf((await openEvidence(editor, id, last.kept?.id ?? ''))?.file ?? null)).toEqual(Buffer.from(bytes))
    expect(incoming()).toEqual([])
  })

  test('several at once, the last part of one twice at once, and more than a file says to be', async () => {
    const others = Array.from({ length: 5 }, (_, i) => aPdf(`% ${i}`))
    await Promise.all(others.map((file, i) => send(0, [file], { name: `${i}.pdf`, size: file.length })))
    const twice = await Promise.all([send(0, [bytes]), send(0, [bytes])])
    expect(twice.every(({ ok }) => ok)).toBe(true)
    expect(value(await send(-1, [])).kept).not.toBeNull()
    expect(await listEvidence(editor, id)).toHaveLength(6)
    const long = value(await send(0, [bytes, new Uint8Array(1000)], { changed: '2', place: 'goals' }))
    expect(long.kept?.size).toBe(bytes.length)
    expect(incoming()).toEqual([])
  })

  test('whole under a name of its kind, with the place, the person and an entry of the log', async () => {
    const before = await database().evaluation.findUniqueOrThrow({ where: { id } })
    const kept = value(await bringEvidence(editor, id, aPng(), { name: '现场.jpg', place: 'scans/table' })).kept
    expect(kept).toMatchObject({ name: '现场.png', kind: 'png', byName: editor.name })
    const entry = (await entries('evidence.add')).at(-1)
    expect([entry?.subject, JSON.parse(entry?.payload ?? '')]).toEqual([
      'scans/table',
      { file: '现场.png', hash: kept?.hash, size: kept?.size },
    ])
    expect((await database().evaluation.findUniqueOrThrow({ where: { id } })).revision).toBe(before.revision + 1)
  })
})

describe('refused', () => {
  test.each(refusedEvidence.filter(([name]) => !/bomb|thousand/.test(name)))('%s: nothing of it stays', async (_, file, code) => {
    expect(refusal(await bringEvidence(editor, id, file, { name: '示例.pdf' }))).toBe(code)
    expect([await listEvidence(editor, id), incoming()]).toEqual([[], []])
  })

  test('what is too large or has no proper name, before a byte is taken in', async () => {
    const never = {
      [Symbol.asyncIterator]: () => {
        throw new Error('read')
      },
    }
    const send = (as: object) => takeInEvidence(editor, id, { place: 'funds', name: 'a.pdf', size: 1, changed: '1', ...as }, 0, never)
    expect(refusal(await send({ size: 50 * 1024 * 1024 + 1 }))).toBe('evidence-too-large')
    expect(refusal(await send({ name: '../../etc/passwd' }))).toBe('evidence-name')
    for (const other of [district.approver, district.reviewer, district.townEditor])
      expect(refusal(await takeInEvidence(other, id, { place: 'funds', name: 'a.pdf', size: 1, changed: '1' }, 0, never))).toBe(
        'not-permitted',
      )
  })

  test('what calls itself a program, the same bytes at the same place, and a place that is not there', async () => {
    expect(refusal(await bringEvidence(editor, id, aPdf(), { name: '台账.exe' }))).toBe('evidence-ending')
    value(await bringEvidence(editor, id))
    expect(await bringEvidence(editor, id, aPdf(), { name: '另一个名字.pdf' })).toMatchObject({
      refusal: { code: 'evidence-here', facts: { name: '示例台账.pdf' } },
    })
    for (const place of ['indicators/gone', 'explanations/F05/funds', 'check', ''])
      expect(refusal(await bringEvidence(editor, id, aDocx(), { place, name: 'a.docx' }))).toBe('evidence-place')
    expect(await listEvidence(editor, id)).toHaveLength(1)
    expect(incoming()).toEqual([])
  })

  test('too many that are begun and left', async () => {
    const begin = (i: number) => takeInEvidence(editor, id, { place: 'funds', name: `${i}.pdf`, size: 9, changed: '1' }, 0, [])
    for (let i = 0; i < 40; i++) value(await begin(i))
    expect(refusal(await begin(40))).toBe('evidence-unfinished')
    value(await begin(39))
    expect(incoming()).toHaveLength(40)
    await sweepFiles(new Date(Date.now() + 2 * 86_400_000))
    expect(incoming()).toEqual([])
  })
})

test('what a scheme requires counts until it is brought, and again once it is removed', async () => {
  const own = await database().evaluation.findUniqueOrThrow({ where: { id }, select: { schemeVersionId: true } })
  const { schemeId, name, body } = await database().schemeVersion.findUniqueOrThrow({ where: { id: own.schemeVersionId } })
  const requiring = { ...(body as object), required: ['evidence/table', 'evidence/indicators'] }
  const data = { schemeId, version: 77, name, body: requiring, bodyHash: 'with evidence', publishedAt: new Date() }
  const { id: schemeVersionId } = await database().schemeVersion.create({ data })
  await database().evaluation.update({ where: { id }, data: { schemeVersionId } })
  const { id: row } = value(await addRow(editor, id, { list: 'indicators', values: indicatorCells }))
  const codes = async () => {
    const found = await evaluationOf(editor, id)
    return (await findAssessment(editor, found)).findings.flatMap(({ code }) => (code.startsWith('E') ? [code] : [])).sort()
  }
  const counted = () => database().evaluation.findUniqueOrThrow({ where: { id }, select: { openErrors: true, openWarnings: true } })
  const without = await counted()
  expect(await codes()).toEqual(['E01', 'E04'])
  const scan = value(await bringEvidence(editor, id, aPdf(), { place: 'scans/table' })).kept
  const paper = value(await bringEvidence(editor, id, aPdf(), { place: `indicators/${row}`, name: '2022年台账.pdf' })).kept
  expect(await codes()).toEqual(['E02'])
  expect(await counted()).toEqual({ openErrors: without.openErrors - 1, openWarnings: without.openWarnings - 1 })
  for (const file of [scan, paper]) value(await removeEvidence(editor, id, file?.id ?? ''))
  expect(await counted()).toEqual(without)
  await database().evaluation.update({ where: { id }, data: own })
})

describe('kept', () => {
  test('the same bytes at another place are one file, which stays until nobody refers to it', async () => {
    const first = await someEvidence(editor, id)
    const second = value(await bringEvidence(editor, id, aPdf(), { place: 'goals' })).kept
    expect(second?.hash).toBe(first.hash)
    value(await removeEvidence(editor, id, first.id))
    await sweepFiles(new Date(Date.now() + 30 * 86_400_000))
    expect(fs.existsSync(pathOf(first.hash))).toBe(true)
    value(await removeEvidence(editor, id, second?.id ?? ''))
    for (const days of [31, 60]) await sweepFiles(new Date(Date.now() + days * 86_400_000))
    expect(fs.existsSync(pathOf(first.hash))).toBe(false)
    const removed = (await entries('evidence.remove')).at(-1)
    expect([removed?.subject, JSON.parse(removed?.payload ?? '')]).toEqual([
      'goals',
      { file: '示例台账.pdf', hash: first.hash, size: first.size },
    ])
  })

  test('is seen by whoever sees the evaluation, and removed by who fills it in while it is theirs', async () => {
    const file = await someEvidence(editor, id)
    for (const viewer of [district.colleague, district.approver, district.reviewer])
      expect([(await listEvidence(viewer, id)).length, (await openEvidence(viewer, id, file.id))?.name]).toEqual([1, '示例台账.pdf'])
    expect([await listEvidence(district.townEditor, id), await openEvidence(district.townEditor, id, file.id)]).toEqual([[], null])
    // Neither by the name of an evaluation that they see
    expect(await openEvidence(district.townEditor, district.town, file.id)).toBeNull()
    expect(refusal(await removeEvidence(district.townEditor, district.town, file.id))).toBe('not-permitted')
    for (const viewer of [district.approver, district.reviewer, district.townEditor])
      expect(refusal(await removeEvidence(viewer, id, file.id))).toBe('not-permitted')
    await database().evaluation.update({ where: { id }, data: { status: 'submitted', node: 'unit' } })
    expect([refusal(await removeEvidence(editor, id, file.id)), refusal(await bringEvidence(editor, id, aDocx()))]).toEqual([
      'locked',
      'locked',
    ])
    await database().evaluation.update({ where: { id }, data: { status: 'draft', node: 'entry' } })
    value(await removeEvidence(district.colleague, id, file.id))
  })

  test('outlives its row, and can still be read and removed', async () => {
    const { id: row } = value(await addRow(editor, id, { list: 'indicators' }))
    const kept = value(await bringEvidence(editor, id, aPdf(), { place: `indicators/${row}` })).kept
    value(await removeRow(editor, id, 'indicators', row, {}))
    expect(await listEvidence(editor, id)).toHaveLength(1)
    value(await removeEvidence(editor, id, kept?.id ?? ''))
  })

  test('what is gone or altered on the disk is said by the command with its department and name, and not handed out', async () => {
    const file = await someEvidence(editor, id)
    vi.spyOn(console, 'error').mockReturnValue()
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const whole = fs.readFileSync(pathOf(file.hash))
    fs.writeFileSync(pathOf(file.hash), Buffer.from(whole).fill(0))
    expect(refusal((await openEvidence(editor, id, file.id))?.file ?? expect.fail())).toBe('file-altered')
    expect(await verify([])).toBe(1)
    expect(out.mock.calls.map(([line]) => String(line))).toContain(
      `内容被改动\t${file.hash}\t2023年度示例街道办事处佐证材料“示例台账.pdf”\n`,
    )
    fs.writeFileSync(pathOf(file.hash), whole)
    vi.restoreAllMocks()
  })

  test('goes with its evaluation', async () => {
    const town = await someEvidence(district.townEditor, district.town)
    value(await takeOut(district.administrator, district.town))
    expect(await database().evidence.count({ where: { id: town.id } })).toBe(0)
  })
})
