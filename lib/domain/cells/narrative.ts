/**
 * Narrative is structured: blocks of runs, never one text column, so that a figure in the
 * text can be a reference to the datum it states.
 */

/** Sections of the report whose text stands by itself. Texts of tasks, goals, problems and measures stand with their rows. */
export const NARRATIVE_SECTIONS = [
  'duties', // 部门职能
  'deviation', // 预算执行偏差说明
  'conclusion', // 自评结论综述
  'taskOverview', // 各重点工作任务绩效目标完成情况：总述
  'achievements', // 主要工作成效
] as const
export type NarrativeSection = (typeof NARRATIVE_SECTIONS)[number]

/** A piece of text, or a reference to a datum by the name that `data-names.ts` gives it (e.g. `executionRate`, `total/adjustedBudget`). */
export type Run = { text: string } | { datum: string }

/** `item` is numbered in its section by its place; `level` 1 is the outermost. */
export type NarrativeBlock = {
  id: string
  kind: 'paragraph' | 'item'
  level: 1 | 2
  runs: readonly Run[]
}

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
