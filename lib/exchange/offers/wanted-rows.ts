import { type ListName, TASK_SOURCES } from '@/lib/domain/cells/cells'
import type { Mark } from '@/lib/domain/cells/marks'
import { NARRATIVE_SECTIONS, type NarrativeSection } from '@/lib/domain/cells/narrative'
import type { BlockShape, TaskSection } from '@/lib/domain/evaluation/rows'
import { plain, wanFromYuan } from '@/lib/domain/quantities'
import { type MoneyUnit, readMoney, readScore } from '@/lib/domain/reading/number-reading'
import { leadingBounds } from '@/lib/domain/reading/operators'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import type { DocumentIndicator, DocumentTask } from '@/lib/exchange/document-rows'
import { taskSourceLabels } from '@/lib/messages/labels'

/** A row as a document has it, for the list of a form that it belongs to. */
export type WantedRow = {
  /** JSON pointer of the row in the document. */
  at: string
  place: WantedPlace
  shape?: BlockShape
  /** The first is what the row is known by. */
  cells: readonly [WantedCell, ...WantedCell[]]
}
/** `task`: JSON pointer of the task that a block of text stands with. */
export type WantedPlace =
  | { list: Exclude<ListName, 'narrative'> }
  | { list: 'narrative'; section: NarrativeSection }
  | { list: 'narrative'; section: TaskSection; task: string }
/** `at`: JSON pointer of the cell. `isTie`: the text is the pointers of the rows that it is tied to, parted by spaces. */
export type WantedCell = { column: string; text: string; at: string; isTie?: true }

type Block = BlockShape & { text: string }

/** The rows that a document has for the lists of a form, tasks and measures before what is tied to them. Cells that say nothing are left out. */
export function wantedRows(document: EvaluationDocument): WantedRow[] {
  const { sections = {}, goals = [], tasks = [], indicators = [], problems = [], measures = [], moneyUnit } = document
  const texts = (list: 'goals' | 'measures', rows: readonly { text: string; mark?: Mark; completion?: string }[]): WantedRow[] =>
    rows.map(({ text, mark, completion }, index) => {
      const at = `/${list}/${index}`
      const rest = completion === undefined ? [] : [{ column: 'completion', text: completion, at: `${at}/completion` }]
      return { at, place: { list }, ...shapeOf(mark), cells: said([{ column: 'text', text, at: `${at}/text` }, ...rest]) }
    })
  const rows = [
    ...NARRATIVE_SECTIONS.flatMap((section) => blocks(sections[section] ?? [], `/sections/${section}`, { list: 'narrative', section })),
    ...texts('goals', goals),
    ...tasks.flatMap((task, index): WantedRow[] => {
      const { name, subItems, completion } = task
      const at = `/tasks/${index}`
      return [
        {
          at,
          place: { list: 'tasks' },
          cells: said([{ column: 'name', text: name, at: `${at}/name` }, ...moneyOfTask(task, at, moneyUnit)]),
        },
        ...blocks(subItems, `${at}/subItems`, { list: 'narrative', section: 'subItems', task: at }),
        ...blocks(completion, `${at}/completion`, { list: 'narrative', section: 'completion', task: at }),
      ]
    }),
    ...indicators.map(indicatorRow),
    ...texts('measures', measures),
    ...problems.map(({ text, mark, measures: tied }, index): WantedRow => {
      const at = `/problems/${index}`
      const ties = {
        column: 'measures',
        text: tied.map((place) => `/measures/${place}`).join(' '),
        at: `${at}/measures`,
        isTie: true,
      } as const
      return { at, place: { list: 'problems' }, ...shapeOf(mark), cells: said([{ column: 'text', text, at: `${at}/text` }, ties]) }
    }),
  ]
  return rows.filter(({ cells: [first] }) => first.text.trim() !== '')
}

/** With what a goal, a problem or a measure is numbered comes with its row. */
const shapeOf = (mark: Mark | undefined) => (mark === undefined ? {} : { shape: { kind: 'item', level: 1, mark } as const })

const blocks = (all: readonly Block[], path: string, place: WantedPlace): WantedRow[] =>
  all.map(({ kind, level, mark, text }, index) => ({
    at: `${path}/${index}`,
    place,
    shape: { kind, level, ...(mark === undefined ? {} : { mark }) },
    cells: [{ column: 'text', text, at: `${path}/${index}/text` }],
  }))

/** The first of the cells, and those of the others that say something. */
const said = ([first, ...rest]: readonly [WantedCell, ...WantedCell[]]): [WantedCell, ...WantedCell[]] => [
  first,
  ...rest.filter(({ text }) => text.trim() !== ''),
]

/** A task's money as the form has it, in 万元: its own, and that of the sources that the form knows by name. */
function moneyOfTask({ budget, expenditure, sources = [] }: DocumentTask, at: string, unit: MoneyUnit): WantedCell[] {
  const cell = (column: string, text: string | undefined, place: string): WantedCell => {
    const reading = text === undefined ? null : readMoney(text, unit)
    return {
      column,
      text: reading?.kind === 'number' ? plain(unit === '元' ? wanFromYuan(reading.value) : reading.value) : '',
      at: `${at}/${place}`,
    }
  }
  return [
    cell('budget', budget, 'budget'),
    cell('expenditure', expenditure, 'expenditure'),
    ...TASK_SOURCES.flatMap((source) => {
      const index = sources.findIndex(({ name }) => name.replace(/(?:财政)?(?:资金|拨款|补助)$/, '') === taskSourceLabels[source])
      const found = sources[index]
      return found === undefined
        ? []
        : [
            cell(`${source}Budget`, found.budget, `sources/${index}/budget`),
            cell(`${source}Expenditure`, found.expenditure, `sources/${index}/expenditure`),
          ]
    }),
  ]
}

function indicatorRow(row: DocumentIndicator, index: number): WantedRow {
  const at = `/indicators/${index}`
  const cell = (column: string, text: string | undefined, name = column): WantedCell => ({ column, text: text ?? '', at: `${at}/${name}` })
  const task: WantedCell[] = row.task === undefined ? [] : [{ ...cell('task', `/tasks/${row.task}`), isTie: true }]
  return {
    at,
    place: { list: 'indicators' },
    cells: said([
      cell('name', row.name),
      cell('dimension', row.dimension),
      cell('group', row.group),
      ...task,
      cell('unit', row.unit),
      cell('target', withSign(row)),
      cell('actual', row.actual),
      cell('maxScore', pointsOf(row.maxScore)),
      cell('sampleSize', row.sampleSize),
      cell('satisfied', row.satisfied),
      cell('deviationReason', row.deviationReason),
    ]),
  }
}

/** The form has no column for the sign: it stands before the target. */
function withSign({ operator = '', target = '' }: DocumentIndicator): string {
  const sign = operator.trim()
  return /^[≥≤＞＜>=<＝]$/.test(sign) && target.trim() !== '' && leadingBounds(target).operator === null ? `${sign}${target}` : target
}

/** 5.00分 as forms keep it; what is no number stays as it stands. */
function pointsOf(text: string | undefined): string | undefined {
  const reading = text === undefined ? null : readScore(text)
  return reading?.kind === 'number' ? plain(reading.value) : text
}
