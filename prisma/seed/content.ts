import type { Mark } from '@/lib/domain/cells/marks'

/**
 * 演示数据 as a person would type it: names, texts and cells in the form's own notation (万元, `≥95%`, `超过280人`).
 * Nothing here is computed; scores, rates, grades and findings come out of the rules when it is loaded.
 */

export const DEMO_YEARS = [2021, 2022, 2023] as const
export type DemoYear = (typeof DEMO_YEARS)[number]

/** A table row of 附件 1. `result` is what stands in the row in one year. */
export type DemoIndicator = {
  dimension: string
  group: string
  name: string
  /** Index of its key task; null: none. */
  task: number | null
  maxScore: string
  result: DemoResult
}

export type DemoResult = {
  target: string
  actual: string
  /** 偏差原因及改进措施 */
  reason?: string
  /** Where numbers do not decide: 自评分 and on what it rests. */
  selfScore?: string
  grounds?: string
}

/** Cells of the money table in 万元 and counts, by figure name (`total/adjustedBudget`). */
export type DemoFigures = Readonly<Record<string, string>>

/** `numbered`: with what the paragraphs of 完成情况 are numbered. */
export type DemoTask = { name: string; subItems: readonly string[]; completion: readonly string[]; numbered?: Mark }

/** With what the items of a list are numbered, and the words that lead them in. */
export type DemoList = { mark: Mark; leadIn?: string }
export type DemoListName = 'duties' | 'goals' | 'subItems' | 'achievements'

/** One department's self-evaluation of one year. */
export type DemoEvaluation = {
  figures: DemoFigures
  duties: readonly string[]
  deviation: readonly string[]
  goals: readonly { text: string; completion: string }[]
  tasks: readonly DemoTask[]
  indicators: readonly DemoIndicator[]
  conclusion: readonly string[]
  taskOverview: readonly string[]
  achievements: readonly string[]
  /** `measures` are indexes of the measures that answer the problem. */
  problems: readonly { text: string; measures: readonly number[] }[]
  measures: readonly string[]
  /** Lists that are numbered otherwise than the report asks. */
  lists?: Readonly<Partial<Record<DemoListName, DemoList>>>
  cover: Readonly<Record<string, string>>
}

/** How far an evaluation has come: written in full and carried so far, or left on the way. */
export type DemoStage =
  | { at: 'begun' } // only the duties and the budget
  | { at: 'half' } // figures and tasks, indicators without actual values
  | { at: 'mistaken' } // written in full, with figures that do not add up
  | { at: 'unit' }
  | { at: 'finance' }
  | { at: 'returnedByUnit'; reason: string }
  | { at: 'returnedByFinance'; reason: string; notes: readonly DemoNote[] }
  | { at: 'published' }
  | { at: 'approved'; reviewScore?: { indicator: number; score: string; grounds: string } }

/** A note on a cell: of an indicator by its place, or of the money table by its name. */
export type DemoNote = { at: { indicator: number; column: string } | { figure: string } | { section: string }; text: string }

export type DemoUnit = { name: string; code: string; short: string }
