import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { ReportDocument, ReportPart } from '@/lib/domain/report-document'
import { fontFolders } from './font-folders'
import { SPECIMEN } from './specimen'
import { typesettingRefusal } from './typesetting-refusal'

/**
 * PDFs are set by Typst in worker threads, because it blocks while it works: one starts with the first document, a
 * second when that one is busy. A thread that crashes or takes too long is ended, its document refused, and the next
 * document gets a fresh thread.
 */

type Job = { document: ReportDocument; part: ReportPart; done: (answer: Answer) => void }
type Answer = { pdf: Uint8Array } | { error: readonly string[] }

const MOST_THREADS = 2
/** A report takes some hundredths of a second; this long takes only one that would never end. */
const LONGEST_MS = 60_000
/** Documents that may wait: more than that is an attack or a mistake. */
const MOST_WAITING = 200

type Thread = { worker: Worker; job: Job | null; timer: NodeJS.Timeout | null; abandon: () => void }

/** One queue per process, also where the development server loads this file again. */
type Press = { threads: Thread[]; waiting: Job[] }
const shared = globalThis as { hengjiPress?: Press }
shared.hengjiPress ??= { threads: [], waiting: [] }
const press: Press = shared.hengjiPress

/**
 * The PDF/A-2a of one or both papers; the same document gives the same bytes. Refused, with a sentence that names the
 * character, where a character stands in none of the fonts (`missing-glyph`); as `fonts-missing` where the fonts were
 * not prepared; as `typesetting-failed` or `typesetting-busy` otherwise.
 */
export async function reportPdf(document: ReportDocument, part: ReportPart): Promise<Decision<Uint8Array>> {
  if (press.waiting.length >= MOST_WAITING) return refused('typesetting-busy')
  const answer = await new Promise<Answer>((done) => {
    press.waiting.push({ document, part, done })
    assign()
  })
  return 'pdf' in answer ? accepted(answer.pdf) : typesettingRefusal(answer.error)
}

/** A document will be asked for soon, as where its preview is looked at: the thread and its fonts are there by then, and a specimen was set. */
export function wakePress(): void {
  if (press.threads.length === 0) startThread(SPECIMEN).worker.unref()
}

/** Ends the threads: for programs that end when their work is done. */
export async function closePress(): Promise<void> {
  await Promise.all(press.threads.splice(0).map(({ worker }) => worker.terminate()))
}

function assign(): void {
  while (press.waiting.length > 0) {
    const idle = press.threads.find(({ job }) => job === null) ?? (press.threads.length < MOST_THREADS ? startThread(null) : undefined)
    const job = idle && press.waiting.shift()
    if (!idle || !job) return
    idle.job = job
    idle.worker.ref()
    idle.timer = setTimeout(() => idle.abandon(), LONGEST_MS)
    idle.worker.postMessage({ document: job.document, part: job.part })
  }
}

/** `specimen`: what it sets before it is asked for anything; null where a document waits already. */
function startThread(specimen: ReportDocument | null): Thread {
  const { program, sources, fontFolders } = places()
  // Asked for at run time: the bundler would take a program that it cannot name for every file of the project.
  const threads = process.getBuiltinModule('node:worker_threads')
  const worker = new threads.Worker(program, { workerData: { sources, fontFolders, specimen } })
  const answer = (given: Answer) => {
    const { job } = thread
    if (thread.timer !== null) clearTimeout(thread.timer)
    thread.job = null
    thread.timer = null
    // An idle thread does not keep the program running.
    worker.unref()
    job?.done(given)
    assign()
  }
  const leave = (reason: string) => {
    press.threads = press.threads.filter((other) => other !== thread)
    answer({ error: [reason] })
  }
  const thread: Thread = {
    worker,
    job: null,
    timer: null,
    // The thread may hear of it only once Typst lets go: nobody waits for that.
    abandon: () => {
      void worker.terminate()
      leave('timed out')
    },
  }
  let reason = 'ended unexpectedly'
  worker.on('message', answer)
  worker.on('error', (error) => {
    reason = error.message
  })
  worker.on('exit', () => leave(reason))
  press.threads.push(thread)
  return thread
}

/** Read where the program runs: these files are not part of its bundle (`outputFileTracingIncludes` in next.config.js). */
function places() {
  const here = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'report')
  return {
    program: path.join(here, 'typesetter.mjs'),
    sources: path.join(here, 'typst'),
    fontFolders: fontFolders(),
  }
}
