import { Worker } from 'node:worker_threads'
import type { ReportRead } from '@/lib/exchange/report-file'
import { documentErrorText } from '@/lib/messages/document-errors'
import { bytesOf } from './file-bytes'

/** A report takes some hundredths of a second and 100 MB; this much takes only one that means harm. */
const LONGEST_MS = 60_000
const MOST_MEMORY_MB = 512

/**
 * `hengji read-report FILE`: prints the evaluation document that was read in a finished report, each cell with its place.
 * Status 2 where the file could not be read: the line is then `{"file", "error"}`, as `evaluate` writes it.
 */
export async function run(files: string[]): Promise<number> {
  const [file] = files
  if (file === undefined || files.length > 1) {
    process.stderr.write('用法：npm run -s hengji -- read-report 文件\n')
    return 2
  }
  const bytes = await bytesOf(file)
  const read = bytes instanceof Uint8Array ? await readInThread(bytes) : { ok: false as const, error: bytes }
  if (read.ok) {
    process.stdout.write(`${JSON.stringify(read.document, null, 2)}\n`)
    return 0
  }
  process.stdout.write(`${JSON.stringify({ file, error: { at: read.error.at, message: documentErrorText(read.error) } })}\n`)
  return 2
}

/** A thread that runs out of memory or time has failed to read the file. */
function readInThread(bytes: Uint8Array): Promise<ReportRead> {
  const failed: ReportRead = { ok: false, error: { at: '', code: 'failed' } }
  return new Promise((done) => {
    // Beside the bundled program, as in its source.
    const thread = new Worker(new URL('./commands/report-thread.mjs', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    const end = setTimeout(() => void thread.terminate(), LONGEST_MS)
    thread.once('message', done)
    thread.once('error', () => done(failed))
    thread.once('exit', () => {
      clearTimeout(end)
      done(failed)
    })
  })
}
