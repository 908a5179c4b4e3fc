import path from 'node:path'
import { database } from '@/lib/data/database/database'
import { findCellRevisions, findEvaluation } from '@/lib/data/evaluation/evaluations'
import { acceptDifferences } from '@/lib/data/papers/accepted-differences'
import type { BroughtAnswer } from '@/lib/data/papers/brought-files'
import { type BroughtBook, findBroughtBook, takeInBook } from '@/lib/data/papers/read-workbooks'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { textAt } from '@/lib/domain/evaluation/evaluation-cells'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { AskedOfBook } from '@/lib/exchange/workbook/differences'
import { readCellValue } from '@/lib/forms/cells/cells'
import { bundled } from '@/scripts/setup/bundle.mjs'
import { evaluationOf } from './evaluations'
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

/** What an editor sees and does of the workbook last brought for an evaluation; asked when used, since both are made by the test. */
export function broughtBooksOf(asked: () => { editor: Viewer; id: string }) {
  const brought = async (viewer: Viewer = asked().editor): Promise<BroughtBook> => {
    const book = await findBroughtBook(viewer, asked().id)
    if (book === null) throw new Error('no workbook')
    return book
  }
  const now = (): Promise<Evaluation> => evaluationOf(asked().editor, asked().id)
  const seenNow = async (): Promise<Record<string, number>> => {
    const revisions = await findCellRevisions(asked().editor, asked().id)
    return Object.fromEntries(Object.entries(revisions).map(([address, { number }]) => [address, number]))
  }
  return {
    brought,
    seenNow,
    /** Accepts as from a page that was drawn now. */
    acceptNow: async (book: AskedOfBook, viewer: Viewer = asked().editor) =>
      acceptDifferences(viewer, { evaluation: await now(), brought: await brought(), seen: await seenNow(), asked: book }, readCellValue),
    entries: (action: string): Promise<number> => database().auditEntry.count({ where: { evaluationId: asked().id, action } }),
    textNow: async (at: AddressText): Promise<string> => textAt(await now(), at),
  }
}
