import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { timed } from '@/lib/data/database/request'
import { refusalSentence } from '@/lib/messages/refusals'
import { closePress, reportPdf, wakePress } from '@/lib/report/pdf'
import { requestLog } from '@/scripts/server/log.mjs'
import { metrics } from '@/scripts/server/metrics.mjs'
import { aboutRequest, requests } from '@/scripts/server/requests.mjs'
import { foundingReport, papersOf } from './sample'
import { pdfOf, typesetting } from './typeset'

typesetting()

const founding = papersOf(foundingReport())

test('without its fonts nothing is printed, and with them again everything is', async () => {
  const prepared = process.env.HENGJI_FONT_CACHE
  process.env.HENGJI_FONT_CACHE = mkdtempSync(path.join(os.tmpdir(), 'no-fonts-'))
  const refused = await reportPdf(founding, 'report')
  process.env.HENGJI_FONT_CACHE = prepared
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'fonts-missing' } })
  if (!refused.ok) expect(refusalSentence(refused.refusal)).toContain('LXGW WenKai')
  expect((await pdfOf(founding)).byteLength).toBeGreaterThan(100_000)
})

test('a press that is woken where it cannot work is heard of by the next document only', async () => {
  await closePress()
  const prepared = process.env.HENGJI_FONT_CACHE
  process.env.HENGJI_FONT_CACHE = mkdtempSync(path.join(os.tmpdir(), 'no-fonts-'))
  wakePress()
  const refused = await reportPdf(founding, 'report')
  process.env.HENGJI_FONT_CACHE = prepared
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'fonts-missing' } })
  wakePress()
  expect((await reportPdf(founding, 'both')).ok).toBe(true)
})

test('a thread that ends under its work is replaced, and its document refused', async () => {
  const first = reportPdf(founding, 'both')
  await closePress()
  expect(await first).toMatchObject({ ok: false, refusal: { code: 'typesetting-failed' } })
  expect((await reportPdf(founding, 'both')).ok).toBe(true)
})

test('when hundreds wait, one more is refused at once', async () => {
  // Nothing can be made of it, which is soon found out: what is tried here is the waiting.
  const empty = { ...founding, table: founding.table.slice(0, 1) }
  const answers = await Promise.all(Array.from({ length: 210 }, () => reportPdf(empty, 'table')))
  const codes = answers.map((answer) => (answer.ok ? 'printed' : answer.refusal.code))
  expect(codes.slice(0, 200)).toEqual(Array.from({ length: 200 }, () => 'typesetting-failed'))
  expect(codes.at(-1)).toBe('typesetting-busy')
})

test('forty documents at once are all printed, each as its own', async () => {
  const documents = Array.from({ length: 40 }, (_, index) => ({
    ...founding,
    table: founding.table.map((block) => (block.kind === 'title' ? { ...block, lines: [`示例附表${index}`] } : block)),
  }))
  const pdfs = await Promise.all(documents.map((document) => pdfOf(document, 'table')))
  expect(new Set(pdfs.map((pdf) => Buffer.from(pdf).toString('base64'))).size).toBe(40)
})

test('how long papers were set for a request stands in its line of the log and in the sums, also where they were refused', async () => {
  const lines: { id?: string; pressMs?: number }[] = []
  const note = (entry: object) => void lines.push(entry)
  const tell = requestLog({ info: note, warn: note, error: note }, true)
  const { count, text } = metrics()
  const answered = async (id: string, ...documents: (typeof founding)[]) => {
    const about = aboutRequest(id)
    await requests.run(about, async () => {
      for (const document of documents) await timed('pressMs', () => reportPdf(document, 'table'))
    })
    for (const told of [tell, count]) told({ ...about, method: 'GET', url: '/', status: 200, ms: 1, whole: true })
  }
  await answered('none')
  await answered('one', founding)
  await answered('refused', { ...founding, table: founding.table.slice(0, 1) })
  expect(lines.map(({ id, pressMs }) => [id, pressMs])).toEqual([
    ['none', undefined],
    ['one', expect.any(Number)],
    ['refused', expect.any(Number)],
  ])
  expect(lines[1]?.pressMs).toBeGreaterThan(0)
  expect(Number(/^hengji_press_seconds_total (\S+)$/m.exec(await text())?.[1])).toBeGreaterThan(0)
})
