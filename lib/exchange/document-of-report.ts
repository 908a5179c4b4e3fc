import type { FigureName } from '@/lib/domain/cells/funds'
import type { Intake } from '@/lib/domain/intake/intake'
import type { Leading } from '@/lib/domain/intake/leading'
import { isFound } from '@/lib/domain/intake/left'
import type { Paper } from '@/lib/domain/intake/paper'
import { markBefore } from '@/lib/domain/intake/pieces'
import type { Found } from '@/lib/domain/intake/read-paper'
import { wasMended } from '@/lib/domain/intake/scan-mistakes'
import type { Task } from '@/lib/domain/intake/tasks'
import { ITEMS } from '@/lib/domain/intake/vocabulary/money'
import { plain } from '@/lib/domain/quantities'
import { readDay } from '@/lib/domain/reading/day-reading'
import { type MoneyUnit, readMoney } from '@/lib/domain/reading/number-reading'
import { figureColumnLabels } from '@/lib/messages/form-labels'
import { splitLabels } from '@/lib/messages/labels'
import { type EvaluationDocument, parseDocument, pointer } from './document-format'

/** A document in which cells still know where they come from. */
type Drafted<T> = T extends string
  ? T | Found
  : T extends readonly (infer Item)[]
    ? Drafted<Item>[]
    : T extends object
      ? { [K in keyof T]: Drafted<T[K]> }
      : T

/**
 * What was read in a report as an evaluation document. `reading` says of each cell where in the text it stands and how sure
 * it is, and lists what was put nowhere. Null where it says more of something than a document may hold.
 */
export function documentOfReport(paper: Paper, intake: Intake): EvaluationDocument | null {
  const draft: Drafted<EvaluationDocument> = draftOf(intake, paper.text)
  const found: NonNullable<EvaluationDocument['reading']>['found'] = []
  const placed = placing(paper)
  const plainOf = (value: unknown, path: readonly PropertyKey[]): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (isFound(value)) {
      const certainty = wasMended(paper.text.slice(value.from, value.to), value.text) ? 'unsure' : value.certainty
      found.push({ at: pointer(path), certainty, ...placed(value) })
      return value.text
    }
    if (Array.isArray(value)) return value.map((item, index) => plainOf(item, [...path, index]))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainOf(part, [...path, name])]))
  }
  const json = plainOf(draft, []) as object
  const left = intake.left.map(({ text, section, from, to }) => ({
    text,
    ...(section === null ? {} : { section }),
    ...placed({ from, to }),
  }))
  const read = parseDocument({ ...json, reading: { text: paper.text, found, left } })
  return read.ok ? read.document : null
}

/** Lines and pages count from 1. */
function placing({ text, pages }: Paper) {
  const lines: number[] = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1)
  const nth = (starts: readonly number[], at: number): number => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
  return ({ from, to }: { from: number; to: number }) => ({
    from,
    to,
    line: nth(lines, from),
    ...(pages.length === 0 ? {} : { page: nth(pages, from) }),
  })
}

const given = <K extends string, V>(name: K, value: V | null | undefined): Partial<Record<K, V>> =>
  value === null || value === undefined ? {} : ({ [name]: value } as Partial<Record<K, V>>)

function draftOf(intake: Intake, text: string): Drafted<EvaluationDocument> {
  const { names, narrative, cover, total, grade } = intake
  const marked = (found: Leading) => ({ text: found, ...(found.leads ? { mark: '无' as const } : markBefore(text, found.from)) })
  return {
    format: 'hengji.evaluation/1',
    kind: intake.kind,
    department: names.department ?? '',
    ...given('project', names.project),
    ...given('region', names.region),
    year: names.year,
    moneyUnit: intake.unit,
    complete: intake.complete,
    funds: intake.funds.map(({ unit: _, ...row }) => row),
    splits: splitsOf(intake),
    figures: figuresOf(intake),
    indicators: intake.indicators.map(({ task, ...row }) => ({ ...row, ...given('task', task) })),
    ...(intake.subtotals.length === 0 ? {} : { subtotals: intake.subtotals }),
    ...(intake.managed.length === 0 ? {} : { fundsManagement: intake.managed }),
    ...given('printedTotal', total),
    ...given('printedGrade', grade),
    sections: {
      duties: narrative.duties,
      deviation: narrative.deviation,
      ...(narrative.fundsManagement.length === 0 ? {} : { fundsManagement: narrative.fundsManagement }),
      conclusion: narrative.conclusion,
      taskOverview: intake.overview,
      achievements: narrative.achievements,
    },
    goals: intake.goals.map((goal) => ({ ...marked(goal.text), completion: goal.completion ?? '' })),
    tasks: intake.tasks.map(({ funds, ...task }) => ({ ...task, ...fundsOfTask(funds) })),
    problems: intake.problems.map((problem, index) => ({ ...marked(problem), measures: intake.ties[index] ?? [] })),
    measures: intake.measures.map(marked),
    cover: {
      annexNumber: cover.annexNumber ?? '',
      signature: cover.signature ?? '',
      date: cover.date === undefined ? '' : { ...cover.date, text: readDay(cover.date.text) ?? cover.date.text },
      preparer: cover.preparer ?? '',
      principal: cover.principal ?? '',
      phone: cover.phone ?? '',
    },
  }
}

/** The task's money; sources only where it has some. */
const fundsOfTask = (funds: Task['funds']): Partial<Omit<NonNullable<Task['funds']>, never>> => {
  const { sources = [], ...spent } = funds ?? {}
  return { ...spent, ...(sources.length === 0 ? {} : { sources }) }
}

const splitsOf = ({ splits, counts }: Intake): Drafted<NonNullable<EvaluationDocument['splits']>> => [
  ...splits.map(({ split, column, total, parts }) => ({
    name: `${figureColumnLabels[column]}${splitLabels[split]}`,
    ...given('total', total),
    parts: parts.map(({ name, amount }) => ({ name, amount })),
  })),
  ...counts.map(({ name, total, parts }) => ({ name, total, parts })),
]

/** The product's own figures among those of the money table and the splits, as plain numbers in the document's unit. */
function figuresOf({ funds, splits, further, unit }: Intake): Drafted<NonNullable<EvaluationDocument['figures']>> {
  const figures = new Map<FigureName, Found>()
  const add = (name: FigureName, cell: Found | undefined): void => {
    const amount = cell === undefined ? null : plainAmount(cell.text, unit)
    if (cell !== undefined && amount !== null && !figures.has(name)) figures.set(name, { ...cell, text: amount })
  }
  const whole = funds.find(({ role }) => role === 'total')
  for (const column of ['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const) add(`total/${column}`, whole?.[column])
  add('total/received', whole?.received)
  add('closingCarryOver/amount', whole?.carryOver)
  for (const { item, received } of funds) {
    const source = ITEMS.find(([, split, pattern]) => split === 'source' && pattern.test(item.text))?.[0]
    if (source !== undefined) add(`${source}/received` as FigureName, received)
  }
  for (const { column, parts } of splits) for (const { item, amount } of parts) add(`${item}/${column}` as FigureName, amount)
  for (const { name, amount, measure } of further) {
    if (measure === 'money') add(name, amount)
    else if (!figures.has(name)) figures.set(name, { ...amount, text: amount.text.replaceAll(',', '') })
  }
  return [...figures].map(([name, amount]) => ({ name, amount }))
}

function plainAmount(text: string, unit: MoneyUnit): string | null {
  const reading = readMoney(text, unit)
  return reading.kind === 'number' ? plain(reading.value) : null
}
