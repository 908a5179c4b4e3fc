import { getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import type { ReportDocument } from '@/lib/domain/report-document'
import { refusalSentence } from '@/lib/messages/refusals'
import { reportPdf } from '@/lib/report/pdf'
import { foundingReport, papersOf } from './sample'
import { pageSizes, pdfOf, textOf, typesetting } from './typeset'

typesetting()

const founding = papersOf(foundingReport())
const withParagraph = (text: string): ReportDocument => ({ ...founding, report: [...founding.report, { kind: 'paragraph', text }] })

/** Every needle, one after the other, in this order. */
function expectInOrder(text: string, needles: readonly string[]) {
  let from = 0
  for (const needle of needles) {
    const at = text.indexOf(needle, from)
    expect(at, `${needle} after “${text.slice(Math.max(0, from - 20), from)}”`).toBeGreaterThanOrEqual(0)
    from = at + needle.length
  }
}

describe('the founding case on paper', () => {
  test('附件 2 says every figure in the order of its outline', async () => {
    const text = (await textOf(await pdfOf(founding, 'report'))).join('')
    expectInOrder(text, [
      '附件2',
      '2023年度广州市荔湾区人民政府金花街道办事处部门整体支出绩效自评报告',
      '一、基本情况',
      '（一）部门职能',
      '（二）部门整体收支情况',
      '全年预算数8,988.68万元',
      '全年执行数9,016.65万元',
      '预算执行率100.31%',
      '一般公共预算财政拨款7,785.39万元',
      '政府性基金预算财政拨款1,179.07万元',
      '国有资本经营预算财政拨款0万元',
      '其他资金52.19万元',
      '基本支出2,636.05万元',
      '项目支出6,380.60万元',
      '年末结转和结余58.47万元',
      '（三）部门整体支出绩效目标',
      '（四）部门年度重点工作任务',
      '1.加强党的领导和建设',
      '4.保障和改善民生',
      '二、综合评价分析',
      '（一）自评结论综述',
      '97.67分',
      '（二）各重点工作任务绩效目标完成情况分析',
      '超过280人',
      '超过150人次',
      '98.9%',
      '53.4%',
      '超过300次',
      '119.76%',
      '超过85%',
      '（三）主要工作成效',
      '三、存在的主要问题',
      '四、下一步改进措施',
      '金花街道办事处2024年5月29日',
    ])
  })

  test('附件 1 says the figures, the scores and the grade', async () => {
    const text = (await textOf(await pdfOf(founding, 'table'))).join('')
    expectInOrder(text, ['附件1', '绩效自评表', '440103007', '8,988.689,016.65100.31%1010.00', '7,785.39', '1,179.07', '0.00', '52.19'])
    expectInOrder(text, ['2,636.05', '6,380.60', '58.47', '绩效指标完成情况及得分', '来穗人员信息登记率=100%53.4%52.67'])
    expectInOrder(text, ['总分（预算执行10分，指标90分）10097.67', '等级优', '存在的问题及改进措施', '示例甲', '示例乙', '2024年5月29日'])
  })

  test('every page carries 示例倒推值, the unverified scheme and 草稿', async () => {
    for (const page of await textOf(await pdfOf(founding))) {
      expect(page).toContain('示例倒推值')
      expect(page).toContain('示例方案（未核）')
      expect(page).toContain('草稿')
    }
  })

  test('an approved report of a verified scheme carries no mark', async () => {
    const evaluation = foundingReport({ status: 'approved', reconstructed: false })
    const pages = await textOf(await pdfOf(papersOf({ ...evaluation, scheme: { ...evaluation.scheme, verified: true } })))
    for (const page of pages) expect(page).not.toMatch(/示例倒推值|未核|草稿|未填/)
  })

  test('the table lies on landscape A4, the report stands on portrait A4, and pages are numbered through', async () => {
    const sizes = await pageSizes(await pdfOf(founding))
    const tables = sizes.filter(([width]) => width === 297).length
    expect(sizes).toEqual([...Array(tables).fill([297, 210]), ...Array(sizes.length - tables).fill([210, 297])])
    expect(tables).toBeGreaterThan(1)
    const pages = await textOf(await pdfOf(founding))
    pages.forEach((page, index) => {
      expect(page).toContain(`—${index + 1}—`)
    })
  })
})

describe('the file', () => {
  test('is PDF/A-2a, tagged, in Chinese, with its fonts embedded', async () => {
    const bytes = Buffer.from(await pdfOf(founding)).toString('latin1')
    expect(bytes).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(bytes).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(bytes).toMatch(/\/Marked true/)
    expect(bytes).toMatch(/\/Lang/)
    const fonts = bytes.match(/\/Type\s*\/FontDescriptor/g)?.length ?? 0
    expect(fonts).toBeGreaterThanOrEqual(4)
    expect(bytes.match(/\/FontFile3|\/FontFile2/g)?.length).toBe(fonts)
  })

  test('has the titles and chapters as bookmarks', async () => {
    const file = await getDocumentProxy(Uint8Array.from(await pdfOf(founding)))
    const outline = (await file.getOutline()) as { title: string; items: { title: string }[] }[]
    expect(outline.map(({ title }) => title.replace(/\s/gu, ''))).toEqual([
      '2023年度广州市荔湾区人民政府金花街道办事处部门整体支出绩效自评表',
      '2023年度广州市荔湾区人民政府金花街道办事处部门整体支出绩效自评报告',
    ])
    expect(outline[1]?.items.map(({ title }) => title)).toEqual([
      '一、基本情况',
      '二、综合评价分析',
      '三、存在的主要问题',
      '四、下一步改进措施',
    ])
  })

  test.each([
    ['table', '绩效自评表'],
    ['report', '绩效自评报告'],
    ['both', '绩效自评报告'],
  ] as const)('%s alone is called by its own title', async (part, ending) => {
    const file = await getDocumentProxy(Uint8Array.from(await pdfOf(founding, part)))
    const { info } = await file.getMetadata()
    expect((info as { Title: string }).Title).toBe(`2023年度广州市荔湾区人民政府金花街道办事处部门整体支出${ending}`)
  })

  test('is the same to the last byte when it is made again, also in another thread', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => pdfOf(founding)))
    for (const pdf of all) expect(Buffer.compare(Buffer.from(pdf), Buffer.from(all[0] ?? []))).toBe(0)
  })
})

describe('characters', () => {
  test('rare ones of names are printed', async () => {
    const text = (await textOf(await pdfOf(withParagraph('䶮㛃𬭎与㐱喆堃淼')))).join('')
    expect(text).toContain('䶮㛃𬭎与㐱喆堃淼')
  })

  test('one that no font has is refused by its name', async () => {
    const refused = await reportPdf(withParagraph('表情😀与生僻字𲎯。'), 'report')
    expect(refused.ok).toBe(false)
    if (refused.ok) return
    expect(refused.refusal.code).toBe('missing-glyph')
    expect(refusalSentence(refused.refusal)).toContain('“😀”（U+1F600）、“𲎯”（U+323AF）')
  })

  test('after a refusal the next document is printed', async () => {
    await reportPdf(withParagraph('😀'), 'report')
    expect((await pdfOf(founding)).byteLength).toBeGreaterThan(100_000)
  })
})
