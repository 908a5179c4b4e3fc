import { removeRows } from '@/lib/data/change/removed-rows'
import { addRows, type NewRow } from '@/lib/data/change/rows'
import { saveCells } from '@/lib/data/change/save-cells'
import { findCellRevisions, findEvaluation } from '@/lib/data/evaluation/evaluations'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { ColumnOf, CoverCell } from '@/lib/domain/cells/cells'
import type { FigureName } from '@/lib/domain/cells/funds'
import type { Mark } from '@/lib/domain/cells/marks'
import type { CellValue } from '@/lib/domain/evaluation/cell-value'
import { blocksOf, rowsOf } from '@/lib/domain/evaluation/evaluation-cells'
import type { RowList } from '@/lib/domain/evaluation/rows'
import type { Viewer } from '@/lib/domain/people/permissions'
import { readCellValue } from '@/lib/forms/cells/cells'
import type { DemoEvaluation, DemoList, DemoTask } from '@/prisma/seed/content'
import { settled } from './settled'

/** Types an evaluation in as its editor would, cell by cell and row by row. */

/** What is typed: everything, or as much as had been done when the editor stopped. */
export type Extent = 'begun' | 'half' | 'full'

export async function writeEvaluation(editor: Viewer, id: string, content: DemoEvaluation, extent: Extent): Promise<void> {
  await empty(editor, id)
  const add = async (rows: readonly NewRow[]): Promise<string[]> =>
    rows.length === 0 ? [] : settled(await addRows(editor, id, rows), content.cover.signature ?? id)

  if (extent === 'begun') {
    await add(listed(content, 'duties', { list: 'narrative', section: 'duties' }, 'item'))
    await saveFigures(editor, id, content, ['total/initialBudget', 'total/adjustedBudget'])
    return
  }
  await saveFigures(editor, id, content, Object.keys(content.figures) as FigureName[])
  const tasks = await add(content.tasks.map((task) => ({ list: 'tasks', values: { name: typed('tasks/new/name', task.name) } })))
  await add([
    ...listed(content, 'duties', { list: 'narrative', section: 'duties' }, 'item'),
    ...goalRows(content, extent),
    ...content.tasks.flatMap((task, index) => taskBlocks(task, tasks[index] ?? '', extent, content.lists?.subItems?.mark)),
    ...content.indicators.map((indicator): NewRow => ({ list: 'indicators', values: indicatorCells(indicator, tasks, extent) })),
  ])
  if (extent === 'half') return

  const measures = await add(content.measures.map((text) => ({ list: 'measures', values: { text: typed('measures/new/text', text) } })))
  await add([
    ...(['deviation', 'conclusion', 'taskOverview'] as const).flatMap((section) =>
      blocks({ list: 'narrative', section }, content[section], 'paragraph'),
    ),
    ...listed(content, 'achievements', { list: 'narrative', section: 'achievements' }, 'paragraph'),
    ...content.problems.map((problem): NewRow => {
      const ids = problem.measures.flatMap((index) => measures[index] ?? [])
      return { list: 'problems', values: { text: typed('problems/new/text', problem.text), measures: { kind: 'rowIds', ids } } }
    }),
  ])
  await save(
    editor,
    id,
    (Object.entries(content.cover) as [CoverCell, string][]).map(([cell, text]) => ({ address: `cover/${cell}` as const, text })),
  )
}

type NarrativePlace = RowList & { list: 'narrative' }

const blocks = (place: NarrativePlace, texts: readonly string[], kind: 'paragraph' | 'item', mark: Mark = ''): NewRow[] =>
  texts.map((text) => ({ ...place, shape: { kind, level: 1 }, values: { text: typed('narrative/new/text', text), ...marked(mark) } }))

const marked = (mark: Mark): Record<string, CellValue> => (mark === '' ? {} : { mark: { kind: 'mark', text: mark } })

/** A list behind the words that lead it in, numbered as the evaluation says. */
function listed(content: DemoEvaluation, name: 'duties' | 'achievements', place: NarrativePlace, kind: 'paragraph' | 'item'): NewRow[] {
  const { mark, leadIn }: DemoList = content.lists?.[name] ?? { mark: '' }
  return [...blocks(place, leadIn === undefined ? [] : [leadIn], kind, '无'), ...blocks(place, content[name], kind, mark)]
}

function goalRows({ goals, lists }: DemoEvaluation, extent: Extent): NewRow[] {
  const { mark, leadIn }: DemoList = lists?.goals ?? { mark: '' }
  const row = (goal: DemoEvaluation['goals'][number], own: Mark): NewRow => ({
    list: 'goals',
    values: { ...goalCells(goal, extent), ...marked(own) },
  })
  return [...(leadIn === undefined ? [] : [row({ text: leadIn, completion: '' }, '无')]), ...goals.map((goal) => row(goal, mark))]
}

const goalCells = ({ text, completion }: DemoEvaluation['goals'][number], extent: Extent): Record<string, CellValue> => ({
  text: typed('goals/new/text', text),
  ...(extent === 'full' && completion !== '' ? { completion: typed('goals/new/completion', completion) } : {}),
})

const taskBlocks = (task: DemoTask, taskId: string, extent: Extent, mark: Mark = ''): NewRow[] => [
  ...blocks({ list: 'narrative', section: 'subItems', taskId }, task.subItems, 'item', mark),
  ...(extent === 'full' ? blocks({ list: 'narrative', section: 'completion', taskId }, task.completion, 'paragraph', task.numbered) : []),
]

/** A value as the form would read it from this text. */
const typed = (address: AddressText, text: string): CellValue => settled(readCellValue(address, text), `${address} “${text}”`)

function indicatorCells(row: DemoEvaluation['indicators'][number], tasks: readonly string[], extent: Extent): Record<string, CellValue> {
  const { dimension, group, name, maxScore, result } = row
  const done =
    extent === 'full'
      ? {
          actual: result.actual,
          deviationReason: result.reason ?? '',
          selfScore: result.selfScore ?? '',
          selfScoreGrounds: result.grounds ?? '',
        }
      : {}
  const texts = { dimension, group, name, target: result.target, maxScore, ...done }
  const cells = Object.entries(texts).map(([column, text]): [string, CellValue] => [
    column,
    typed(`indicators/new/${column as ColumnOf<'indicators'>}`, text),
  ])
  return { ...Object.fromEntries(cells), task: { kind: 'rowId', id: row.task === null ? null : (tasks[row.task] ?? null) } }
}

const saveFigures = (editor: Viewer, id: string, { figures }: DemoEvaluation, names: readonly FigureName[]): Promise<void> =>
  save(
    editor,
    id,
    names.flatMap((name) => (figures[name] === undefined ? [] : [{ address: `funds/${name}` as const, text: figures[name] }])),
  )

/** Saves cells as somebody who has just seen them. */
export async function save(viewer: Viewer, id: string, cells: readonly { address: AddressText; text: string }[]): Promise<void> {
  const revisions = await findCellRevisions(viewer, id)
  const changes = cells.map(({ address, text }) => ({ address, seen: revisions[address]?.number ?? 0, value: typed(address, text) }))
  const { conflicts, refusals } = settled(await saveCells(viewer, id, changes), id)
  if (conflicts.length + refusals.length > 0) throw new Error(`${id}: ${JSON.stringify({ conflicts, refusals })}`)
}

/** Takes away the rows that an interrupted start left; those that the scheme gives stay. */
async function empty(editor: Viewer, id: string): Promise<void> {
  const evaluation = await findEvaluation(editor, id)
  if (!evaluation || evaluation.revision === 0) return
  const revisions = Object.fromEntries(
    Object.entries(await findCellRevisions(editor, id)).map(([address, { number }]) => [address, number]),
  )
  const ofTasks = new Set(evaluation.tasks.flatMap(({ subItems, completion }) => [...subItems, ...completion].map((block) => block.id)))
  const fixed = new Set(evaluation.indicators.flatMap((row) => (row.fixedId === null ? [] : [row.id])))
  const blocks = blocksOf(evaluation).map((block) => ({ list: 'narrative' as const, row: block.id }))
  const others = (['problems', 'measures', 'indicators', 'tasks', 'goals'] as const).flatMap((list) =>
    rowsOf(evaluation, list).map(({ id: row }) => ({ list, row })),
  )
  const rows = [...blocks.filter((block) => !ofTasks.has(block.row)), ...others].filter(({ row }) => !fixed.has(row))
  const { kept } = settled(await removeRows(editor, id, rows, revisions), id)
  if (kept.length > 0) throw new Error(`${id}: ${JSON.stringify(kept)}`)
}
