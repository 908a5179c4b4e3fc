import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluateDocument } from '@/lib/exchange/evaluate'
import { readReport } from '@/lib/exchange/report-file'
import { brokenLines } from '@/tests/support/broken-lines'
import { markedReport, missedOf, plainTextOf } from '@/tests/support/marked-report'
import { pdfFile } from '@/tests/support/pdf-file'
import { wordFile } from '@/tests/support/word-file'

/** Invented reports in the outlines of different provinces: every figure and paragraph that is marked in them is read. */

const folder = path.join(import.meta.dirname, 'reports')
const reports = readdirSync(folder).map((file) => ({ file, ...markedReport(readFileSync(path.join(folder, file), 'utf8')) }))

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

describe.each(reports)('$file', (report) => {
  const plain = plainTextOf(report)
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  test.each([
    ['as text', bytes(plain)],
    ['broken at 28 signs', bytes(brokenLines(lines(plain)))],
    ['broken at 34 signs', bytes(brokenLines(lines(plain), 34))],
    ['as .docx', wordFile(report.text)],
    ['as .docx with numbers that Word writes', wordFile(report.text, { numbers: true })],
    ['as .pdf', pdfFile(report.text)],
  ])('%s', async (_, file) => {
    const read = await readReport(file)
    if (!read.ok) throw new Error(read.error.code)
    expect(missedOf(report, read.document)).toEqual({ figures: [], paragraphs: [] })
    expect(evaluateDocument(read.document).ok).toBe(true)
  })
})

test('only a table with the 分值 of execution and every row is complete: nothing is concluded from the sums of another', async () => {
  const completeOf = async (file: string): Promise<boolean | undefined> => {
    const report = reports.find((other) => other.file === file)
    const read = await readReport(wordFile(report?.text ?? ''))
    return read.ok ? read.document.complete : undefined
  }
  expect(await completeOf('chongqing-whole-table.txt')).toBe(true)
  expect(await completeOf('fujian-port.txt')).toBe(false)
})
