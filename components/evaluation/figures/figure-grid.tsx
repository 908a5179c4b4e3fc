'use client'
import { useCallback, useMemo } from 'react'
import { BesideCell } from '@/components/evaluation/cells/beside-cell'
import { type CellFormFrame, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { formCell, formSource, lastYearNote, readOnlyCell, useWaits } from '@/components/evaluation/rows/form-grid'
import { Grid } from '@/components/grid/grid'
import type { GridColumn, GridRow, GridSource } from '@/components/grid/grid-source'
import { itemAt } from '@/lib/domain/cells/addresses'
import { type FigureColumn, type FigureItem, type FigureSplit, isFigureName } from '@/lib/domain/cells/funds'
import type { EvaluationKind } from '@/lib/domain/evaluation/evaluation'
import type { MoneyTexts } from '@/lib/forms/saving/money-texts'
import { figureItemLabel } from '@/lib/messages/form-labels'
import { CrossFoot, typedSum } from './figure-sums'
import { useMoneyTexts } from './money'

/** A row of a table of figures; `within`: it is one of the parts of the row above. `sums` stands above it: what such parts come to. */
export type FigureRow = { item: FigureItem; within?: boolean; sums?: { label: string; whole: FigureItem; split: FigureSplit } }

type Props = {
  label: string
  rows: readonly FigureRow[]
  /** Of what the form is: the total is called by it. */
  kind?: EvaluationKind
  columns: readonly FigureColumn[]
  labels: Readonly<Record<FigureColumn, string>>
}

/** The column of what a row is called. */
const NAME = 'item'
const NOT_APPLICABLE = ['不适用：无此项支出']

/** A table of the official form with figures in 万元, or in 元 where the person wants it so, one row an item, with sums and cross-footing differences as one types. */
export function FigureGrid({ label, rows, columns, labels, kind = 'department' }: Props) {
  const form = useCellForm()
  const money = useMoneyTexts()
  const source = useMemo(() => figureSource(form, money, columns, rows, kind), [form, money, columns, rows, kind])
  const gridColumns = useMemo(
    (): GridColumn[] => [
      { key: NAME, label: '项目', kind: 'line', width: 'minmax(11rem, 1.6fr)', frozen: true },
      ...columns.map((key) => ({
        key,
        label: labels[key],
        kind: 'figure' as const,
        width: 'minmax(9rem, 1fr)',
        suggest: () => NOT_APPLICABLE,
      })),
    ],
    [columns, labels],
  )
  const gridRows = useMemo(
    (): GridRow[] =>
      rows.map(({ item, sums }) => ({
        id: item,
        ...(sums === undefined
          ? {}
          : {
              heading: {
                key: `sums ${sums.split}`,
                draw: () => ({
                  [NAME]: sums.label,
                  ...Object.fromEntries(columns.map((column) => [column, <CrossFoot key={column} {...sums} column={column} />])),
                }),
              },
            }),
      })),
    [rows, columns],
  )
  const detail = useCallback(
    (item: string) => (
      <div className="grid gap-3">
        {columns.map((column) => (
          <BesideCell key={column} address={addressOf(item, column)} />
        ))}
        <p className="text-muted">不适用的，填“不适用：原因”。合计栏按 Alt+= 填入分项之和。</p>
      </div>
    ),
    [columns],
  )
  return (
    <Grid
      label={`${label}（${money.unit}）`}
      columns={gridColumns}
      rows={gridRows}
      source={source}
      detail={detail}
      readOnly={form.readOnly}
      headTop="5.75rem"
    />
  )
}

const addressOf = (item: string, column: string): string => `funds/${item}/${column}`

function figureSource(
  form: CellFormFrame,
  money: MoneyTexts,
  columns: readonly FigureColumn[],
  rows: readonly FigureRow[],
  kind: EvaluationKind,
): GridSource {
  const { store, readOnly } = form
  const parts = new Set<string>(rows.flatMap(({ item, within }) => (within ? [item] : [])))
  const nameOf = (item: string): string => figureItemLabel(item as FigureItem, kind)
  return {
    ...formSource({
      form,
      addressOf,
      money,
      cellOf: (item, column, view, who) => {
        if (column === NAME) return readOnlyCell(`${parts.has(item) ? '　　' : ''}${nameOf(item)}`)
        const locked = readOnly || !isFigureName(`${item}/${column}`)
        return formCell(form, addressOf(item, column), view, { locked, who, said: lastYearNote(view) })
      },
    }),
    rowOf: itemAt,
    useRowName: nameOf,
    named: NAME,
    useAsks: (item) => {
      const addresses = columns.map((column) => addressOf(item, column))
      const waits = useWaits(addresses)
      return (
        waits ||
        addresses.some((address) => form.findingsAt(address).some(({ message, severity }) => message !== null && severity !== 'info'))
      )
    },
    sumOf: (item, column) => {
      const sum = typedSum(store, item as FigureItem, column as FigureColumn)
      return sum === null ? null : money.shown(addressOf(item, column), sum)
    },
    addRow: null,
    moveRow: null,
    removeRows: null,
  }
}
