import { describe, expect, test } from 'vitest'
import { runningLines } from '@/lib/domain/intake/page-furniture'
import { drawnLines } from '@/lib/exchange/papers/page-drawing'
import { pdfOf } from '@/tests/support/pdf-file'
import { documentOf, documentOfFile } from '@/tests/support/read-documents'
import { wordFile } from '@/tests/support/word-file'

/** What word processors and browsers leave on pages beside what is written there. */

const OPERATORS = { save: 1, restore: 2, transform: 3, constructPath: 4, endPath: 5, stroke: 6 }
const box = (paint: number, left: number, top: number, right: number, bottom: number): unknown[] => [
  paint,
  [new Float32Array([0, left, top, 1, right, top, 1, right, bottom, 1, left, bottom, 4])],
]

test('a page’s edge that only cuts off what goes beyond it is no line of a table', () => {
  const drawn = (paint: number) =>
    drawnLines({ fnArray: [OPERATORS.constructPath], argsArray: [box(paint, 40, 40, 500, 700)] }, OPERATORS, 800)
  expect(drawn(OPERATORS.endPath)).toEqual({ rows: [], columns: [] })
  expect(drawn(OPERATORS.stroke)).toMatchObject({ rows: [{ at: 760 }, { at: 100 }], columns: [{ at: 500 }, { at: 40 }] })
})

test('radicals that a page has for whole signs are read as those signs, each in its place', async () => {
  const text = [
    '2023年度⽰例县⽔务局部⻔整体⽀出绩效⾃评报告',
    '⼀、预算执⾏情况',
    '全年预算数1,000.00万元，全年执⾏数950.00万元，预算执⾏率95.00%。',
    '⼆、⾃评结论',
    '⾃评总分96.50分。',
  ].join('\n')
  const document = await documentOf([text])
  expect(document).toMatchObject({ department: '示例县水务局', funds: [{ adjustedBudget: '1,000.00', printedRate: '95.00%' }] })
  expect(document.printedTotal).toBe('96.50')
  expect(document.reading?.text).toHaveLength(text.length)
})

describe('heads and feet of pages', () => {
  const line = (text: string, y: number) => ({ text, y })

  test('what comes again at the same height of another page is one; what does so elsewhere, or signs, is none', () => {
    const pages = [
      [line('示例县水务局自评材料', 40), line('示例县示例镇', 90), line('第1页', 800)],
      [line('示例县水务局自评材料', 40.5), line('示例县示例镇', 300), line('第2页', 800)],
    ]
    expect([...runningLines(pages)]).toEqual(['示例县水务局自评材料', '第#页'])
    expect([...runningLines([[line('示例镇', 90)], [line('示例镇', 90), line('2024年5月6日', 120)]])]).toEqual([])
  })

  test('of two pages they break neither a paragraph nor a table, and name no department', async () => {
    const rows = Array.from({ length: 9 }, (_, at) => `[产出指标], [示例管网第${at + 1}段], [≥${at + 2}公里], [${at + 3}公里], [10]`)
    const filler = '按照年度安排推进示例管网新建改造。'.repeat(9)
    const { department, indicators, sections, cover } = await documentOfFile(
      pdfOf(`#set page(paper: "a5", margin: 20mm, header: [示例单位部门整体支出绩效自评材料], footer: context [第#counter(page).display()页])
#set text(font: "Noto Serif SC", size: 12pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), justify: true)
示例县水务局2023年度部门整体支出绩效自评报告

一、部门职责

${filler}${filler}

二、绩效目标完成情况

#table(columns: 5, [一级指标], [三级指标], [年度指标值], [实际完成值], [分值], ${rows.join(', ')})

三、改进措施

加快示例管网建设。

示例县水务局

2024年5月6日`),
    )
    expect(department).toBe('示例县水务局')
    expect(indicators).toHaveLength(rows.length)
    expect(sections?.duties?.map(({ text }) => text)).toEqual([`${filler}${filler}`])
    expect([cover?.signature, cover?.date]).toEqual(['示例县水务局', '2024-05-06'])
  })
})

test('the head of a single page, and who keeps the papers in it, name no department; what is wrong and what is done stand in one paragraph', async () => {
  const { department, funds, problems, measures, reading } = await documentOfFile(
    pdfOf(`#set page(paper: "a4", margin: 25mm, header: [示例市财政支出绩效评价资料 #h(1fr) 示例市示例区林业站], footer: align(center)[第 1 页 共 1 页])
#set text(font: "Noto Serif SC", size: 11pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), justify: true)
#align(center)[示例市示例区园林绿化管理所\\ 2023年度部门整体支出绩效自评报告]

一、预算执行情况

全年预算2,010.00万元，同比增长4.6%，全年执行1,969.80万元，同比增长5.1%，执行率98.00%。

#table(columns: 4, [“三公”经费项目], [上年决算数], [年初预算数], [本年决算数], [合计], [9.60], [9.00], [8.10], [公务接待费], [9.60], [9.00], [8.10])

二、存在问题及改进措施

一是养护经费测算标准偏低。二是绿化垃圾处置能力不足。下一步，将按新标准测算养护经费。`),
  )
  expect(department).toBe('示例市示例区园林绿化管理所')
  expect(funds).toEqual([expect.objectContaining({ adjustedBudget: '2,010.00', actualExpenditure: '1,969.80', printedRate: '98.00%' })])
  expect(problems?.map(({ text }) => text)).toEqual(['养护经费测算标准偏低。', '绿化垃圾处置能力不足。'])
  expect(measures?.map(({ text }) => text)).toEqual(['下一步，将按新标准测算养护经费。'])
  expect(reading?.left).toEqual([])
})

describe('what word processors write of lists and of changes that they keep track of', () => {
  const listed = (list: string, words: string): string =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
  const plain = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
  const list = (id: string, rest = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${rest}</w:num>`
  const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>${list('1')}${list('2', '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')}</w:numbering>`

  test('a list that begins anew counts from there, and words that were moved away are not read twice', async () => {
    const moved = '<w:p><w:moveFrom><w:r><w:t>示例河道清淤不及时。</w:t></w:r></w:moveFrom></w:p>'
    const body = [
      plain('2023年度示例县水务局部门整体支出绩效自评报告'),
      plain('一、存在的问题'),
      moved,
      listed('1', '示例管网建设进度偏慢。'),
      listed('1', '示例河道清淤不及时。'),
      plain('二、改进措施'),
      listed('2', '加快示例管网建设。'),
      listed('2', '按期清淤示例河道。'),
    ]
    const { problems, measures, reading } = await documentOfFile(
      wordFile('', {
        files: {
          'word/numbering.xml': numbering,
          'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body.join('')}</w:body></w:document>`,
        },
      }),
    )
    expect(problems?.map(({ text }) => text)).toEqual(['示例管网建设进度偏慢。', '示例河道清淤不及时。'])
    expect(measures?.map(({ text }) => text)).toEqual(['加快示例管网建设。', '按期清淤示例河道。'])
    expect(reading?.text).toContain('二、改进措施\n1.加快示例管网建设。\n2.按期清淤示例河道。')
  })
})
