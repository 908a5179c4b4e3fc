import 'server-only'
import { removeRows } from '@/lib/data/change/removed-rows'
import { type CellConflict, saveCells } from '@/lib/data/change/save-cells'
import { idFrom } from '@/lib/data/database/new-id'
import type { AddressText } from '@/lib/domain/cells/addresses'
import { accepted, type Decision } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import {
  type AskedOfBook,
  askedDifferences,
  type BookDifferences,
  type CellDifference,
  differencesOf,
  type ReadsCell,
} from '@/lib/exchange/workbook/differences'
import type { BroughtBook } from './read-workbooks'

/** What a workbook says otherwise than the form: rows that would come have the same ids however often they are asked for. */
export const differencesIn = ({ book, foreign, hash }: BroughtBook, evaluation: Evaluation, read: ReadsCell): BookDifferences =>
  differencesOf(book ?? { cells: foreign.cells, rows: [], gone: [] }, evaluation, (place) => idFrom(evaluation.id, hash, place), read)

/** What somebody asks for: of which workbook, with the cells' revisions as they were seen. */
export type AskedFor = {
  evaluation: Evaluation
  brought: BroughtBook
  seen: Readonly<Partial<Record<string, number>>>
  asked: AskedOfBook
}

/** How many cells stand as the workbook has them, and rows that went; conflicts by the addresses of their cells. */
export type BookAcceptance = { written: number; removed: number; conflicts: readonly CellConflict[] }

/**
 * Accepts what is asked for: cells and new rows in one transaction with one entry of the log that names the workbook. A row that was
 * taken out goes as by hand. `read` makes of a text what a cell may hold. Refused as `saveCells` and `removeRows` are.
 */
export async function acceptDifferences(
  viewer: Viewer,
  { evaluation, brought, seen, asked }: AskedFor,
  read: ReadsCell,
): Promise<Decision<BookAcceptance>> {
  const { cells, added, gone } = askedDifferences(differencesIn(brought, evaluation, read), asked)
  const rows = added.map(({ row }) => row)
  const kept = [...cells, ...added.flatMap((row) => row.cells.filter(({ state }) => state !== 'refused'))]
  const changes = kept.flatMap(({ address, text }) => changeOf(address, text, seen, read))
  const source = { action: 'workbooks.accept', payload: { workbook: brought.name, hash: brought.hash } } as const
  const saved = await saveCells(viewer, evaluation.id, changes, { rows, source })
  if (!saved.ok) return saved
  if (gone.length > 0) {
    const rows = gone.map(({ list, id }) => ({ list, row: id }))
    const removed = await removeRows(viewer, evaluation.id, rows, seen)
    if (!removed.ok) return removed
    const [stays] = removed.value.kept
    if (stays !== undefined) return { ok: false, refusal: stays.refusal }
  }
  return accepted({ written: saved.value.saved.length, removed: gone.length, conflicts: saved.value.conflicts })
}

const changeOf = (address: AddressText, text: CellDifference['text'], seen: AskedFor['seen'], read: ReadsCell) => {
  const value = read(address, text)
  return value.ok ? [{ address, seen: seen[address] ?? 0, value: value.value }] : []
}
