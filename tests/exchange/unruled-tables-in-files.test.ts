import { describe, expect, test } from 'vitest'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import { pdfOf } from '@/tests/support/pdf-file'
import { documentOfFile, indicatorsOf } from '@/tests/support/read-documents'
import { wordFile } from '@/tests/support/word-file'

describe('tables without a grid within a file', () => {
  const money = [
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', '', '880', '836', '10', '95%', '9.5'],
  ]
  const indicators = [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
    ['产出指标', '数量指标', '安装计量设施的灌区', '2处', '2处', '15', '15', ''],
    ['', '质量指标', '设施验收合格率', '≥98%', '96%', '15', '14', '一处流量计读数不稳，已经更换'],
    ['满意度指标', '服务对象满意度指标', '用水户满意度', '≥90%', '92%', '10', '10', ''],
  ]
  const title = ['项目支出绩效自评表', '（2022年度）', '项目名称 灌区水价改革补助', '主管部门 示例市水利局 实施单位 示例市灌区管理处']
  const expected = [
    ['产出指标', '数量指标', '安装计量设施的灌区', '2处', '2处', '15', '15'],
    ['产出指标', '质量指标', '设施验收合格率', '≥98%', '96%', '15', '14'],
    ['满意度指标', '服务对象满意度指标', '用水户满意度', '≥90%', '92%', '10', '10'],
  ]
  const holds = (document: EvaluationDocument): void => {
    expect(document.department).toBe('示例市灌区管理处')
    expect(document.funds?.[0]).toMatchObject({ adjustedBudget: '880', actualExpenditure: '836', printedRate: '95%', printedScore: '9.5' })
    expect(document.funds?.[0]?.initialBudget).toBeUndefined()
    expect(indicatorsOf(document)).toEqual(expected)
    expect(document.indicators?.[1]?.deviationReason).toBe('一处流量计读数不稳，已经更换')
  }
  const rows = [...money, ...indicators]

  test.each<[string, string[]]>([
    ['a row a paragraph of a .docx', rows.map((cells) => cells.filter((cell) => cell !== '').join(' '))],
    ['a cell a paragraph of a .docx', rows.flat().filter((cell) => cell !== '')],
  ])('%s', async (_, lines) => {
    holds(await documentOfFile(wordFile([...title, ...lines].join('\n'))))
  })

  test('numbers that stand alone in the middle of a page are a form’s, and no numbers of pages', async () => {
    const lines = [...title, ...rows.flat().filter((cell) => cell !== ''), '填表说明', '按实际填写', '附佐证材料']
    const set = '#set page(paper: "a4", margin: 15mm)\n#set text(font: "Noto Serif SC", size: 7pt, lang: "zh")\n#set par(spacing: 0.9em)\n'
    holds(await documentOfFile(pdfOf(set + lines.map((line) => `#par[#${JSON.stringify(line)}]`).join('\n\n'))))
  })

  test('tabs within a paragraph of a .docx part cells', async () => {
    const document = await documentOfFile(
      wordFile(
        [...title, ...indicators.map(([first, ...cells]) => [first || '产出指标', ...cells].join('\t')), '填表说明：按实际填写。'].join(
          '\n',
        ),
      ),
    )
    expect(indicatorsOf(document)).toEqual(expected)
  })

  test.each([
    [7, 'top + left'],
    [9, 'top + center'],
    [9, 'horizon + center'],
    [11, 'top + left'],
  ])('columns of a .pdf, %d points high, set %s, whose cells take several lines', async (size, align) => {
    const grid = (cells: readonly (readonly string[])[], columns: string): string =>
      `#text(size: ${size}pt)[#grid(columns: ${columns}, gutter: 8pt, align: ${align}, ${cells
        .flat()
        .map((cell) => `[#${JSON.stringify(cell)}]`)
        .join(', ')})]`
    holds(
      await documentOfFile(
        pdfOf(
          [
            '#set page(paper: "a4", margin: 22mm)\n#set text(font: "Noto Serif SC", size: 14pt, lang: "zh")',
            ...title.map((line) => `#par[#${JSON.stringify(line)}]`),
            grid(money, '(2fr, 1fr, 1fr, 1fr, 1fr, 1fr, 1fr)'),
            grid(indicators, '(1fr, 1fr, 1.6fr, 1fr, 1fr, 0.6fr, 0.6fr, 1.6fr)'),
          ].join('\n\n'),
        ),
      ),
    )
  })
})
