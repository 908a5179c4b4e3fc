import 'server-only'
import type { Transaction } from '@/lib/data/database/database'
import { decimal, updateRows } from '@/lib/data/evaluation/kept-rows'
import { type NextRevisions, storeSingleRevisions } from '@/lib/data/evaluation/revisions'
import { type AddressText, parseAddress } from '@/lib/domain/cells/addresses'
import { LIST_NAMES } from '@/lib/domain/cells/cells'
import { type FigureName, figureParts } from '@/lib/domain/cells/funds'
import type { Cover, Evaluation } from '@/lib/domain/evaluation/evaluation'
import { rowsOf } from '@/lib/domain/evaluation/evaluation-cells'

/**
 * Keeps cells. Takes the evaluation as it is to be and the addresses that changed: the rows behind them are written
 * whole, which is safe because the evaluation is locked meanwhile, those of a list in one statement. `next`: the revisions
 * that the cells have from now on; without it they stay as they are.
 */
export async function storeCells(
  tx: Transaction,
  evaluation: Evaluation,
  addresses: readonly AddressText[],
  next?: NextRevisions,
): Promise<void> {
  const cells = addresses.flatMap((address) => parseAddress(address) ?? [])
  await storeFigures(
    tx,
    evaluation,
    cells.flatMap((cell) => (cell.part === 'funds' ? [cell.figure] : [])),
  )
  if (cells.some(({ part }) => part === 'cover'))
    await tx.evaluation.update({ where: { id: evaluation.id }, data: coverColumns(evaluation.cover), select: { id: true } })
  for (const list of LIST_NAMES) {
    const changed = new Set(cells.flatMap((cell) => (cell.part === list && 'row' in cell ? [cell.row] : [])))
    await updateRows(
      tx,
      list,
      rowsOf(evaluation, list).filter(({ id }) => changed.has(id)),
      next && (({ id }) => next.kept.get(`${list}/${id}`)),
    )
  }
  if (next) await storeSingleRevisions(tx, evaluation.id, next)
}

async function storeFigures(tx: Transaction, { id, figures }: Evaluation, names: readonly FigureName[]): Promise<void> {
  if (names.length === 0) return
  const places = names.map((name) => ({ ...figureParts(name), figure: figures[name] }))
  await tx.amount.deleteMany({ where: { evaluationId: id, OR: places.map(({ item, column }) => ({ item, column })) } })
  const data = places.flatMap(({ item, column, figure }) =>
    figure === undefined
      ? []
      : [
          {
            evaluationId: id,
            item,
            column,
            value: figure.state === 'filled' ? decimal(figure.value) : null,
            notApplicableReason: figure.state === 'notApplicable' ? figure.reason : null,
          },
        ],
  )
  if (data.length > 0) await tx.amount.createMany({ data })
}

const coverColumns = (cover: Cover) => ({
  annexNumber: cover.annexNumber,
  signature: cover.signature,
  signedOn: cover.date === '' ? null : new Date(`${cover.date}T00:00:00Z`),
  preparer: cover.preparer,
  principal: cover.principal,
  financePrincipal: cover.financePrincipal,
  phone: cover.phone,
})
