// How fast finished reports are read: as text, .docx and .pdf, one after the other in one thread.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readReport } from '@/lib/exchange/report-file'
import { closePress, reportPdf } from '@/lib/report/pdf'
import { foundingReport, papersOf } from '@/tests/report/sample'
import { markedReport, plainTextOf } from '@/tests/support/marked-report'
import { wordFile } from '@/tests/support/word-file'

const ROUNDS = 10

/** All invented reports as one: as long as the longest real ones. */
const folder = path.resolve('tests/exchange/reports')
const long = markedReport(
  readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n'),
)

async function measure(what: string, bytes: Uint8Array): Promise<void> {
  let paragraphs = 0
  let indicators = 0
  const begun = performance.now()
  for (let round = 0; round < ROUNDS; round++) {
    const read = await readReport(bytes)
    if (!read.ok) throw new Error(read.error.code)
    paragraphs = read.document.reading?.found.length ?? 0
    indicators = read.document.indicators?.length ?? 0
    if (round === 0)
      console.log(`${what.padEnd(10)}first ${(performance.now() - begun).toFixed(0)} ms, ${paragraphs} cells, ${indicators} indicators`)
  }
  const each = (performance.now() - begun) / ROUNDS
  const memory = (process.memoryUsage().rss / 1024 / 1024).toFixed(0)
  console.log(`${what.padEnd(10)}${(1000 / each).toFixed(1)} a second, ${(bytes.length / 1024).toFixed(0)} kB, memory ${memory} MB`)
}

async function main() {
  await measure('text', new TextEncoder().encode(plainTextOf(long)))
  await measure('.docx', wordFile(long.text))
  const pdf = await reportPdf(papersOf(foundingReport()), 'both')
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.refusal))
  await closePress()
  await measure('.pdf', pdf.value)
}

main()
