import type { ListName } from '@/lib/domain/cells/cells'
import type { Mark } from '@/lib/domain/cells/marks'
import { NARRATIVE_SECTIONS, type NarrativeSection } from '@/lib/domain/cells/narrative'
import type { BlockShape, TaskSection } from '@/lib/domain/evaluation/rows'
import { plain } from '@/lib/domain/quantities'
import { readScore } from '@/lib/domain/reading/number-reading'
import { leadingBounds } from '@/lib/domain/reading/operators'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import type { DocumentIndicator } from '@/lib/exchange/document-rows'

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
  const { sections = {}, goals = [], tasks = [], indicators = [], problems = [], measures = [] } = document
  const texts = (list: 'goals' | 'measures', rows: readonly { text: string; mark?: Mark; completion?: string }[]): WantedRow[] =>
    rows.map(({ text, mark, completion }, index) => {
      const at = `/${list}/${index}`
      const rest = completion === undefined ? [] : [{ column: 'completion', text: completion, at: `${at}/completion` }]
      return { at, place: { list }, ...shapeOf(mark), cells: said([{ column: 'text', text, at: `${at}/text` }, ...rest]) }
    })
  const rows = [
    ...NARRATIVE_SECTIONS.flatMap((section) => blocks(sections[section] ?? [], `/sections/${section}`, { list: 'narrative', section })),
    ...texts('goals', goals),
    ...tasks.flatMap(({ name, subItems, completion }, index): WantedRow[] => {
      const at = `/tasks/${index}`
      return [
        { at, place: { list: 'tasks' }, cells: [{ column: 'name', text: name, at: `${at}/name` }] },
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
