import { findingsOf } from '@/lib/domain/checks/catalogue'
import type { CheckCode } from '@/lib/domain/checks/facts'
import type { Finding } from '@/lib/domain/checks/findings'
import type { Form, FormIndicator } from '@/lib/domain/checks/form'
import { figuresOfText } from '@/lib/domain/checks/narrative/figures'
import { fixed, hundred, plain, times } from '@/lib/domain/quantities'
import type { CellReading } from '@/lib/domain/reading/cell-reading'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { gradeName, gradeOf } from '@/lib/domain/scoring/grade'
import { findingSentence } from '@/lib/messages/findings'
import { notApplicable } from '@/lib/messages/form-labels'
import { operatorSigns } from '@/lib/messages/labels'
import { bundledScheme } from './bundled-schemes'
import { type DocumentError, parseDocument } from './document-format'
import { formOfDocument } from './form-of-document'
import { readScheme } from './scheme-format'

/** What a cell holds, as `evaluate` prints it; null is 未填. */
export type PrintedReading =
  | { operator: string | null; value: string; unit: string }
  | { operator: string; from: string; to: string; unit: string }
  | { date: string }
  | { text: string }
  | null

export type PrintedIndicator = {
  target: PrintedReading
  actual: PrintedReading
  outcome: 'met' | 'missed' | 'judgement' | 'not-applicable' | 'unreadable'
  score: string | null
}

export type PrintedFinding = {
  code: CheckCode
  severity: Finding['severity']
  at: string
  message: string
  expected?: string
  found?: string
}

/** The line of one evaluated document, without its file. */
export type EvaluatedDocument = {
  executionRate: string | null
  executionScore: string | null
  indicators: PrintedIndicator[]
  total: string | null
  grade: string | null
  findings: PrintedFinding[]
  /** Every figure of the narrative, where it was asked for. */
  figures?: PrintedFigure[]
}

/** A figure of the narrative: where it begins in it, and whether relations confirm or contradict it. */
export type PrintedFigure = { at: string; offset: number; text: string; status: string; relations: readonly string[] }

const DEFAULT_SCHEME = 'national-2020'

/** Reads, scores and checks one evaluation document of unknown origin. Never throws on what stands in it. */
export function evaluateDocument(
  json: unknown,
  { figures = false } = {},
): { ok: true; line: EvaluatedDocument } | { ok: false; error: DocumentError } {
  const parsed = parseDocument(json)
  if (!parsed.ok) return parsed
  const scheme = schemeOf(parsed.document.scheme ?? DEFAULT_SCHEME)
  if ('error' in scheme) return { ok: false, error: scheme.error }
  const form = formOfDocument(parsed.document, scheme.scheme)
  const line = lineOf(form)
  return { ok: true, line: figures ? { ...line, figures: figuresOfText(form).map(printedFigure) } : line }
}

const printedFigure = ({ mention, status, kinds, at, offset }: ReturnType<typeof figuresOfText>[number]): PrintedFigure => ({
  at,
  offset,
  text: `${mention.label}${mention.written}`,
  status,
  relations: kinds,
})

function schemeOf(given: string | object): { scheme: Scheme } | { error: DocumentError } {
  if (typeof given === 'string') {
    const scheme = bundledScheme(given)
    return scheme === null ? { error: { at: '/scheme', code: 'unknownScheme', facts: { scheme: given.slice(0, 80) } } } : { scheme }
  }
  const read = readScheme(given)
  if (read.ok) return { scheme: read.scheme }
  return { error: { at: `/scheme${read.problems[0].at}`, code: 'invalidScheme' } }
}

function lineOf(form: Form): EvaluatedDocument {
  const { execution, total } = form
  const grade = gradeOf(total, form.scheme)
  return {
    executionRate: execution.state.state === 'known' ? fixed(times(execution.state.rate, hundred), 2) : null,
    executionScore: execution.score === null ? null : fixed(execution.score, 2),
    indicators: form.indicators.map(printedIndicator),
    total: total === null ? null : fixed(total, 2),
    grade: grade === null ? null : gradeName(grade, form.scheme),
    findings: findingsOf(form).map(printedFinding),
  }
}

const printedIndicator = (row: FormIndicator): PrintedIndicator => ({
  target: printedReading(row.target.reading),
  actual: printedReading(row.actual.reading),
  outcome: outcomeOf(row),
  score: row.score === null ? null : fixed(row.score, 2),
})

function outcomeOf({ comparison, decided }: FormIndicator): PrintedIndicator['outcome'] {
  if (comparison.outcome === 'notApplicable') return 'not-applicable'
  if (comparison.outcome === 'unreadable') return 'unreadable'
  if (comparison.outcome === 'blank' || comparison.outcome === 'judgement' || !decided) return 'judgement'
  return comparison.outcome
}

function printedReading(reading: CellReading): PrintedReading {
  switch (reading.kind) {
    case 'blank':
      return null
    case 'number':
      return {
        operator: reading.operator === null ? null : operatorSigns[reading.operator],
        value: plain(reading.value),
        unit: reading.unit,
      }
    case 'range':
      return { operator: '…', from: plain(reading.from), to: plain(reading.to), unit: reading.unit }
    case 'date': {
      const [, day = ''] = reading.to.split('-')
      const month = `${reading.month}`.padStart(2, '0')
      return { date: `${reading.year ?? '-'}-${month}${reading.day === null ? '' : `-${day}`}` }
    }
    case 'notApplicable':
      return { text: notApplicable(reading.reason) }
    default:
      return { text: reading.text }
  }
}

const printedFinding = (finding: Finding): PrintedFinding => ({
  code: finding.code,
  severity: finding.severity,
  at: finding.at,
  message: findingSentence(finding),
  ...(finding.expected === undefined ? {} : { expected: finding.expected }),
  ...(finding.found === undefined ? {} : { found: finding.found }),
})

const ROWS_AT_ONCE = 500

/** The line as JSON in pieces: a table of 64,000 rows never stands in memory as one text. */
export function* jsonPieces(line: { file: string } & EvaluatedDocument): Generator<string> {
  const { indicators, findings, figures, total, grade, ...head } = line
  yield `${JSON.stringify(head).slice(0, -1)},"indicators":`
  yield* listPieces(indicators)
  yield `,"total":${JSON.stringify(total)},"grade":${JSON.stringify(grade)},"findings":`
  yield* listPieces(findings)
  if (figures !== undefined) {
    yield ',"figures":'
    yield* listPieces(figures)
  }
  yield '}'
}

function* listPieces(rows: readonly object[]): Generator<string> {
  yield '['
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE)).slice(1, -1)
    yield from === 0 ? some : `,${some}`
  }
  yield ']'
}
