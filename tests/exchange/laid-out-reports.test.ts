import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readReport } from '@/lib/exchange/report-file'
import { layouts } from '@/tests/support/laid-out'
import { markedReport, missedOf, plainTextOf } from '@/tests/support/marked-report'
import { random } from '@/tests/support/unreliable'

/**
 * However a report is laid out, the same is read of it: signs of half a width, spaces, pages, other numbers, headings with marks behind
 * them, sections in another order. Two seeds for each report and layout; HENGJI_LONG=1 takes twenty, HENGJI_SEED plays one again.
 */
const seeds =
  process.env.HENGJI_SEED !== undefined
    ? [Number(process.env.HENGJI_SEED)]
    : Array.from({ length: process.env.HENGJI_LONG === '1' ? 20 : 2 }, (_, i) => i + 1)

const folder = path.join(import.meta.dirname, 'reports')
const reports = readdirSync(folder).map((file) => ({ file, ...markedReport(readFileSync(path.join(folder, file), 'utf8')) }))

/** Where a page breaks off between two paragraphs at the edge of a line, nobody can tell that there are two. */
const UNTOLD: readonly (readonly [file: string, layout: string])[] = [
  ['hunan-forestry-2017.txt', 'lines of a page'],
  ['guangdong-commerce.txt', 'lines of a page'],
]

describe.each(Object.entries(layouts))('%s', (name, layout) => {
  const told = reports.filter(({ file }) => !UNTOLD.some((untold) => untold[0] === file && untold[1] === name))
  test.each(told)('$file', async (report) => {
    const lines = plainTextOf(report)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    for (const seed of seeds) {
      const dice = random(seed)
      const text = layout(lines, (below) => Math.abs(dice(below))).join('\n')
      const read = await readReport(new TextEncoder().encode(text))
      if (!read.ok) throw new Error(read.error.code)
      expect({ seed, ...missedOf(report, read.document) }).toEqual({ seed, figures: [], paragraphs: [] })
    }
  })
})
