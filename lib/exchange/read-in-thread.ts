import { Worker } from 'node:worker_threads'
import type { ReportRead } from './report-file'
import type { BookReading } from './workbook/read-book'

/** A file takes some tenths of a second and 100 MB: more takes only one that means harm. */
export type ThreadLimits = { longestMs: number; mostMemoryMb: number }

/** What files are read as, with what comes of it. */
export type ThreadReadings = { report: ReportRead; workbook: BookReading }
export type ThreadTask = { kind: keyof ThreadReadings; bytes: Uint8Array }

/**
 * Reads a file in a thread of its own, whose `program` is `scripts/commands/file-thread.ts`. A thread that runs out of memory or time
 * has failed to read the file, and nothing else ends with it.
 */
export function readInThread<Kind extends keyof ThreadReadings>(
  program: string | URL,
  kind: Kind,
  bytes: Uint8Array,
  { longestMs, mostMemoryMb }: ThreadLimits,
): Promise<ThreadReadings[Kind]> {
  const failed: Extract<ReportRead, { ok: false }> & BookReading = { ok: false, error: { at: '', code: 'failed' } }
  return new Promise((done) => {
    const thread = new Worker(/* turbopackIgnore: true */ program, {
      workerData: { kind, bytes } satisfies ThreadTask,
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
      // What PDF.js says of a broken file is nobody's business here.
      stdout: true,
      stderr: true,
    })
    const end = setTimeout(() => void thread.terminate(), longestMs)
    thread.once('message', done)
    thread.once('error', () => done(failed))
    thread.once('exit', () => {
      clearTimeout(end)
      done(failed)
    })
  })
}
