import 'server-only'
import type { AuditRecord } from '@/lib/data/audit/audit'
import type { Transaction } from '@/lib/data/database/database'
import { deleteRows } from '@/lib/data/evaluation/kept-rows'
import { bumpRevisions } from '@/lib/data/evaluation/revisions'
import { type AddressText, type ByAddress, rowAt, rowText } from '@/lib/domain/cells/addresses'
import type { ListName } from '@/lib/domain/cells/cells'
import { accepted, type Decision, type Refusal, refused } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { textAt } from '@/lib/domain/evaluation/evaluation-cells'
import { cellsWithRow, listOfRow, withoutRow } from '@/lib/domain/evaluation/rows'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { AuditAction } from '@/lib/domain/record/audit-payloads'
import { type Held, holding, keep, may } from './change'

/** A row by its list. */
export type RowAt = { list: ListName; row: string }

/** In which revision of the evaluation the rows are gone, but for those that stay, each with why. */
type Removed = { revision: number; kept: readonly (RowAt & { refusal: Refusal })[] }

/**
 * Removes rows with their cells in one transaction; of a task with its texts. `seen` are the revisions that the person had before them:
 * of a cell in them they may have written a newer one themselves, whose answer they never got. Each goes by itself, with an entry of the
 * log in which its cells live on; one that cannot go stays, and the others go: `no-such-row`, `fixed-by-scheme`, `approved-indicator`,
 * and `row-changed` where somebody else changed a cell of it meanwhile: what nobody has looked at is not thrown away.
 * Refused as a whole: `not-permitted`, `locked`, `acted-elsewhere`.
 */
export const removeRows = (
  viewer: Viewer,
  evaluationId: string,
  rows: readonly RowAt[],
  seen: ByAddress<number>,
): Promise<Decision<Removed>> =>
  holding(viewer, evaluationId, async (held) => {
    const permitted = may(held, 'enter')
    if (!permitted.ok) return permitted
    let after = held.evaluation
    const kept: Removed['kept'][number][] = []
    const gone: (RowAt & { untied: readonly AddressText[]; record: AuditRecord })[] = []
    for (const at of new Map(rows.map((one) => [one.row, one])).values()) {
      const removed = withoutSeenRow(held, after, at, seen)
      if (removed.ok) {
        const { untied, record } = removed.value
        after = removed.value.after
        gone.push({ ...at, untied, record })
      } else kept.push({ ...at, refusal: removed.refusal })
    }
    const records = [...gone.map(({ record }) => record), ...(await neverThere(held, kept))]
    if (records.length === 0) return accepted({ revision: held.evaluation.revision, kept })
    await deleteRows(held.tx, gone)
    await bumpRevisions(
      held,
      gone.flatMap(({ untied }) => untied),
    )
    return accepted({ revision: await keep(held, permitted.value, after, ...records), kept })
  })

type WithoutRow = { after: Evaluation; untied: readonly AddressText[]; record: AuditRecord }

/** The evaluation without a row of which the person saw what stands in it, and what the log says of that. */
function withoutSeenRow(
  { viewer, revisions }: Held,
  evaluation: Evaluation,
  { list, row }: RowAt,
  seen: ByAddress<number>,
): Decision<WithoutRow> {
  const removed = withoutRow(evaluation, list, row)
  if (!removed.ok) return removed
  const addresses = cellsWithRow(evaluation, list, row)
  const changed = addresses
    .map((address) => ({ before: seen[address], revision: revisions.get(address) }))
    .find(
      ({ before, revision }) =>
        revision !== undefined && revision.number !== (before ?? 0) && (before === undefined || revision.byId !== viewer.userId),
    )
  if (changed?.revision !== undefined) return refused('row-changed', { byName: changed.revision.byName })
  const { after, untied } = removed.value
  const cells = [
    ...addresses.map((address) => ({ address, before: textAt(evaluation, address) })),
    ...untied.map((address) => ({ address, before: textAt(evaluation, address), after: textAt(after, address) })),
  ]
  return accepted({ after, untied, record: { action: 'rows.remove', subject: rowText({ list, row }), payload: { cells } } })
}

/** What the log says of rows that never came: what would bring them may be late, and must not do so any more. */
async function neverThere({ tx, evaluation }: Held, kept: Removed['kept']): Promise<AuditRecord[]> {
  const missing = kept.filter(({ list, row }) => listOfRow(evaluation, list, row) === null)
  const removed = await removedBefore(tx, evaluation.id, missing)
  return missing
    .filter(({ row }) => !removed.has(row))
    .map((row) => ({ action: 'rows.remove', subject: rowText(row), payload: { cells: [] } }))
}

/** Those of the rows that were removed from the evaluation before, by their ids. */
export async function removedBefore(tx: Transaction, evaluationId: string, rows: readonly RowAt[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const subjects = rows.map(rowText)
  const removed = await tx.auditEntry.findMany({
    where: { evaluationId, action: 'rows.remove' satisfies AuditAction, subject: { in: subjects } },
    select: { subject: true },
  })
  return new Set(removed.flatMap(({ subject }) => rowAt(subject)?.row ?? []))
}
