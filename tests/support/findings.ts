import type { NarrativeBlock, Run } from '@/lib/domain/cells/narrative'
import { assess } from '@/lib/domain/checks/assessment'
import type { CheckCode } from '@/lib/domain/checks/facts'
import type { Finding, FindingOf } from '@/lib/domain/checks/findings'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { anEvaluation, anIndicator, untold } from './builders'

/** What checks find, in the product's own forms and in printed ones. */

export const text = (words: string): Run[] => [{ text: words }]
export const block = (id: string, words: string): NarrativeBlock => ({
  id,
  kind: 'paragraph',
  level: 1,
  runs: text(words),
  mark: '',
  basis: '',
})

/** An evaluation with everything filled that its scheme requires. */
export const filled = (evaluation: Evaluation): Evaluation => ({
  ...evaluation,
  narrative: { ...evaluation.narrative, duties: [block('d1', '负责示例事项。')], conclusion: [block('c1', '各项工作有序推进。')] },
  goals: [{ id: 'g1', mark: '', text: text('改善环境'), completion: text('已改善') }],
  tasks: [{ id: 't1', name: '示例任务', ...untold, subItems: [], completion: [] }],
  problems: [{ id: 'p1', mark: '', text: text('预算编制不够细'), measureIds: ['m1'] }],
  measures: [{ id: 'm1', mark: '', text: text('细化预算编制') }],
  cover: {
    annexNumber: '附件2',
    signature: evaluation.departmentName,
    date: '2024-05-29',
    preparer: '填报人',
    principal: '负责人',
    phone: '',
    financePrincipal: '',
  },
})

export const codesOf = (evaluation: Evaluation) => assess(evaluation).findings.map(({ code }) => code)
/** The findings of one check, with its own facts. */
export const found = <Code extends CheckCode>(evaluation: Evaluation, code: Code): FindingOf<Code>[] =>
  assess(evaluation).findings.filter((finding): finding is Extract<Finding, FindingOf<Code>> => finding.code === code)
export const withRow = (row: Parameters<typeof anIndicator>[0], overrides: Partial<Evaluation> = {}) =>
  anEvaluation({ indicators: [anIndicator({ maxScore: '90', ...row })], ...overrides })

/** The findings of a printed form with one scored row of money and these indicators. */
export function printed(document: object): { code: string; at: string }[] {
  const result = evaluateDocument({
    format: 'hengji.evaluation/1',
    kind: 'project',
    department: '示例局',
    moneyUnit: '万元',
    year: 2023,
    ...document,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.line.findings.map(({ code, at }) => ({ code, at }))
}
export const money = (adjustedBudget: string, actualExpenditure: string, more: object = {}) => [
  { item: '年度资金总额', role: 'total', adjustedBudget, actualExpenditure, ...more },
]

/** The codes that a text raises, those of the grammar of figures only. */
export const codesOfText = (narrative: string): string[] =>
  printed({ narrative })
    .map(({ code }) => code)
    .filter((code) => /^T(?:09|3[3-9]|4\d)$/.test(code))
