// How fast finished reports are read: as text, .docx and .pdf, one after the other in one thread. Each of the invented reports,
// a paper as the product prints it, and all reports as one, which is longer than any real one.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readReport } from '@/lib/exchange/report-file'
import { closePress, reportPdf } from '@/lib/report/pdf'
import { foundingReport, papersOf } from '@/tests/report/sample'
import { markedReport, plainTextOf } from '@/tests/support/marked-report'
import { pdfFile } from '@/tests/support/pdf-file'
import { wordFile } from '@/tests/support/word-file'
import { row } from './measured/program'

const ROUNDS = 6

const folder = path.resolve('tests/exchange/reports')
const reports = readdirSync(folder).map((file) => markedReport(readFileSync(path.join(folder, file), 'utf8')))
const asOne = markedReport(reports.map(({ text }) => text).join('\n'))

const encoded = (text: string) => new TextEncoder().encode(text)
const memory = () => process.memoryUsage().rss / 1024 / 1024

async function measure(what: string, files: readonly Uint8Array[]): Promise<void> {
  const read = async () => {
    for (const file of files) {
      const document = await readReport(file)
      if (!document.ok) throw new Error(document.error.code)
    }
  }
  const first = performance.now()
  await read()
  const warm = performance.now()
  const before = memory()
  for (let round = 0; round < ROUNDS; round++) await read()
  const each = (performance.now() - warm) / ROUNDS / files.length
  const bytes = files.reduce((sum, { length }) => sum + length, 0) / files.length
  row(what, files.length, bytes / 1024, (warm - first) / files.length, each, 1000 / each, before, memory())
}

async function main() {
  const pdf = await reportPdf(papersOf(foundingReport()), 'both')
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.refusal))
  await closePress()
  row('what', 'files', 'kB each', 'first ms', 'ms each', 'a second', 'MB after one round', `after ${ROUNDS} more`)
  row(...Array.from({ length: 8 }, () => '---'))
  await measure(
    'text',
    reports.map((report) => encoded(plainTextOf(report))),
  )
  await measure(
    '.docx',
    reports.map(({ text }) => wordFile(text)),
  )
  await measure(
    '.pdf',
    reports.map(({ text }) => pdfFile(text)),
  )
  await measure('.pdf of the product', [pdf.value])
  await measure('text, all as one', [encoded(plainTextOf(asOne))])
  await measure('.docx, all as one', [wordFile(asOne.text)])
}

await main()
