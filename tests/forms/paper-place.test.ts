import { describe, expect, test } from 'vitest'
import { textOf } from '@/lib/domain/cells/narrative'
import { ENTRY_SECTIONS } from '@/lib/domain/evaluation/sections'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { type PaperPlace, paperPlace } from '@/lib/forms/cells/paper-place'
import { piecesOf, sayDatum, shownOf } from '@/lib/forms/cells/references'
import { figureItemLabels } from '@/lib/messages/form-labels'
import { reportDocument } from '@/lib/report/report-document'
import { foundingReport } from '@/tests/report/sample'

const evaluation = foundingReport()
const document = reportDocument(evaluation, { score: scoreEvaluation(evaluation) })

/** What stands at a place. */
function said({ part, block, row }: PaperPlace): string {
  const found = document[part][block]
  if (found?.kind === 'table') return row === null ? found.table.caption : (found.table.rows[row] ?? []).map(({ text }) => text).join(' ')
  return found === undefined ? '' : 'text' in found ? found.text : found.kind
}
const at = (section: (typeof ENTRY_SECTIONS)[number], text: string) => said(paperPlace(document, section, [text]))

describe('what is being filled in is found on paper', () => {
  test('each form where it begins', () =>
    expect(Object.fromEntries(ENTRY_SECTIONS.map((section) => [section, at(section, '')]))).toEqual({
      duties: '（一）部门职能',
      projects: '部门整体收支情况',
      funds: '部门整体收支情况',
      goals: '年度总体目标及完成情况',
      tasks: '年度重点工作任务',
      indicators: '绩效指标完成情况及得分',
      analysis: '（一）自评结论综述',
      problems: '三、存在的主要问题',
      cover: 'signature',
    }))
  test('every indicator in its row of the table', () => {
    for (const { name } of evaluation.indicators) expect(at('indicators', name)).toContain(name)
  })
  test('figures by their items', () => {
    for (const item of ['total', 'general', 'personnel', 'closingCarryOver'] as const)
      expect(at('funds', figureItemLabels[item])).toContain(figureItemLabels[item])
  })
  test('every paragraph, also where it refers to data', () => {
    const { duties, conclusion, achievements } = evaluation.narrative
    for (const [section, blocks] of [
      ['duties', duties],
      ['analysis', [...conclusion, ...achievements]],
    ] as const)
      for (const { runs } of blocks) {
        const shown = shownOf(piecesOf(textOf(runs), (name) => sayDatum(name, new Map())))
        expect(paperPlace(document, section, [shown])).not.toEqual(paperPlace(document, section, []))
      }
  })
  test('what is not printed yet leads to where its form begins', () => expect(at('problems', '尚未保存的一段')).toBe('三、存在的主要问题'))
  test('of rows that are called the same, the one with the same target and actual value', () => {
    const [first] = evaluation.indicators
    if (first === undefined) throw new Error('no indicator')
    const twin = { ...first, id: 'twin', target: { ...first.target, text: '≥77次' }, actual: { ...first.actual, text: '78次' } }
    const doubled = { ...evaluation, indicators: [...evaluation.indicators, twin] }
    const papers = reportDocument(doubled, { score: scoreEvaluation(doubled) })
    const rowOf = (target: string, actual: string) => paperPlace(papers, 'indicators', [first.name, target, actual]).row
    expect(rowOf('≥77次', '78次')).not.toBe(rowOf(first.target.text, first.actual.text))
  })
  test('the cover at the end, and who filled it in at the foot of the table', () => {
    expect(at('cover', '金花街道办事处')).toBe('signature')
    expect(at('cover', '2024年5月29日')).toBe('signature')
    expect(at('cover', '附件2')).toBe('附件2')
    expect(at('cover', '示例甲')).toContain('示例甲')
  })
})
