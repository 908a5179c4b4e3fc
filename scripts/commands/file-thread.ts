import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadTask } from '@/lib/exchange/read-in-thread'

const { kind, bytes } = workerData as ThreadTask

/** Loaded by what the file is read as: a workbook needs nothing of what reads reports. */
const read = async (): Promise<object> =>
  kind === 'report'
    ? (await import('@/lib/exchange/report-file')).readReport(bytes)
    : (await import('@/lib/exchange/workbook/read-book')).readBook(bytes)

/** A thread that reads one file: one that takes too much memory or time takes only the thread with it. */
void read().then((reading) => parentPort?.postMessage(reading))
