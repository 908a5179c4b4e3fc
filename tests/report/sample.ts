import { knownData } from '@/lib/domain/cells/data-names'
import type { Mark } from '@/lib/domain/cells/marks'
import { emptyNarrative, type NarrativeBlock, type Run, runsOf } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { ReportDocument, ReportTable } from '@/lib/domain/report-document'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { reportDocument } from '@/lib/report/report-document'
import type { DemoList } from '@/prisma/seed/content'
import { jinhuaEvaluation } from '@/prisma/seed/jinhua'
import { untold } from '@/tests/support/builders'
import { foundingCase } from '@/tests/support/founding-case'

/** As a person types it: `{{total}}` refers to the total. */
const runs = (text: string): Run[] => runsOf(text, knownData)

const block = (kind: NarrativeBlock['kind'], text: string, place: number, mark: Mark = ''): NarrativeBlock => ({
  id: `${kind}${place}`,
  kind,
  level: 1,
  runs: runs(text),
  mark,
  basis: '',
})
export const items = (texts: readonly string[]): NarrativeBlock[] => texts.map((text, place) => block('item', text, place))
export const paragraphs = (texts: readonly string[], mark?: Mark): NarrativeBlock[] =>
  texts.map((text, place) => block('paragraph', text, place, mark))
/** A list as its department numbers it, behind the words that lead it in. */
const listed = (texts: readonly string[], list: DemoList | undefined): NarrativeBlock[] => [
  ...(list?.leadIn === undefined ? [] : [block('item', list.leadIn, -1, '无')]),
  ...texts.map((text, place) => block('item', text, place, list?.mark)),
]

/** The founding case with every text of its report, as the demo data tell it. */
export function foundingReport(overrides: Partial<Evaluation> = {}): Evaluation {
  const told = jinhuaEvaluation
  const founding = foundingCase()
  return {
    ...founding,
    departmentCode: '440103007',
    narrative: {
      ...emptyNarrative(),
      duties: listed(told.duties, told.lists?.duties),
      deviation: paragraphs(told.deviation),
      conclusion: paragraphs(told.conclusion),
      taskOverview: paragraphs(told.taskOverview),
      achievements: listed(told.achievements, told.lists?.achievements),
    },
    goals: [{ text: told.lists?.goals?.leadIn ?? '', completion: '' }, ...told.goals].map(({ text, completion }, index) => ({
      id: `goal${index}`,
      mark: index === 0 ? ('无' as const) : (told.lists?.goals?.mark ?? ''),
      text: runs(text),
      completion: runs(completion),
    })),
    tasks: told.tasks.map(({ name, subItems, completion, numbered }, index) => ({
      id: `task${index}`,
      name,
      ...untold,
      subItems: listed(subItems, told.lists?.subItems),
      completion: paragraphs(completion, numbered),
    })),
    indicators: founding.indicators.map((indicator, index) => {
      const task = told.indicators[index]?.task ?? null
      return { ...indicator, taskId: task === null ? null : `task${task}` }
    }),
    problems: told.problems.map(({ text, measures }, index) => ({
      id: `problem${index}`,
      mark: '' as const,
      text: runs(text),
      measureIds: measures.map((measure) => `measure${measure}`),
    })),
    measures: told.measures.map((text, index) => ({ id: `measure${index}`, mark: '' as const, text: runs(text) })),
    cover: {
      annexNumber: '附件2',
      signature: '金花街道办事处',
      date: '2024-05-29',
      preparer: '示例甲',
      principal: '示例乙',
      phone: '',
      financePrincipal: '',
    },
    ...overrides,
  }
}

/** The papers of an evaluation as they would be printed now. */
export const papersOf = (evaluation: Evaluation) => reportDocument(evaluation, { score: scoreEvaluation(evaluation) })

/** The table of that caption; throws where there is none. */
export function tableNamed(document: ReportDocument, caption: string): ReportTable {
  const found = document.table.find((block) => block.kind === 'table' && block.table.caption === caption)
  if (found?.kind !== 'table') throw new Error(`no table ${caption}`)
  return found.table
}
/** The texts of its cells. */
export const rowsOf = (table: ReportTable): string[][] => table.rows.map((row) => row.map(({ text }) => text))
