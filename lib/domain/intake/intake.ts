import type { MoneyUnit } from '@/lib/domain/reading/number-reading'
import { faultsOf, tiesOf } from './faults'
import { withFormLines } from './form-lines'
import { type Funds, fundsOf } from './funds'
import { type FurtherFigure, furtherFiguresOf } from './further-figures'
import type { TableIndicator } from './indicator-table'
import type { Leading } from './leading'
import { type Left, leftOf } from './left'
import { type ListedIndicators, listedIndicatorsOf } from './listed-indicators'
import type { TableManaged } from './managed-table'
import type { TableFunds } from './money-table'
import { implementingIn, type Names, namesOf } from './names'
import { goalsOf, type Narrative, narrativeOf } from './narrative'
import { withOutlinedTables } from './outlined-tables'
import type { Paper } from './paper'
import type { Block } from './pieces'
import { proseIndicatorsOf } from './prose-indicators'
import { type Found, foundIn, type ReadPaper, readPaper } from './read-paper'
import { resultsOf } from './results'
import { type CountSplit, countSplitsOf, type Split, splitsOf, splitsOfRows } from './splits'
import type { TableSubtotal } from './subtotals'
import { type TableReading, tablesOf } from './table-reading'
import { type Task, tasksOf, withTableTasks } from './tasks'
import { type ToldGoals, toldGoalsOf } from './told-goals'
import { DAY_ALONE, HEAD_FIELDS } from './vocabulary/forms'

export type Goal = { text: Leading; completion: Found | null }
export type ReportIndicator = TableIndicator & { task: number | null }
export type Cover = Partial<Record<'annexNumber' | 'signature' | 'date' | 'preparer' | 'principal' | 'phone', Found>>

/** What a finished report says, part by part of the form, each with its place. Null and empty: it does not say it. */
export type Intake = {
  kind: 'department' | 'project'
  names: Names
  unit: MoneyUnit
  funds: TableFunds[]
  splits: Split[]
  counts: CountSplit[]
  further: FurtherFigure[]
  indicators: ReportIndicator[]
  /** The indicators are a printed table's, with all of its rows. */
  complete: boolean
  subtotals: TableSubtotal[]
  managed: TableManaged[]
  total: Found | null
  grade: Found | null
  narrative: Narrative
  overview: Block[]
  goals: Goal[]
  tasks: Task[]
  problems: Leading[]
  measures: Leading[]
  /** Places of the measures that answer each problem. */
  ties: number[][]
  cover: Cover
  left: Left[]
}

/** Reads a finished report. Nothing is guessed that it does not say. Linear in its length. */
export function intakeOf(given: Paper): Intake {
  const paper = withFormLines(withOutlinedTables(given))
  const read = readPaper(paper)
  const tables = tablesOf(read)
  const text = fundsOf(read)
  const splits = splitsOf(read, text)
  const counts = countSplitsOf(read)
  const results = resultsOf(read)
  const listed = listedIndicatorsOf(read)
  const toldGoals = toldGoalsOf(read)
  const { tasks: told, overview } = tasksOf(read, new Set([...listed.wholly, ...toldGoals.paragraphs]))
  const tasks = withTableTasks(told, tables.tasks)
  const labelled = (pattern: RegExp): Found | null => tables.labels.find(({ name }) => pattern.test(name))?.value ?? null
  const isProject = labelled(/^项目名称/) !== null
  const implementing = isProject ? labelled(IMPLEMENTING) : read.title.kind === 'project' ? implementingIn(read) : null
  const names = namesOf(read, implementing !== null && IS_SAME.test(implementing.text) ? null : implementing)
  const narrative = narrativeOf(read)
  const goals = [
    ...toldGoals.goals,
    ...goalsOf(read, toldGoals.paragraphs).map((goal) => ({ text: goal, completion: null })),
    ...tables.goals,
  ]
  const { problems, measures } = faultsOf(read)
  const further = [...furtherFiguresOf(read, text, splits), ...countedIn(tables), ...tables.data]
  const received = further.find(({ name }) => name === 'total/received')?.amount
  const funds = fundsRows(text, tables, {
    ...(results.executionScore === null ? {} : { printedScore: results.executionScore }),
    ...(received === undefined ? {} : { received }),
  })
  const intake = {
    kind: isProject ? ('project' as const) : read.title.kind,
    names: {
      ...names,
      department:
        names.department ?? labelled(/^(?!项目).*名称|预算部门|填报单位/) ?? labelled(/^项目单位|^实施单位/) ?? labelled(/^主管部门/),
      project: names.project ?? labelled(/^项目名称/),
    },
    unit: unitOf(text, tables, paper.text),
    funds,
    splits: [...splits, ...splitsOfRows(tables.funds, splits)],
    counts,
    further,
    indicators: indicatorsOf(read, { tables, listed, tasks, counts, goals: toldGoals.goals }),
    complete: isComplete(tables, funds),
    subtotals: tables.subtotals,
    managed: tables.managed,
    total: results.total ?? tables.total ?? labelled(/总分|自评得分/),
    grade: results.grade ?? labelled(/等级/),
    narrative,
    overview,
    goals,
    tasks,
    problems,
    measures,
    ties: tiesOf({ problems, measures }),
    cover: coverOf(read, labelled),
  }
  return { ...intake, left: leftOf(read, intake, tables.unknown) }
}

const IMPLEMENTING = /^(?:项目)?实施单位/
/** 本单位 names nobody. */
const IS_SAME = /^(?:本|我|各|同上|详见)|、|等$/

/** People as the head of a form counts them. */
const countedIn = ({ labels }: TableReading): FurtherFigure[] =>
  labels.flatMap(({ name, value }): FurtherFigure[] => {
    const item = /编制/.test(name) ? 'staffQuota' : /^(?:实有|在职)人数/.test(name) ? 'staffInPost' : null
    const count = /^\d+(?=[人名个]?$)/.exec(value.text)?.[0]
    return item === null || count === undefined ? [] : [{ name: `${item}/count`, amount: { ...value, text: count }, measure: 'count' }]
  })

/** A table down to its sum, with the 分值 of every row and of execution: only then its sums mean something. */
const isComplete = ({ indicators, total }: TableReading, funds: readonly TableFunds[]): boolean =>
  indicators.length > 0 &&
  total !== null &&
  indicators.every(({ maxScore }) => maxScore !== undefined) &&
  funds.some(({ maxScore }) => maxScore !== undefined)

const unitOf = ({ unit, mentions }: Funds, { funds }: TableReading, text: string): MoneyUnit => {
  const said = funds.find((row) => row.unit !== null)?.unit ?? (funds.length > 0 ? /单位[：:](?:人民币)?(万元|元)/.exec(text)?.[1] : null)
  if (said === '元' || said === '万元') return said
  return Object.keys(mentions).length > 0 ? unit : '万元'
}

/** The money table's rows; the text's amounts where there is none, and where it leaves a cell of the whole blank. */
function fundsRows({ amounts, rate }: Funds, { funds }: TableReading, others: Partial<TableFunds>): TableFunds[] {
  const main = amounts.adjustedBudget ?? amounts.actualExpenditure ?? amounts.initialBudget
  const rest = {
    ...(rate === null ? {} : { printedRate: rate }),
    ...others,
  }
  if (funds.length > 0) {
    const total = funds.find(({ role }) => role === 'total') ?? (funds.length === 1 ? funds[0] : undefined)
    return funds.map((row) => (row === total ? { ...amounts, ...rest, ...row, role: 'total' as const } : row))
  }
  if (main === undefined) return []
  return [{ item: { ...main, text: '部门整体支出', certainty: 'likely' }, role: 'total', unit: null, ...amounts, ...rest }]
}

type Told = {
  tables: TableReading
  listed: ListedIndicators
  tasks: readonly Task[]
  counts: readonly CountSplit[]
  goals: ToldGoals['goals']
}

/** The table's indicators where there is one, or those of a list, else those that sentences tell of, each with its task. */
function indicatorsOf(read: ReadPaper, { tables, listed, tasks, counts, goals }: Told): ReportIndicator[] {
  const rows = tables.indicators.length > 0 ? tables.indicators : listed.rows
  if (rows.length > 0) return rows.map((row) => ({ ...row, task: null }))
  const counted = new Set(counts.flatMap(({ total, parts }) => [total.from, ...parts.map(({ amount }) => amount.from)]))
  const prose = proseIndicatorsOf(read, ({ from }) => counted.has(from), goals)
  return prose.map(({ name, target, actual, completion }) => {
    const task = tasks.findIndex((own) => own.completion.some(({ text }) => text.from <= actual.from && actual.to <= text.to))
    return {
      name,
      ...(target === null ? {} : { target }),
      actual,
      ...(completion === undefined ? {} : { printedCompletion: completion }),
      task: task < 0 ? null : task,
    }
  })
}

/** 填报日期：2024年3月15日 in a line above the table. */
function dateOfFilling(read: ReadPaper): Found | null {
  for (const [index, text] of read.texts.entries()) {
    const match = text.length > 90 ? null : FILLED_ON.exec(text)
    if (match?.[1] !== undefined)
      return foundIn(read, index, match.index + match[0].length - match[1].length, match.index + match[0].length)
  }
  return null
}
const FILLED_ON = /(?:填报|填表|报告|编制)(?:日期|时间)[:：]?(20\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?)/

/** So far down a form's head reaches. */
const HEAD = 24

/** A line of the cover, above the first numbered heading. */
function onCover(read: ReadPaper, pattern: RegExp): Found | null {
  const first = read.nodes.findIndex((node) => node?.marker != null)
  const index = read.texts.slice(0, first < 0 ? HEAD : first).findIndex((text) => pattern.test(text))
  return index < 0 ? null : foundIn(read, index, 0, (read.texts[index] ?? '').length)
}

/** Who may be asked, where the form asks for it at its head. */
function inHead(read: ReadPaper, field: (typeof HEAD_FIELDS)[number][0]): Found | null {
  for (const [index, text] of read.texts.slice(0, HEAD).entries())
    for (const [name, pattern] of HEAD_FIELDS) {
      const value = name === field ? pattern.exec(text)?.[1] : undefined
      if (value !== undefined) return foundIn(read, index, text.indexOf(value), text.indexOf(value) + value.length)
    }
  return null
}

function coverOf(read: ReadPaper, labelled: (pattern: RegExp) => Found | null): Cover {
  const { title, signature } = read
  const part = (found: { text: string; index: number; from: number } | null): Found | null =>
    found === null ? null : { ...foundIn(read, found.index, found.from, found.from + found.text.length), text: found.text }
  const parts: [keyof Cover, Found | null][] = [
    ['annexNumber', part(title.annex)],
    ['signature', part(signature.signature)],
    ['date', part(signature.date) ?? labelled(/^填报日期/) ?? dateOfFilling(read) ?? onCover(read, DAY_ALONE)],
    ['preparer', part(signature.preparer) ?? labelled(/^(?:填报人|联系人)/) ?? inHead(read, 'preparer')],
    ['principal', part(signature.principal) ?? labelled(/负责人/)],
    ['phone', part(signature.phone) ?? labelled(/电话|^联[系络]方式/) ?? inHead(read, 'phone')],
  ]
  return Object.fromEntries(parts.filter(([, found]) => found !== null))
}
