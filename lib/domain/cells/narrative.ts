import type { Mark } from './marks'

/**
 * Narrative is structured: blocks of runs, never one text column, so that a figure in the
 * text can be a reference to the datum it states.
 */

/** Sections of the report whose text stands by itself. Texts of tasks, goals, problems and measures stand with their rows. */
export const NARRATIVE_SECTIONS = [
  'duties', // 部门职能
  'income', // 部门整体收支情况
  'deviation', // 预算执行偏差说明
  'fundsManagement', // 资金管理情况
  'implementation', // 实施内容及过程概述, of a project
  'conclusion', // 自评结论综述; of a project 评价结论
  'composition', // 得分构成
  'deductions', // 扣分指标
  'taskOverview', // 各重点工作任务绩效目标完成情况：总述
  'achievements', // 主要工作成效
] as const
export type NarrativeSection = (typeof NARRATIVE_SECTIONS)[number]

/** Sections that only a project's form has. */
export const PROJECT_TEXTS = ['implementation'] as const satisfies NarrativeSection[]

/** Sections that the data say of themselves as long as no block stands in them: nobody has to write them. */
export const GENERATED_SECTIONS = ['income', 'composition', 'deductions'] as const satisfies NarrativeSection[]
export type GeneratedSection = (typeof GENERATED_SECTIONS)[number]

/** A piece of text, or a reference to a datum by the name that `data-names.ts` gives it (e.g. `executionRate`, `total/adjustedBudget`). */
export type Run = { text: string } | { datum: string }

/**
 * `item` is numbered in its section by its place; `level` 1 is the outermost. `mark`: with what it is numbered. `basis`: what the data said
 * of themselves when the text was made from them, empty for a text of one's own. Such a block stands though its text be empty: the person
 * wants nothing said there.
 */
export type NarrativeBlock = {
  id: string
  kind: 'paragraph' | 'item'
  level: 1 | 2
  runs: readonly Run[]
  mark: Mark
  basis: string
}

/** Whether a person took over what the data say of themselves: wrote something there, or wants nothing said. */
export const isTaken = (blocks: readonly NarrativeBlock[]): boolean => blocks.some(({ runs, basis }) => runs.length > 0 || basis !== '')

/** The text as it is typed in a form: a reference is written `{{datum}}`. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => ('text' in run ? run.text : `{{${run.datum}}}`)).join('')
}

/** The reverse of `textOf`. Only names in `known` become references; anything else stays text. */
export function runsOf(text: string, known: { has(name: string): boolean }): Run[] {
  const runs: Run[] = []
  let rest = 0
  for (const match of text.matchAll(/\{\{([^{}]{1,80})\}\}/g)) {
    const name = match[1] ?? ''
    if (!known.has(name)) continue
    if (match.index > rest) runs.push({ text: text.slice(rest, match.index) })
    runs.push({ datum: name })
    rest = match.index + match[0].length
  }
  if (rest < text.length) runs.push({ text: text.slice(rest) })
  return runs
}

/** No text in any section. */
export const emptyNarrative = (): Record<NarrativeSection, never[]> =>
  Object.fromEntries(NARRATIVE_SECTIONS.map((section) => [section, []])) as unknown as Record<NarrativeSection, never[]>
