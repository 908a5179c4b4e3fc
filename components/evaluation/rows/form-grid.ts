import { type CellFormFrame, useCell, useCellForm, useStateOf } from '@/components/evaluation/cells/cell-form-context'
import { useWhoIsAt } from '@/components/evaluation/people/use-colleagues'
import type { GridCell, GridSource, Tone } from '@/components/grid/grid-source'
import { useSame } from '@/components/ui/use-same'
import { fitCell, withUnitSaid } from '@/lib/forms/cells/pasted-cell'
import type { CellView } from '@/lib/forms/saving/cell-view'
import type { MoneyTexts } from '@/lib/forms/saving/money-texts'
import { NOT_FILLED, severityLabels } from '@/lib/messages/form-labels'

/** Cells of a form in a grid, whatever list they stand in. */

const STATES: Readonly<Record<string, { word: string; tone: Tone }>> = {
  unsaved: { word: '未保存', tone: 'warning' },
  saving: { word: '保存中', tone: 'muted' },
  refused: { word: '未保存', tone: 'danger' },
  conflict: { word: '冲突', tone: 'danger' },
}

type Beside = {
  locked: boolean
  /** Who else is in the cell; empty: nobody. */
  who: string
  shown?: string
  hint?: string | undefined
  /** What is said below its text behind all else. */
  said?: GridCell['notes']
}

/** One cell as a grid draws it, with what stands at it. */
export function formCell(form: CellFormFrame, address: string, view: CellView, beside: Beside): GridCell {
  const { locked, who, shown, hint, said = [] } = beside
  const notes = form.notesAt(address)
  // What was found of the saved value says nothing of the one being typed.
  const known = view.state === 'unchanged' || view.state === 'saved' ? form.findingsAt(address) : []
  const open = known.filter(({ message }) => message !== null)
  const state = STATES[view.state] ?? (who === '' ? undefined : { word: `${who} 正在此处`, tone: 'muted' as const })
  const asked = locked ? undefined : known.length > open.length ? NOT_FILLED : hint
  return {
    text: view.text,
    ...(shown === undefined ? {} : { shown }),
    locked,
    ...(state === undefined ? {} : { state }),
    wrong: view.error !== undefined || view.conflict !== undefined || open.some(({ severity }) => severity !== 'info'),
    ...(asked === undefined ? {} : { hint: asked }),
    notes: [
      ...(view.error === undefined ? [] : [{ text: view.error, tone: 'danger' as const }]),
      ...(view.conflict === undefined ? [] : [{ text: '已另有修改，请在明细中选择', tone: 'danger' as const }]),
      ...(notes.length === 0 ? [] : [{ text: `批注 ${notes.length} 条`, tone: 'danger' as const }]),
      ...open.map(({ severity, message }) => ({
        text: severityLabels[severity],
        full: message ?? '',
        tone: severity === 'error' ? ('danger' as const) : severity === 'warning' ? ('warning' as const) : ('muted' as const),
      })),
      ...said,
      ...(view.submitted === undefined
        ? []
        : [{ text: '退回后已改', full: `送审时：${form.say(address, view.submitted)}`, tone: 'muted' as const }]),
    ],
  }
}

/** A cell that only says something. */
export const readOnlyCell = (text: string): GridCell => ({ text, locked: true, wrong: false, notes: [] })

/** What stood in the cell a year ago, to be said below it. */
export const lastYearNote = ({ lastYear }: CellView): GridCell['notes'] =>
  lastYear === undefined ? [] : [{ text: `上年 ${lastYear}`, tone: 'muted' }]

type Known = {
  form: CellFormFrame
  addressOf: (row: string, column: string) => string
  /** A cell, with who else is in it. */
  cellOf: (row: string, column: string, view: CellView, who: string) => GridCell
  /** How amounts are shown and typed; absent where there are none. */
  money?: MoneyTexts
  /** Follows what a cell of the row needs beside its own text. */
  useRow?: (row: string) => unknown
}

/** What every grid of a form does alike. */
export function formSource({ form, addressOf, cellOf: drawn, money, useRow }: Known) {
  const { store } = form
  const cellOf: Known['cellOf'] = (row, column, view, who) =>
    drawn(row, column, money === undefined ? view : money.view(addressOf(row, column), view), who)
  return {
    useCell: (row, column) => {
      const address = addressOf(row, column)
      useRow?.(row)
      const who = useWhoIsAt(address)
      return cellOf(row, column, useCell(address), who)
    },
    peek: (row, column) => cellOf(row, column, store.view(addressOf(row, column)), ''),
    idOf: addressOf,
    edit: (edits) =>
      store.together(() => {
        for (const { row, column, text } of edits) {
          const address = addressOf(row, column)
          store.edit(address, money?.kept(address, text, store.standing(address).text) ?? text)
        }
      }),
    together: store.together,
    begin: store.begin,
    end: store.end,
    read: (row, column, text, said) => {
      const address = addressOf(row ?? 'new', column)
      return (money?.fit ?? fitCell)(address, said === undefined ? text : withUnitSaid(address, text, said, money?.unit))
    },
    announce: form.announce,
  } satisfies Partial<GridSource>
}

/** Whether one of these cells waits for a person: it was refused, is in conflict, or has a note. */
export function useWaits(addresses: readonly string[]): boolean {
  const { notesAt } = useCellForm()
  const cells = useSame(addresses)
  const open = useStateOf(cells, (now) => cells.some((address) => ['refused', 'conflict'].includes(now.state(address))))
  return open || cells.some((address) => notesAt(address).length > 0)
}
