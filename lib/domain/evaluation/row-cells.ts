import { type CellSpec, type ColumnOf, columnsOf, type LISTS, type ListName, type RowCellKind } from '@/lib/domain/cells/cells'
import type { Mark } from '@/lib/domain/cells/marks'
import { type Run, textOf } from '@/lib/domain/cells/narrative'
import type { Points, Rate, Yuan } from '@/lib/domain/quantities'
import type { ReadCell } from '@/lib/domain/reading/cell-reading'
import type { CellValue } from './cell-value'

/** What a row holds for a cell of each kind. Null is 未填, as are an empty text and a blank reading. */
export type Held = {
  money: Yuan | null
  points: Points | null
  share: Rate | null
  line: string
  text: readonly Run[]
  remark: string
  reading: ReadCell
  /** YYYY-MM-DD or empty. */
  date: string
  /** Null: tied to none. */
  rowId: string | null
  rowIds: readonly string[]
  mark: Mark
}

type Spec<L extends ListName, C extends ColumnOf<L>> = (typeof LISTS)[L][C]
type FieldOf<L extends ListName, C extends ColumnOf<L>> = Spec<L, C> extends { field: infer F extends string } ? F : C
type KindOf<L extends ListName, C extends ColumnOf<L>> = Spec<L, C> extends CellSpec<infer K extends RowCellKind> ? K : never

/** The cells of a list's row, by the names of its fields. */
export type RowCells<L extends ListName> = { [C in ColumnOf<L> as FieldOf<L, C>]: Held[KindOf<L, C>] }

/** How a kind passes between a row and a cell, and what stands where nothing is filled in. */
type Passage<K extends RowCellKind> = { empty: Held[K]; read: (held: Held[K]) => CellValue; write: (value: CellValue) => Held[K] }

/** Throws where the value is of another kind: `mayStandIn` and the forms see to it that it is not. */
function as<K extends CellValue['kind']>(kind: K, value: CellValue): CellValue & { kind: K } {
  if (value.kind !== kind) throw new Error(`a ${value.kind} where a ${kind} stands`)
  return value as CellValue & { kind: K }
}

const PASSAGES: { [K in RowCellKind]: Passage<K> } = {
  money: { empty: null, read: (value) => ({ kind: 'money', value }), write: (value) => as('money', value).value },
  points: { empty: null, read: (value) => ({ kind: 'points', value }), write: (value) => as('points', value).value },
  share: { empty: null, read: (value) => ({ kind: 'share', value }), write: (value) => as('share', value).value },
  line: { empty: '', read: (text) => ({ kind: 'line', text }), write: (value) => as('line', value).text },
  text: { empty: [], read: (runs) => ({ kind: 'text', runs }), write: (value) => as('text', value).runs },
  remark: {
    empty: '',
    read: (text) => ({ kind: 'text', runs: text === '' ? [] : [{ text }] }),
    write: (value) => textOf(as('text', value).runs),
  },
  reading: {
    empty: { text: '', reading: { kind: 'blank' } },
    read: (cell) => ({ kind: 'reading', cell }),
    write: (value) => as('reading', value).cell,
  },
  date: { empty: '', read: (iso) => ({ kind: 'date', iso }), write: (value) => as('date', value).iso },
  rowId: { empty: null, read: (id) => ({ kind: 'rowId', id }), write: (value) => as('rowId', value).id },
  rowIds: { empty: [], read: (ids) => ({ kind: 'rowIds', ids }), write: (value) => as('rowIds', value).ids },
  mark: { empty: '', read: (text) => ({ kind: 'mark', text }), write: (value) => as('mark', value).text },
}

const passageOf = (kind: RowCellKind) => PASSAGES[kind] as Passage<RowCellKind>

/** The cell of a row in a field of that kind. */
export const cellOfRow = (row: object, { field, kind }: { field: string; kind: RowCellKind }): CellValue =>
  passageOf(kind).read((row as Readonly<Record<string, Held[RowCellKind]>>)[field] as Held[RowCellKind])

/** The row with `value` in a field of that kind. */
export const withCellOfRow = <T extends object>(row: T, { field, kind }: { field: string; kind: RowCellKind }, value: CellValue): T => ({
  ...row,
  [field]: passageOf(kind).write(value),
})

/** The cells of a row of which nothing is filled in. */
export const emptyCells = <L extends ListName>(list: L): RowCells<L> =>
  Object.fromEntries(columnsOf(list).map(({ field, kind }) => [field, passageOf(kind).empty])) as RowCells<L>
