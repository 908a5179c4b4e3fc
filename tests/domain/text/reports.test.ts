import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { evaluateDocument } from '@/lib/exchange/evaluate'

/**
 * Invented reports in many departments' styles. Each file: a few fields, the text, and mistakes to be planted in it, one a
 * line. As they stand they are right and full of what only looks wrong; whatever is planted must be found. A last part
 * lists mistakes that are known to go unnoticed, so that what is caught of all of them can be told.
 */
const FOLDER = path.join(import.meta.dirname, 'reports')

type Planted = readonly (readonly [right: string, wrong: string])[]
type Report = { document: Record<string, unknown>; narrative: string; planted: Planted; unnoticed: Planted }

function read(file: string): Report {
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

function findingsOf({ document }: Report, narrative: string): string[] {
  const result = evaluateDocument({ ...document, narrative })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.line.findings.flatMap(({ code, severity, message }) => (severity === 'info' ? [] : [`${code} ${message}`]))
}

const REPORTS = readdirSync(FOLDER).map((file) => ({ file, report: read(file) }))

test.each(REPORTS)('$file as it stands is right', ({ report }) => {
  expect(findingsOf(report, report.narrative)).toEqual([])
})

const newly = (report: Report, [right, wrong]: Planted[number]): string[] => {
  expect(report.narrative.split(right)).toHaveLength(2)
  return findingsOf(report, report.narrative.replace(right, wrong))
}

const PLANTED = REPORTS.flatMap(({ file, report }) => report.planted.map((mistake) => ({ file, report, mistake })))
test.each(PLANTED)('in $file $mistake is found', ({ report, mistake }) => {
  expect(newly(report, mistake)).not.toEqual([])
})

test('nine in ten of all mistakes planted are found; of those that are not, none is found by now', () => {
  const unnoticed = REPORTS.flatMap(({ report }) => report.unnoticed.map((mistake) => newly(report, mistake)))
  expect(unnoticed.filter((found) => found.length > 0)).toEqual([])
  expect(unnoticed.length * 9).toBeLessThanOrEqual(PLANTED.length)
})
