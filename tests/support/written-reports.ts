import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type EvaluatedDocument, evaluateDocument } from '@/lib/exchange/evaluate'

/**
 * Invented reports in many departments' styles. Each file: a few fields, the text, and mistakes to be planted in it, one a
 * line. As they stand they are right and full of what only looks wrong; whatever is planted must be found. A last part
 * lists mistakes that are known to go unnoticed, so that what is caught of all of them can be told.
 */
const FOLDER = path.resolve('tests/domain/text/reports')

export type Planted = readonly (readonly [right: string, wrong: string])[]
export type WrittenReport = { document: Record<string, unknown>; narrative: string; planted: Planted; unnoticed: Planted }

function read(file: string): WrittenReport {
  const [head = '', narrative = '', planted = '', unnoticed = ''] = readFileSync(path.join(FOLDER, file), 'utf8').split('\n===\n')
  const fields = Object.fromEntries(head.split('\n').map((line) => line.split(': ') as [string, string]))
  const { year, budget, ...rest } = fields
  const [adjustedBudget, actualExpenditure] = (budget ?? '').split(' / ')
  const funds = budget === undefined ? {} : { funds: [{ item: '年度资金总额', role: 'total', adjustedBudget, actualExpenditure }] }
  return {
    document: { format: 'hengji.evaluation/1', moneyUnit: '万元', year: Number(year), ...rest, ...funds },
    narrative,
    planted: linesOf(planted),
    unnoticed: linesOf(unnoticed),
  }
}

const linesOf = (part: string): Planted =>
  part.split('\n').flatMap((line) => {
    const [right, wrong] = line.split(' → ')
    return right === undefined || wrong === undefined ? [] : [[right, wrong] as const]
  })

export const REPORTS = readdirSync(FOLDER).map((file) => ({ file, report: read(file) }))

/** A document with this text, scored and checked, and every figure of the text. */
export function evaluated(document: object, narrative: string): EvaluatedDocument {
  const result = evaluateDocument({ ...document, narrative }, { figures: true })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.line
}
