import type { NarrativeBlock } from '@/lib/domain/cells/narrative'
import type { KeyTask } from '@/lib/domain/evaluation/evaluation'
import type { ReportBlock } from '@/lib/domain/report-document'
import { numberAt } from '@/lib/messages/numbering'
import type { Assessed } from '@/lib/report/data-text'
import { narrative, paragraph } from '@/lib/report/narrative-blocks'
import { printable } from '@/lib/report/printable'

/** 年度重点工作任务: each with its sub-items. */
export const tasks = (assessed: Assessed): ReportBlock[] =>
  assessed.evaluation.tasks.flatMap(({ name, subItems }, index) => [taskHeading(name, index), ...partsOf(subItems, assessed)])

/** 一是…；二是…。 is one sentence; parts that are numbered otherwise stand below each other. */
function partsOf(subItems: readonly NarrativeBlock[], assessed: Assessed): ReportBlock[] {
  const blocks = narrative(subItems, 4, assessed)
  if (blocks.length < 2 || !subItems.every(({ mark }) => mark === '一是')) return blocks
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  return [paragraph(texts.map((text, index) => (ENDS.test(text) ? text : `${text}${index === texts.length - 1 ? '。' : '；'}`)).join(''))]
}

const ENDS = /[。；！？;!?]$/u

/** 各重点工作任务绩效目标完成情况分析: the overview, then task by task. Empty where nothing was said of any. */
export const taskOverview = (assessed: Assessed): ReportBlock[] => [
  ...narrative(assessed.evaluation.narrative.taskOverview, 3, assessed),
  ...assessed.evaluation.tasks.flatMap((task, index) => completion(task, index, assessed)),
]

/** What came of a task, below its name; a text that says itself of what it speaks has the task's number, and no heading besides. */
function completion({ name, completion: blocks }: KeyTask, index: number, assessed: Assessed): ReportBlock[] {
  const [first, ...others] = narrative(blocks, 4, assessed)
  if (first?.kind !== 'paragraph') return []
  return namesItself(first.text, printable(name))
    ? [paragraph(`${numberAt(3, index + 1)}${first.text}`), ...others]
    : [taskHeading(name, index), first, ...others]
}

/** 党建工作方面。…, or the task's own name before what is said of it. */
const namesItself = (text: string, name: string): boolean =>
  /^(?![在从就（(\d①一])[^。；：:，,]{2,30}(?:[，,][^。；：:，,]{2,30})?方面[。：:]/u.test(text) ||
  (name !== '' && text.startsWith(name) && /^(?:方面)?[。：:]/u.test(text.slice(name.length)))

const taskHeading = (name: string, index: number): ReportBlock => ({
  kind: 'heading',
  level: 3,
  text: `${numberAt(3, index + 1)}${printable(name)}`,
})
