import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { relationsIn } from '@/lib/domain/text/engine'
import { readingOf } from '@/lib/domain/text/reading'
import { markedReport, plainTextOf } from '@/tests/support/marked-report'

const FOLDER = path.resolve('tests/exchange/reports')
/** A scan's mistakes are none of the report's. */
const isScanned = (marked: string): boolean => /⟦[^|⟧]+\|[^|⟧]+\|/.test(marked)
const reports = fs
  .readdirSync(FOLDER)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, fs.readFileSync(path.join(FOLDER, name), 'utf8')] as const)
  .filter(([, marked]) => !isScanned(marked))

/** What is broken in a text: the printed result, what it is held against, and what it should be. */
const brokenIn = (text: string): string[] =>
  relationsIn(readingOf([{ at: 'narrative', text }], 2023)).flatMap(({ holds, certainty, result, operands, expected }) =>
    holds || certainty === 'unclear'
      ? []
      : [`${[result, ...operands].map(({ label, written }) => label + written).join(' ← ')} (${expected})`],
  )

test('there are reports to read', () => expect(reports.length).toBeGreaterThan(70))
test.each(reports)('%s says nothing that its own figures contradict', (_, marked) => {
  const text = plainTextOf(markedReport(marked))
  // However the cells of its tables are parted
  for (const sign of ['|', '\t', '  ', ' ']) expect(brokenIn(text.replace(/ *\| */g, sign))).toEqual([])
})
