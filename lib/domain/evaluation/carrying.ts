import { type AddressText, cellsOfRow } from '@/lib/domain/cells/addresses'
import type { CoverCell, ListName } from '@/lib/domain/cells/cells'
import { type NarrativeBlock, type Run, textOf } from '@/lib/domain/cells/narrative'
import type { Evaluation, KeyTask } from './evaluation'
import { readAgain, textAt } from './evaluation-cells'
import { hasApprovedTargets, type Indicator, isSameIndicator } from './indicator'
import { sameLine } from './lines'
import { MOST_ROWS } from './most-rows'
import { emptyCells } from './row-cells'
import { emptyIndicator, type RowList, rowsIn, withRows } from './rows'
import type { EntrySection } from './sections'

/**
 * 沿用上年: what an evaluation takes over from its subject's self-evaluation of the year before, form by form. What a year achieved and
 * spent is its own: no amount, no actual value, no score, no problem. What stands here already is not taken over twice and stays as it is.
 */

/** The forms that have something to take over, in an order in which the later find what the earlier brought. */
export const CARRIED_SECTIONS = [
  'duties',
  'goals',
  'tasks',
  'indicators',
  'analysis',
  'problems',
  'cover',
] as const satisfies EntrySection[]
export type CarriedSection = (typeof CARRIED_SECTIONS)[number]

/** Forms that were taken over and are still to be confirmed, with the year that they came from. */
export type CarriedSections = Readonly<Partial<Record<CarriedSection, number>>>

/** The evaluation with what came, the rows that came, each with its list, and the single cells that were filled. */
export type Carried = { after: Evaluation; rows: readonly { place: RowList; id: string }[]; cells: readonly AddressText[] }

/** What `now` takes over in a form; nothing where all of it stands there already. `newId` makes a row's id. */
export function carry(section: CarriedSection, before: Evaluation, now: Evaluation, newId: () => string): Carried {
  const nothing: Carried = { after: now, rows: [], cells: [] }
  return CARRIES[section](nothing, before, newId)
}

export const carriesNothing = ({ rows, cells }: Carried): boolean => rows.length + cells.length === 0

type Carry = (carried: Carried, before: Evaluation, newId: () => string) => Carried

const CARRIES: Readonly<Record<CarriedSection, Carry>> = {
  duties: (carried, before, newId) =>
    withBlocks(carried, { list: 'narrative', section: 'duties' }, unlike(before.narrative.duties, carried.after.narrative.duties), newId),
  goals: (carried, before, newId) =>
    withNew(
      carried,
      'goals',
      unlike(before.goals, carried.after.goals).map(({ text, mark }) => ({ id: newId(), text, mark, completion: [] })),
    ),
  tasks: (carried, before, newId) => before.tasks.reduce((done, task) => withTask(done, task, newId), carried),
  indicators: withIndicators,
  analysis: withDrafts,
  problems: (carried, before, newId) =>
    withNew(
      carried,
      'measures',
      unlike(before.measures, carried.after.measures).map(({ text, mark }) => ({ id: newId(), text, mark })),
    ),
  cover: (carried, before) => COVER.reduce((done, column) => withCover(done, before, column), carried),
}

/** The date is the year's own. */
const COVER: readonly CoverCell[] = ['annexNumber', 'signature', 'preparer', 'principal', 'financePrincipal', 'phone']

function withCover(carried: Carried, { cover }: Evaluation, column: CoverCell): Carried {
  const { after, cells } = carried
  if (cover[column] === '' || after.cover[column] !== '') return carried
  return { ...carried, after: { ...after, cover: { ...after.cover, [column]: cover[column] } }, cells: [...cells, `cover/${column}`] }
}

type Said = { runs: readonly Run[] } | { text: readonly Run[] }
const saidIn = (row: Said): string => textOf('runs' in row ? row.runs : row.text).trim()

/** The rows of `before` in which something is said that `now` does not say. */
const unlike = <Row extends Said>(before: readonly Row[], now: readonly Row[]): Row[] => {
  const here = new Set(now.map(saidIn))
  return before.filter((row) => saidIn(row) !== '' && !here.has(saidIn(row)))
}

/** Rows behind those of the list, as many as it holds. */
function withNewIn(carried: Carried, place: RowList, rows: readonly { id: string }[]): Carried {
  const here = rowsIn(carried.after, place) ?? []
  const fitting = rows.slice(0, Math.max(0, MOST_ROWS - here.length))
  return {
    ...carried,
    after: withRows(carried.after, place, [...here, ...fitting]),
    rows: [...carried.rows, ...fitting.map(({ id }) => ({ place, id }))],
  }
}
const withNew = (carried: Carried, list: Exclude<ListName, 'narrative'>, rows: readonly { id: string }[]): Carried =>
  withNewIn(carried, { list }, rows)

const withBlocks = (
  carried: Carried,
  place: RowList & { list: 'narrative' },
  blocks: readonly NarrativeBlock[],
  newId: () => string,
): Carried =>
  withNewIn(
    carried,
    place,
    // This year's data are not those that a text was made from
    blocks.map((block) => ({ ...block, id: newId(), basis: '' })),
  )

const taskNamed = (tasks: readonly KeyTask[], name: string): KeyTask | undefined => tasks.find((task) => task.name.trim() === name.trim())

/** A task with its sub-items; what it had and spent, and what became of it, is left out. */
function withTask(carried: Carried, { name, subItems }: KeyTask, newId: () => string): Carried {
  if (name.trim() === '' || taskNamed(carried.after.tasks, name)) return carried
  const id = newId()
  const added = withNew(carried, 'tasks', [{ ...emptyCells('tasks'), id, name, subItems: [], completion: [] } as KeyTask])
  return added.rows.length === carried.rows.length
    ? carried
    : withBlocks(added, { list: 'narrative', section: 'subItems', taskId: id }, unlike(subItems, []), newId)
}

/**
 * The department's own indicators on their lines, with target and 分值, nothing achieved yet. Where an approved plan gave this year's
 * targets those count, and none is taken over beside them.
 */
function withIndicators(carried: Carried, before: Evaluation, newId: () => string): Carried {
  const { indicators, tasks } = carried.after
  if (hasApprovedTargets(indicators)) return carried
  const isHere = (row: Indicator) => indicators.some((other) => sameLine(other, row) || isSameIndicator(other, row))
  const taskOf = (row: Indicator) => {
    const name = before.tasks.find(({ id }) => id === row.taskId)?.name
    return name === undefined ? null : (taskNamed(tasks, name)?.id ?? null)
  }
  const rows = before.indicators
    .filter((row) => row.fixedId === null && row.name.trim() !== '' && !isHere(row))
    .map((row) => {
      const { lineId, libraryId, dimension, group, name, unit, nature, standard, target, maxScore } = row
      return readAgain({
        ...emptyIndicator(newId()),
        lineId,
        libraryId,
        dimension,
        group,
        name,
        unit,
        nature,
        standard,
        target,
        maxScore,
        taskId: taskOf(row),
      })
    })
  return withNew(carried, 'indicators', rows)
}

/** Texts of the year before as drafts, where this year has none: of the sections, and of tasks that are called the same. */
function withDrafts(carried: Carried, before: Evaluation, newId: () => string): Carried {
  const sections = (['implementation', 'conclusion', 'taskOverview', 'achievements'] as const).reduce(
    (done, section) =>
      isUnsaid(done.after.narrative[section])
        ? withBlocks(done, { list: 'narrative', section }, unlike(before.narrative[section], []), newId)
        : done,
    carried,
  )
  return sections.after.tasks.reduce((done, { id: taskId, name, completion }) => {
    const then = name.trim() === '' ? undefined : taskNamed(before.tasks, name)
    if (then === undefined || !isUnsaid(completion)) return done
    return withBlocks(done, { list: 'narrative', section: 'completion', taskId }, unlike(then.completion, []), newId)
  }, sections)
}

const isUnsaid = (blocks: readonly NarrativeBlock[]): boolean => blocks.every((block) => saidIn(block) === '')

/** The cells that came, with their texts: what is shown before it is taken over, and kept in the log. */
export const carriedTexts = ({ after, rows, cells }: Carried): { address: AddressText; text: string }[] =>
  [...cells, ...rows.flatMap(({ place, id }) => cellsOfRow(place.list, id))]
    .map((address) => ({ address, text: textAt(after, address) }))
    .filter(({ text }) => text !== '')
