import path from 'node:path'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import type { BroughtAnswer } from '@/lib/data/papers/brought-files'
import { findBroughtBook, takeInBook } from '@/lib/data/papers/read-workbooks'
import type { Viewer } from '@/lib/domain/people/permissions'
import { bundled } from '@/scripts/setup/bundle.mjs'
import { bookOf } from './workbooks'

/** Brings a workbook as a file; the thread that reads it is built first. */
export async function bringBook(viewer: Viewer, evaluationId: string, bytes: Uint8Array, name = '填报工作簿.xlsx'): Promise<BroughtAnswer> {
  process.env.HENGJI_READER ??= await bundled(path.join('scripts', 'commands', 'file-thread.ts'))
  return takeInBook(viewer, evaluationId, { name, bytes: [bytes] })
}

/** A workbook of the evaluation that was brought as it was written; its SHA-256. */
export async function aBroughtBook(viewer: Viewer, evaluationId: string): Promise<string> {
  const evaluation = await findEvaluation(viewer, evaluationId)
  if (evaluation === null) throw new Error('no such evaluation')
  const read = await bringBook(viewer, evaluationId, await bookOf(evaluation))
  if (!read.ok) throw new Error('not read')
  return (await findBroughtBook(viewer, evaluationId))?.hash ?? ''
}
