import fs from 'node:fs'
import path from 'node:path'
import { type EvaluatedDocument, evaluateDocument } from '@/lib/exchange/evaluate'

/** What must come out of a document; fields that are absent state nothing, a list means any of its members will do. */
export type Expectation = {
  id: string
  executionRate?: Allowed
  executionScore?: Allowed
  total?: Allowed
  codes: readonly { code: string; at?: string | readonly string[] }[]
  mayRaise: readonly string[]
  clean: boolean
  indicators: Readonly<Record<string, { outcome?: Allowed; score?: Allowed }>>
}
type Allowed = string | null | readonly (string | null)[]

export const expectationsIn = (folder: string): Expectation[] => JSON.parse(fs.readFileSync(path.join(folder, 'expected.json'), 'utf8'))

export function evaluated(folder: string, id: string): EvaluatedDocument {
  const result = evaluateDocument(JSON.parse(fs.readFileSync(path.join(folder, `${id}.json`), 'utf8')))
  if (!result.ok) throw new Error(`${id}: ${result.error.at} ${result.error.code}`)
  return result.line
}

const allowed = (wanted: Allowed, found: string | null): boolean => (Array.isArray(wanted) ? wanted.includes(found) : wanted === found)
const touches = (at: string, place: string): boolean => at === place || at.startsWith(`${place}/`) || place.startsWith(`${at}/`)

/** Where a line differs from what is expected, one sentence each. `known`: further codes that the contract asks for. */
export function differences(line: EvaluatedDocument, expected: Expectation, known: readonly string[] = []): string[] {
  const wrong: string[] = []
  for (const field of ['executionRate', 'executionScore', 'total'] as const) {
    const wanted = expected[field]
    if (wanted !== undefined && !allowed(wanted, line[field])) wrong.push(`${field}: ${JSON.stringify(wanted)} ≠ ${line[field]}`)
  }
  for (const [index, wanted] of Object.entries(expected.indicators)) {
    const row = line.indicators[Number(index)]
    for (const field of ['outcome', 'score'] as const) {
      const value = wanted[field]
      if (value !== undefined && (row === undefined || !allowed(value, row[field])))
        wrong.push(`${index} ${field}: ${JSON.stringify(value)} ≠ ${row?.[field]}`)
    }
  }
  const places = (at: string | readonly string[] | undefined): readonly string[] =>
    at === undefined ? [''] : typeof at === 'string' ? [at] : at
  const matches = (code: string, at: string) => (wanted: Expectation['codes'][number]) =>
    wanted.code === code && places(wanted.at).some((place) => place === '' || touches(at, place))
  for (const wanted of expected.codes)
    if (!line.findings.some(({ code, at }) => matches(code, at)(wanted)))
      wrong.push(`missing ${wanted.code} at ${wanted.at ?? 'any place'}`)
  for (const { code, severity, at, message } of line.findings) {
    if (expected.clean && severity === 'error') wrong.push(`error in a clean document: ${code} at ${at}`)
    if (!expected.codes.some(matches(code, at)) && !expected.mayRaise.includes(code) && !known.includes(code))
      wrong.push(`not asked for: ${code} at ${at}: ${message}`)
  }
  return wrong
}
