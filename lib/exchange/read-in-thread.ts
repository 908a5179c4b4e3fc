import { Worker } from 'node:worker_threads'
import type { ReportRead } from './report-file'

/** A report takes some tenths of a second and 100 MB: more takes only one that means harm. */
export type ThreadLimits = { longestMs: number; mostMemoryMb: number }

/**
 * Reads a finished report in a thread of its own, whose `program` is `scripts/commands/report-thread.ts`. A thread that runs out of
 * memory or time has failed to read the file, and nothing else ends with it.
 */
export function readInThread(program: string | URL, bytes: Uint8Array, { longestMs, mostMemoryMb }: ThreadLimits): Promise<ReportRead> {
  const failed: ReportRead = { ok: false, error: { at: '', code: 'failed' } }
  return new Promise((done) => {
    const thread = new Worker(/* turbopackIgnore: true */ program, {
      workerData: bytes,
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
