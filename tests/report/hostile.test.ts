import { describe, expect, test } from 'vitest'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { anEvaluation, anIndicator } from '@/tests/support/builders'
import { foundingReport, items, papersOf, paragraphs } from './sample'
import { pageSizes, pdfOf, textOf, typesetting } from './typeset'

typesetting()

const HOSTILE = [
  '{{7*7}}{{constructor}}',
  '#let x = 1; #panic("no") #include "/etc/passwd" #eval("1")',
  '$ x^2 $ *bold* _emph_ `code` @ref <label> \\ // comment /* more */',
  '<script>alert(1)</script><w:p>&amp;&lt;</w:p>]]>',
  '=HYPERLINK("http://example.com")',
  '"}],"marks":["x"]}',
  '- item + item / term: = heading ~ -- ---',
] as const

const compact = (text: string) => text.replace(/\s+/gu, '')

describe('hostile text', () => {
  test.each(HOSTILE)('%s is printed as it stands, in both papers', async (text) => {
    const evaluation = foundingReport({
      narrative: { ...foundingReport().narrative, conclusion: paragraphs([text]), duties: items([text]) },
      indicators: [anIndicator({ name: text, deviationReason: text, maxScore: '90' })],
      cover: {
        annexNumber: '附件2',
        signature: text,
        date: '2024-05-29',
        preparer: text,
        principal: '示例乙',
        phone: '',
        financePrincipal: '',
      },
    })
    const document = papersOf(evaluation)
    const [table, report] = await Promise.all([pdfOf(document, 'table'), pdfOf(document, 'report')])
    const told = (await textOf(report)).join('')
    expect(told.split(compact(text)).length - 1).toBeGreaterThanOrEqual(3)
    expect((await textOf(table)).join('')).toContain(compact(text).slice(0, 8))
  })
})

/** Whether the first needle stands on some page and every page still has its number: nothing ran off or was lost. */
async function expectWhole(evaluation: Evaluation, needles: readonly string[]) {
  const pdf = await pdfOf(papersOf(evaluation))
  const pages = await textOf(pdf)
  const text = pages.join('')
  for (const needle of needles) expect(text).toContain(needle)
  pages.forEach((page, index) => {
    expect(page).toContain(`—${index + 1}—`)
  })
  return { pdf, pages }
}

describe('sizes', () => {
  test('300 indicators keep every row, and every page says the labels again', async () => {
    const rows = Array.from({ length: 300 }, (_, index) =>
      anIndicator({ id: `i${index}`, group: index < 150 ? '数量指标' : '质量指标', name: `示例指标编号${index}号`, maxScore: '0.3' }),
    )
    const { pages } = await expectWhole(
      anEvaluation({ indicators: rows }),
      rows.map(({ name }) => name),
    )
    const withRows = pages.filter((page) => page.includes('示例指标编号'))
    expect(withRows.length).toBeGreaterThan(10)
    for (const page of withRows) {
      expect(page).toContain('一级指标')
      expect(page).toContain('产出指标')
      expect(page).toMatch(/数量指标|质量指标/)
    }
  })

  test('a cell of 5,000 characters is printed to its end, and so are the rows around it', async () => {
    const long = Array.from({ length: 500 }, (_, index) => `第${String(index).padStart(4, '0')}句完。。`)
      .join('')
      .slice(0, 5000)
    const rows = [
      anIndicator({ id: 'a', name: '前一行指标' }),
      anIndicator({ id: 'b', name: '很长的指标', deviationReason: long }),
      anIndicator({ id: 'c', name: '后一行指标' }),
    ]
    const { pages } = await expectWhole(anEvaluation({ indicators: rows }), ['前一行指标', '很长的指标', '后一行指标', '第0000句'])
    const sentences = new Set(pages.join('').match(/第\d{4}句/gu))
    expect(sentences.size).toBeGreaterThan(450)
  })

  test.each([
    ['Latin', 'A'.repeat(3000)],
    ['punctuation', '。'.repeat(2000)],
    ['opening brackets', '（'.repeat(600)],
    ['figures', '1234567890'.repeat(200)],
  ])('a very long stretch of %s without a place to break stays on the paper', async (_, text) => {
    const evaluation = foundingReport({
      departmentName: `示例${text.slice(0, 60)}局`,
      narrative: { ...foundingReport().narrative, conclusion: paragraphs([text]) },
      indicators: [
        anIndicator({ name: text.slice(0, 200), dimension: text.slice(0, 60), group: text.slice(0, 60), target: text.slice(0, 300) }),
      ],
      cover: {
        annexNumber: text.slice(0, 20),
        signature: text.slice(0, 100),
        date: '2024-05-29',
        preparer: text.slice(0, 60),
        principal: '',
        phone: '',
        financePrincipal: '',
      },
    })
    const { pdf } = await expectWhole(evaluation, [])
    expect((await textOf(pdf)).join('').split(text.slice(0, 10)).length).toBeGreaterThan(text.length / 20)
    expect(await farthest(pdf)).toBeLessThanOrEqual(1)
  })

  test('an evaluation without anything in it is printed as a form to be filled', async () => {
    const { pages } = await expectWhole(
      anEvaluation({
        figures: {},
        indicators: [],
        scheme: { ...foundingReport().scheme, figureGroups: ['threePublic', 'staff', 'procurement', 'assets'] },
      }),
      ['（未填）', '“三公”经费', '编制数', '固定资产总额'],
    )
    expect(pages.join('')).not.toMatch(/undefined|null|NaN/)
  })

  test('control characters, direction marks and halves of characters do not reach the paper', async () => {
    const document = papersOf(
      foundingReport({
        narrative: { ...foundingReport().narrative, conclusion: paragraphs(['甲\u0000\u0007乙\u202e丙\u200b丁\ufeff戊']) },
      }),
    )
    expect((await textOf(await pdfOf(document, 'report'))).join('')).toContain('甲乙丙丁戊')
  })
})

/** How far any text reaches beyond the paper's edge, in points. */
async function farthest(pdf: Uint8Array): Promise<number> {
  const { getDocumentProxy } = await import('unpdf')
  const file = await getDocumentProxy(Uint8Array.from(pdf))
  let most = 0
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const { width } = page.getViewport({ scale: 1 })
    const { items: texts } = await page.getTextContent()
    for (const item of texts)
      if ('transform' in item && item.transform[1] === 0) most = Math.max(most, item.transform[4] + item.width - width)
  }
  return most
}

test('sizes are A4 also with the longest content', async () => {
  const sizes = await pageSizes(await pdfOf(papersOf(foundingReport({ departmentName: '示例'.repeat(60) }))))
  expect(new Set(sizes.map(String))).toEqual(new Set(['297,210', '210,297']))
})
