import { parentPort, workerData } from 'node:worker_threads'
import { readReport } from '@/lib/exchange/report-file'

/** A thread that reads one report: a file that takes too much memory or time takes only the thread with it. */
void readReport(workerData as Uint8Array).then((read) => parentPort?.postMessage(read))
