'use client'
import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import { type CellFormFrame, useCell, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { useMoneyTexts } from '@/components/evaluation/figures/money'
import { Grid } from '@/components/grid/grid'
import type { GridColumn, GridSource } from '@/components/grid/grid-source'
import { useSame } from '@/components/ui/use-same'
import { rowIdAt } from '@/lib/domain/cells/addresses'
import type { ListName } from '@/lib/domain/cells/cells'
import { MOST_ROWS } from '@/lib/domain/evaluation/most-rows'
import type { MoneyTexts } from '@/lib/forms/saving/money-texts'
import { type NewRow, newRowId } from '@/lib/forms/saving/new-rows'
import { formCell, formSource, lastYearNote } from './form-grid'
import { AddRowButton } from './row-buttons'
import { putBehind, useIdsIn } from './use-rows'

type Props = {
  list: Exclude<ListName, 'narrative'>
  /** Ids of the stored rows in printed order. */
  stored: readonly string[]
  columns: readonly GridColumn[]
  /** What a row is called: 重点工作任务. The first column is its name. */
  noun: string
  /** What belongs to a row beside its cells, by its id and its place from 1: has to stay the same function. */
  detail: (row: string, place: number) => ReactNode
  /** Rows of other lists that stand in a row, and go with it. */
  within: (row: string) => readonly NewRow[]
  takes?: GridSource['takes']
}

/** A list of an evaluation as a grid: rows are made, moved, pasted and removed at the key, each with what belongs to it open below. */
export function ListGrid({ list, stored, columns, noun, detail, within, takes }: Props) {
  const form = useCellForm()
  const ids = useSame(useIdsIn({ list }, stored))
  const money = useMoneyTexts()
  const now = useRef({ ids, within })
  now.current = { ids, within }
  const source = useMemo(
    () => ({ ...listSource(form, money, list, columns, noun, () => now.current), ...(takes && !form.readOnly ? { takes } : {}) }),
    [form, money, list, columns, noun, takes],
  )
  const rows = useMemo(() => ids.map((id) => ({ id })), [ids])
  const detailOf = useCallback((id: string) => detail(id, ids.indexOf(id) + 1), [detail, ids])
  return (
    <>
      {ids.length === 0 ? (
        <p className="text-sm text-muted">尚未填写。添加一行后，可从 Excel、WPS 整块粘贴。</p>
      ) : (
        <Grid label={noun} columns={columns} rows={rows} source={source} detail={detailOf} readOnly={form.readOnly} headTop="2.75rem" />
      )}
      <AddRowButton label={`添加${noun}`} place={{ list }} focus={(id) => `${list}/${id}/${columns[0]?.key}`} />
    </>
  )
}

type Now = { ids: readonly string[]; within: Props['within'] }

function listSource(
  form: CellFormFrame,
  money: MoneyTexts,
  list: Props['list'],
  columns: readonly GridColumn[],
  noun: string,
  now: () => Now,
): GridSource {
  const { store, readOnly, announce } = form
  const addressOf = (row: string, column: string): string => `${list}/${row}/${column}`
  const [first] = columns
  return {
    ...formSource({
      form,
      addressOf,
      money,
      cellOf: (row, column, view, who) => formCell(form, addressOf(row, column), view, { locked: readOnly, who, said: lastYearNote(view) }),
    }),
    rowOf: rowIdAt,
    useRowName: (row) => useCell(addressOf(row, first?.key ?? '')).text || `未命名${noun}`,
    ...(first === undefined ? {} : { named: first.key }),
    // What belongs to a row is as much a part of it as its cells
    useAsks: () => true,
    addRow: readOnly
      ? null
      : (after) => {
          const id = newRowId()
          store.addRows([{ row: { list, id, after } }])
          return id
        },
    mostRows: MOST_ROWS,
    moveRow: readOnly
      ? null
      : (row, by) => {
          const { ids } = now()
          const place = ids.indexOf(row)
          const to = place + by
          if (to < 0 || to >= ids.length) return announce('已到表格的边上，不能再移')
          store.moveRow({ list }, row, ids, putBehind(ids, row, (by > 0 ? ids[to] : ids[to - 1]) ?? null))
          announce(by < 0 ? '已上移' : '已下移')
        },
    removeRows: readOnly
      ? null
      : (gone) => {
          const { ids, within } = now()
          store.removeRows(gone.flatMap((id) => [{ list, id, after: ids[ids.indexOf(id) - 1] ?? null }, ...within(id)]))
          announce(`已删除 ${gone.length} 行，按 Ctrl+Z 撤销`)
          return gone
        },
  }
}
