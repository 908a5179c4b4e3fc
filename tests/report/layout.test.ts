import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import type { ReportBlock, ReportDocument } from '@/lib/domain/report-document'
import { foundingReport, papersOf } from './sample'
import { pdfOf, textOf, typesetting } from './typeset'

/** GB/T 9704-2012, measured in the finished file. */

typesetting()

const founding = papersOf(foundingReport({ status: 'approved' }))
const MM = 72 / 25.4

const withReport = (report: ReportBlock[]): ReportDocument => ({ ...founding, report })
const paragraphs = (count: number): ReportBlock[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'paragraph', text: `第${index + 1}段。` }))
const signature: ReportBlock = { kind: 'signature', name: '示例街道办事处', date: '2024年5月29日' }

type Line = { text: string; left: number; right: number; baseline: number }

/** The lines of each page in mm from the paper's left and top edges. */
async function linesOf(pdf: Uint8Array): Promise<Line[][]> {
  const file = await getDocumentProxy(Uint8Array.from(pdf))
  const pages: Line[][] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { height } = page.getViewport({ scale: 1 })
    const lines = new Map<number, Line>()
    for (const item of (await page.getTextContent()).items) {
      if (!('transform' in item) || item.str.trim() === '') continue
      const [, , , , x = 0, y = 0] = item.transform as number[]
      const baseline = Math.round(((height - y) / MM) * 10) / 10
      const line = lines.get(baseline) ?? { text: '', left: Number.POSITIVE_INFINITY, right: 0, baseline }
      lines.set(baseline, {
        text: line.text + item.str,
        left: Math.min(line.left, x / MM),
        right: Math.max(line.right, (x + item.width) / MM),
        baseline,
      })
    }
    pages.push([...lines.values()].sort((a, b) => a.baseline - b.baseline))
  }
  return pages
}

describe('the page of the report', () => {
  test('holds 22 lines, from 37 mm below the top edge over 225 mm', async () => {
    const pages = await linesOf(await pdfOf(withReport(paragraphs(30)), 'report'))
    const [first = []] = pages
    const body = first.filter(({ text }) => text.startsWith('第'))
    expect(body).toHaveLength(22)
    const pitch = ((body[21]?.baseline ?? 0) - (body[0]?.baseline ?? 0)) / 21
    expect(pitch).toBeCloseTo(225 / 22, 1)
    expect(body[0]?.baseline).toBeGreaterThan(37)
    expect(body[21]?.baseline).toBeLessThan(37 + 225)
  })

  test('holds 28 characters in a line, the first line two characters in', async () => {
    const [lines = []] = await linesOf(await pdfOf(withReport([{ kind: 'paragraph', text: '文'.repeat(26 + 28 + 5) }]), 'report'))
    const body = lines.filter(({ text }) => text.startsWith('文'))
    expect(body.map(({ text }) => text.length)).toEqual([26, 28, 5])
    expect(body[0]?.left).toBeCloseTo(28 + (2 * 156) / 28, 0)
    expect(body[1]?.left).toBeCloseTo(28, 0)
    expect(body[1]?.right).toBeCloseTo(28 + 156, 0)
  })

  test('is numbered 7 mm below the text, odd pages right and even ones left, one character in', async () => {
    const pages = await linesOf(await pdfOf(withReport(paragraphs(30)), 'report'))
    const [odd, even] = pages.map((lines) => lines.find(({ text }) => text.includes('—')))
    for (const number of [odd, even]) expect(number?.baseline).toBeGreaterThan(37 + 225 + 7)
    for (const number of [odd, even]) expect(number?.baseline).toBeLessThan(37 + 225 + 7 + 6)
    expect(odd?.right).toBeCloseTo(28 + 156 - 16 / MM, 0)
    expect(even?.left).toBeCloseTo(28 + 16 / MM, 0)
  })

  test('opens with 附件 flush left and a title with one blank line before and after', async () => {
    const [lines = []] = await linesOf(await pdfOf(founding, 'report'))
    const [annex, title, second, chapter] = lines.filter(({ text }) => !text.includes('示例'))
    expect(annex?.text).toBe('附件2')
    expect(annex?.left).toBeCloseTo(28, 0)
    const middle = (line: Line | undefined) => ((line?.left ?? 0) + (line?.right ?? 0)) / 2
    expect(middle(title)).toBeCloseTo(28 + 78, 0)
    expect(middle(second)).toBeCloseTo(28 + 78, 0)
    expect((title?.baseline ?? 0) - (annex?.baseline ?? 0)).toBeGreaterThan((2 * 225) / 22 - 1)
    expect((chapter?.baseline ?? 0) - (second?.baseline ?? 0)).toBeGreaterThan((2 * 225) / 22 - 3)
  })

  test('ends with the date four characters in and the name centred over it', async () => {
    const [lines = []] = await linesOf(await pdfOf(withReport([...paragraphs(2), signature]), 'report'))
    const name = lines.find(({ text }) => text.includes('示例街道办事处'))
    const date = lines.find(({ text }) => text.includes('2024'))
    expect(date?.right).toBeCloseTo(28 + 156 - (4 * 156) / 28, 0)
    expect(((name?.left ?? 0) + (name?.right ?? 0)) / 2).toBeCloseTo(((date?.left ?? 0) + (date?.right ?? 0)) / 2, 0)
  })

  test.each([18, 19, 20, 21, 22])('never leaves the signature alone on a page (%i paragraphs before it)', async (count) => {
    const pages = await textOf(await pdfOf(withReport([...paragraphs(count), signature]), 'report'))
    const last = pages.at(-1)
    expect(last).toContain('示例街道办事处2024年5月29日')
    expect(last).toContain(`第${count}段。`)
  })
})

describe('the foot of the table', () => {
  const problem = (index: number) => ({ id: `p${index}`, mark: '' as const, text: [{ text: `第${index}个问题。` }], measureIds: [] })

  test.each([0, 1, 2, 3, 4, 5, 6, 8, 13])(
    'leaves room for the seal and the signature, on one page with the names (%i problems before it)',
    async (count) => {
      const papers = papersOf(foundingReport({ status: 'approved', problems: Array.from({ length: count }, (_, index) => problem(index)) }))
      const pages = await linesOf(await pdfOf(papers, 'table'))
      const page = pages.find((lines) => lines.some(({ text }) => text.includes('单位盖章'))) ?? []
      const at = (words: string) => page.find(({ text }) => text.includes(words))?.baseline ?? Number.NaN
      expect(page.find(({ text }) => text.includes('单位盖章'))?.text).toContain('负责人签字')
      expect(at('填报责任人')).toBeLessThan(at('示例甲'))
      expect(page.some(({ text }) => text.includes('非官方公布数'))).toBe(true)
      // Half of the row of the names and half of the room
      expect(at('单位盖章') - at('示例甲')).toBeGreaterThan(8)
      // Nor does the seal stand alone on a page
      expect(at('减少资金沉淀')).toBeLessThan(at('填报责任人'))
    },
  )
})
