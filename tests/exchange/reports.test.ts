import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { readReport } from '@/lib/exchange/report-file'
import { brokenLines } from '@/tests/support/broken-lines'
import { markedReport, missedOf } from '@/tests/support/marked-report'

/** Invented reports in the outlines of different provinces: every figure and paragraph that is marked in them is read. */

const folder = path.join(import.meta.dirname, 'reports')
const reports = readdirSync(folder).map((file) => ({ file, ...markedReport(readFileSync(path.join(folder, file), 'utf8')) }))

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

describe.each(reports)('$file', (report) => {
  test.each([
    ['as it is', report.text],
    ['broken at 28 signs', brokenLines(lines(report.text))],
    ['broken at 34 signs', brokenLines(lines(report.text), 34)],
  ])('%s', (_, text) => {
    const read = readReport(new TextEncoder().encode(text))
    if (!read.ok) throw new Error(read.error.code)
    expect(missedOf(report, read.document)).toEqual({ figures: [], paragraphs: [] })
    expect(evaluateDocument(read.document).ok).toBe(true)
  })
})
