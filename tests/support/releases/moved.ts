import { isDeepStrictEqual } from 'node:util'
import { readingToJson } from '@/lib/data/evaluation/readings'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import { cellsOfDocument, type RowIds } from '@/lib/exchange/document-cells'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import type { Contents, Row } from './release'

/**
 * Where a column of an earlier release is found now: gives its old value out of the database as it is after the
 * upgrade. A column that is not named here must still be there, in the same row, with the same value.
 */
export const MOVED: Readonly<Record<string, (old: Row, now: Contents) => unknown>> = {
  'cell_revisions.evaluation_id': (old, now) => keptRevision(old, now) && old.evaluation_id,
  'cell_revisions.address': (old, now) => keptRevision(old, now) && old.address,
  'cell_revisions.number': (old, now) => keptRevision(old, now)?.number,
  'cell_revisions.by_id': (old, now) => keptRevision(old, now)?.byId,
  'cell_revisions.by_name': (old, now) => keptRevision(old, now)?.byName,
  'cell_revisions.at': (old, now) => keptRevision(old, now)?.at.replace(/\.?0*Z$/, '+00:00'),
  'indicators.target_reading': (old, now) => keptReading(old, now, 'target'),
  'indicators.actual_reading': (old, now) => keptReading(old, now, 'actual'),
  'submissions.cells': (old, now) => submittedCells(old, now),
  'frozen_reports.pdf': (old, now) => now.get('stored_files')?.get(String(old.pdf_hash))?.bytes,
  'review_notes.id': (old, now) => now.get('note_messages')?.get(String(old.id))?.thread_id,
  'review_notes.text': (old, now) => now.get('note_messages')?.get(String(old.id))?.text,
  'review_notes.by_id': (old, now) => now.get('note_messages')?.get(String(old.id))?.by_id,
  'review_notes.by_name': (old, now) => now.get('note_messages')?.get(String(old.id))?.by_name,
  'review_notes.at': (old, now) => now.get('note_messages')?.get(String(old.id))?.at,
  'review_notes.evaluation_id': (old, now) => now.get('note_threads')?.get(String(old.id))?.evaluation_id,
  'review_notes.address': (old, now) => now.get('note_threads')?.get(String(old.id))?.address,
  'review_notes.resolved_at': (old, now) => now.get('note_threads')?.get(String(old.id))?.resolved_at,
  'review_notes.resolved_by': (old, now) => now.get('note_threads')?.get(String(old.id))?.resolved_by,
  // An explanation says fewer of the facts that it was given for, each as it was.
  'explanations.figures': (old, now) => withFigures(old, now.get('explanations')?.get(String(old.id))).figures,
  'submissions.explanations': (old, now) =>
    listOf(old).map((given, index) => withFigures(given, listOf(now.get('submissions')?.get(String(old.id)))[index])),
  // A round's one scheme version is that of its only group.
  'rounds.scheme_version_id': ({ id }, now) => rowWhere(now, 'round_groups', (group) => group.round_id === id)?.scheme_version_id,
}

type KeptRevision = { number: number; byId: string; byName: string; at: string }
type KeptRevisions = { byId: string; byName: string; cells: Record<string, [number, string]> }[]

const TABLES: Readonly<Record<string, string>> = { narrative: 'narrative_blocks', tasks: 'key_tasks' }

/** The revision of a cell, kept by its row or with the evaluation's single cells. */
function keptRevision(old: Row, now: Contents): KeptRevision | undefined {
  const address = String(old.address)
  const [list = '', row = '', column = ''] = address.split('/')
  const single = list === 'cover' || list === 'funds'
  const keeper = single ? now.get('single_cell_revisions')?.get(String(old.evaluation_id)) : now.get(TABLES[list] ?? list)?.get(row)
  if (keeper === undefined || keeper.evaluation_id !== old.evaluation_id) return undefined
  const name = single ? address : column
  const all = (keeper.revisions as KeptRevisions).flatMap(({ byId, byName, cells }) => {
    const [number, at] = cells[name] ?? []
    return number === undefined || at === undefined ? [] : [{ number, byId, byName, at }]
  })
  return all.length === 1 ? all[0] : undefined
}

/** What was read stands where it was approved; elsewhere it is read from the text that still stands. */
function keptReading(old: Row, now: Contents, cell: 'target' | 'actual'): unknown {
  const row = now.get('indicators')?.get(String(old.id))
  const status = String(now.get('evaluations')?.get(String(old.evaluation_id))?.status)
  const kept = row?.[`${cell}_reading`]
  if (row === undefined || ['approved', 'published'].includes(status)) return kept
  if (kept !== null) return 'kept although nothing is approved'
  const around = { dimension: String(row.dimension), group: String(row.group), name: String(row.name), unit: String(row.unit) }
  const read = readingToJson(cell === 'target' ? readTarget(String(row.target), around) : readActual(String(row.actual), around))
  return isDeepStrictEqual(read, old[`${cell}_reading`]) ? old[`${cell}_reading`] : read
}

/** Every cell's text out of the document; cells that only a later release has are empty. */
function submittedCells(old: Row, now: Contents): unknown {
  const row = now.get('submissions')?.get(String(old.id))
  if (row === undefined) return undefined
  const known = new Set((old.cells as [string, string][]).map(([address]) => address))
  const cells = cellsOfDocument(row.document as EvaluationDocument, row.rows as RowIds, row.typed as Record<string, string>)
  return cells.filter(([address, text]) => known.has(address) || text !== '')
}

const listOf = (submission: Row | undefined): Row[] => (submission?.explanations ?? []) as Row[]

/** `now` with the old figures, if it says nothing else than they did, and something; else `now` as it is. */
function withFigures(old: Row, now: Row | undefined): Row {
  const said = new Map((JSON.parse(String(old.figures)) as unknown[]).filter(Array.isArray) as [string, string][])
  const { version, ...figures } = JSON.parse(String(now?.figures ?? '{}')) as Row
  const same =
    version === 1 && Object.keys(figures).length > 0 && Object.entries(figures).every(([name, value]) => said.get(name) === value)
  return { ...now, figures: same ? old.figures : now?.figures }
}

/** The only row of the table for which it holds; undefined where there is none, or more than one. */
function rowWhere(now: Contents, table: string, holds: (row: Row) => boolean): Row | undefined {
  const found = [...(now.get(table)?.values() ?? [])].filter(holds)
  return found.length === 1 ? found[0] : undefined
}
