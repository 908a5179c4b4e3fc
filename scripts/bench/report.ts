// How fast papers are set: the first one, with its thread and fonts, and then one after the other in one thread.
import { closePress, reportPdf } from '@/lib/report/pdf'
import { foundingReport, papersOf } from '@/tests/report/sample'

const warmDocuments = 100
const atOnce = 40

async function inMs(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Every document differs from the one before, as people's do: nothing comes out of the typesetter's memory whole. */
const documentOf = (index: number) => {
  const founding = papersOf(foundingReport())
  return {
    ...founding,
    title: `${founding.title}${index}`,
    report: [...founding.report, { kind: 'paragraph', text: `第${index}份。` } as const],
  }
}

async function print(index: number): Promise<number> {
  const pdf = await reportPdf(documentOf(index), 'both')
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.refusal))
  return pdf.value.byteLength
}

async function main() {
  const row = (what: string, figure: string) => console.log(`${what.padEnd(36)}${figure}`)
  const before = process.memoryUsage().rss
  let size = 0
  const first = await inMs(async () => {
    size = await print(0)
  })
  row('PDF of the founding case, both papers', `${(size / 1024).toFixed(0)} kB`)
  row('first document, thread and fonts', `${first.toFixed(0)} ms`)

  const cpu = process.cpuUsage()
  const times: number[] = []
  for (let index = 1; index <= warmDocuments; index++) times.push(await inMs(() => print(index)))
  const { user, system } = process.cpuUsage(cpu)
  times.sort((a, b) => a - b)
  const sum = times.reduce((all, time) => all + time, 0)
  row('warm, one after the other: median', `${(times[warmDocuments / 2] ?? 0).toFixed(1)} ms`)
  row('warm, 95th percentile', `${(times[Math.floor(warmDocuments * 0.95)] ?? 0).toFixed(1)} ms`)
  row('processor time per document', `${((user + system) / 1000 / warmDocuments).toFixed(1)} ms`)
  row('documents per second, one thread', ((warmDocuments * 1000) / sum).toFixed(1))
  row('memory grown by, one thread', `${((process.memoryUsage().rss - before) / 1024 / 1024).toFixed(0)} MB`)

  const together = await inMs(() => Promise.all(Array.from({ length: atOnce }, (_, index) => print(1000 + index))))
  row(`documents per second, ${atOnce} at once`, ((atOnce * 1000) / together).toFixed(1))
  row('memory of the process, two threads', `${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB`)
  await closePress()
}

main()
