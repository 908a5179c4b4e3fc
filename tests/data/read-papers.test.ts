import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { database } from '@/lib/data/database/database'
import { newId } from '@/lib/data/database/new-id'
import { findCellRevisions } from '@/lib/data/evaluation/evaluations'
import { acceptOffers, offeredBy } from '@/lib/data/papers/accepted-offers'
import { findReadPaper, openReadPaper, type ReadPaper, takeInPaper } from '@/lib/data/papers/read-papers'
import { textOf } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { Asked } from '@/lib/exchange/offers/offers'
import { readCellValue } from '@/lib/forms/cells/cells'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, line, revisionOf, save } from '@/tests/support/evaluations'
import { contentOf } from '@/tests/support/files'
import { refusal, value } from '@/tests/support/people'
import { bring, SHORT_REPORT } from '@/tests/support/read-papers'
import { wordFile } from '@/tests/support/word-file'

testDatabase()

let district: District
let id: string
let editor: Viewer
const paperBytes = wordFile(SHORT_REPORT)

beforeAll(async () => {
  district = await aDistrict()
  editor = district.editor
  id = district.street
})

const paperOf = async (viewer: Viewer = editor): Promise<ReadPaper> => {
  const paper = await findReadPaper(viewer, id)
  if (paper === null) throw new Error('no paper')
  return paper
}

const NOTHING = { written: 0, refusals: [], conflicts: [] }

const entries = (action: string): Promise<number> => database().auditEntry.count({ where: { evaluationId: id, action } })

const duties = ({ narrative }: Evaluation): string[] => narrative.duties.map(({ runs }) => textOf(runs))

/** Accepts as from a page that was drawn now. */
async function acceptNow(asked: Asked, drawn?: { evaluation: Evaluation; seen: Record<string, number> }) {
  const evaluation = drawn?.evaluation ?? (await evaluationOf(editor, id))
  const seen = drawn?.seen ?? (await seenNow())
  return acceptOffers(editor, { evaluation, paper: await paperOf(), revision: String(evaluation.revision), seen, asked }, readCellValue)
}

const seenNow = async (): Promise<Record<string, number>> =>
  Object.fromEntries(Object.entries(await findCellRevisions(editor, id)).map(([address, { number }]) => [address, number]))

describe('bringing a paper', () => {
  test('keeps the file and what was read, and writes nothing into the form', async () => {
    const before = await evaluationOf(editor, id)
    expect(await bring(editor, id, paperBytes)).toMatchObject({ ok: true })
    expect(await evaluationOf(editor, id)).toEqual(before)
    const paper = await paperOf()
    expect(paper).toMatchObject({ name: '示例自评报告.docx', byName: editor.name })
    expect(paper.document.year).toBe(2023)
    const opened = await openReadPaper(editor, id)
    expect(await contentOf(opened?.file ?? null)).toEqual(Buffer.from(paperBytes))
    expect(await database().storedFile.findUnique({ where: { hash: paper.hash } })).toMatchObject({ mediaType: 'application/octet-stream' })
    expect(await entries('papers.read')).toBe(1)
  })

  test('another takes its place; what cannot be read leaves the first and no file', async () => {
    await bring(editor, id, paperBytes)
    const files = await database().storedFile.count()
    const unread = await bring(editor, id, new TextEncoder().encode('%PDF-1.7\n%%EOF'), '坏文件.pdf')
    expect(unread).toMatchObject({ ok: false, unread: { code: 'suspiciousFile' } })
    expect((await paperOf()).name).toBe('示例自评报告.docx')
    expect(await database().storedFile.count()).toBe(files)
    await bring(editor, id, wordFile(`${SHORT_REPORT}\n（二）加强培训。`), '另一份.docx')
    expect((await paperOf()).name).toBe('另一份.docx')
    expect(await database().readPaper.count({ where: { evaluationId: id } })).toBe(1)
  })

  test('only so many wait to be read at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => bring(editor, id, new TextEncoder().encode('自评报告'))))
    const refused = answers.filter((answer) => !answer.ok)
    expect(refused.length).toBeGreaterThanOrEqual(1)
    for (const answer of refused) expect(answer).toMatchObject({ refusal: { code: 'reading-busy' } })
  })

  test('is the editors’ own: nobody else brings, and who may not see the evaluation sees no paper', async () => {
    for (const other of [district.approver, district.reviewer, district.townEditor])
      expect(await takeInPaper(other, id, { name: 'x', bytes: [paperBytes] })).toMatchObject({ refusal: { code: 'not-permitted' } })
    expect(await findReadPaper(district.townEditor, id)).toBeNull()
    expect(await openReadPaper(district.townEditor, id)).toBeNull()
  })
})

describe('accepting what was read', () => {
  beforeEach(async () => {
    await bring(editor, id, paperBytes)
  })

  test('a form: in one change, with one entry that names the paper; sent twice it is written once', async () => {
    const drawn = { evaluation: await evaluationOf(editor, id), seen: await seenNow() }
    const [one, other] = await Promise.all([
      acceptNow({ scope: 'section', section: 'duties' }, drawn),
      acceptNow({ scope: 'section', section: 'duties' }, drawn),
    ])
    expect([value(one), value(other)]).toEqual([
      { written: 2, refusals: [], conflicts: [] },
      { written: 2, refusals: [], conflicts: [] },
    ])
    const after = await evaluationOf(editor, id)
    expect(duties(after)).toEqual(['承担辖区公共服务。', '承担辖区综合治理。'])
    expect(after.revision).toBe(drawn.evaluation.revision + 1)
    expect(await entries('papers.accept')).toBe(1)
    const entry = await database().auditEntry.findFirst({ where: { evaluationId: id, action: 'papers.accept' } })
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({
      paper: '示例自评报告.docx',
      section: 'duties',
      cells: [{ number: 1 }, { number: 1 }],
    })
    expect(await entries('rows.add')).toBe(0)
    expect(value(await acceptNow({ scope: 'section', section: 'duties' }))).toEqual(NOTHING)
  })

  test('a value where something else stands is replaced by itself alone, and not where it was changed meanwhile', async () => {
    await save(editor, id, { 'cover/signature': line('示例旧落款') })
    const drawn = { evaluation: await evaluationOf(editor, id), seen: await seenNow() }
    const offered = offeredBy(await paperOf(), drawn.evaluation, drawn.evaluation.revision)
    const rate = offered.offers.find(({ address }) => address === 'funds/total/adjustedBudget')
    expect(rate).toMatchObject({ text: '1000', now: '', state: 'empty', certainty: 'certain' })
    value(await acceptNow({ scope: 'all' }))
    expect((await evaluationOf(editor, id)).cover.signature).toBe('示例旧落款')

    const paper = await paperOf()
    const changed = { ...paper, document: { ...paper.document, cover: { ...paper.document.cover, signature: '示例新落款' } } as never }
    const asked = {
      evaluation: await evaluationOf(editor, id),
      paper: changed,
      revision: '1',
      asked: { scope: 'one', at: '/cover/signature' } as const,
    }
    const seen = await seenNow()
    await save(district.colleague, id, { 'cover/signature': line('示例同事落款') }, seen['cover/signature'])
    const late = value(await acceptOffers(editor, { ...asked, seen }, readCellValue))
    expect(late.conflicts).toMatchObject([{ at: '/cover/signature', conflict: { theirs: '示例同事落款' } }])
    expect((await evaluationOf(editor, id)).cover.signature).toBe('示例同事落款')
    value(await acceptOffers(editor, { ...asked, evaluation: await evaluationOf(editor, id), seen: await seenNow() }, readCellValue))
    expect((await evaluationOf(editor, id)).cover.signature).toBe('示例新落款')
  })

  test('everything: nothing is left to accept, and what stood there stands there still', async () => {
    value(await acceptNow({ scope: 'all' }))
    const after = await evaluationOf(editor, id)
    expect(duties(after)).toHaveLength(2)
    expect(after.problems.map(({ text }) => textOf(text))).toEqual(['指标设置偏低。'])
    expect(after.measures.map(({ text }) => textOf(text))).toEqual(['科学设置指标。'])
    expect(after.problems.map(({ measureIds }) => measureIds)).toEqual([after.measures.map(({ id }) => id)])
    const rest = offeredBy(await paperOf(), after, after.revision).offers.filter(({ state }) => state === 'empty')
    expect(rest).toEqual([])
    const revision = await revisionOf(id)
    expect(value(await acceptNow({ scope: 'all' }))).toEqual(NOTHING)
    expect(await revisionOf(id)).toBe(revision)
  })

  test('who may not fill in accepts nothing', async () => {
    const evaluation = await evaluationOf(editor, id)
    const asked = { evaluation, paper: await paperOf(), revision: newId(), seen: {}, asked: { scope: 'all' } as const }
    const fresh = { ...asked, evaluation: { ...evaluation, problems: [], narrative: { ...evaluation.narrative, duties: [] } } }
    for (const other of [district.approver, district.townEditor])
      expect(refusal(await acceptOffers(other, fresh, readCellValue))).toBe('not-permitted')
  })
})
