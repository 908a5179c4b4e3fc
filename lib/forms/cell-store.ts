import { placeOf, rowOfPlace } from '@/lib/domain/cells/addresses'
import type { RowList } from '@/lib/domain/evaluation/rows'
import { newCellLabel } from '@/lib/messages/cell-labels'
import type { CellConflict } from './cell-conflict'
import type { CellState, CellView, FormCell, FormCells, FormView, Sent } from './cell-view'
import { cellWatch } from './cell-watch'
import { inNewOrder, type NewRow, rowsToStore, stillNew, withoutNew } from './new-rows'
import { type Edit, edited, type SaveAnswer, type SaveSummary, standingOf, summaryOf } from './save-form'

/**
 * What a form of cells holds, cell by cell: whoever draws one hears of that cell only, so that a key draws one cell anew however
 * many the form has. Pure: it knows no clock, no browser and no server, so that saving late, twice or beside somebody else can be tested.
 */

export type CellStore = ReturnType<typeof cellStore>

export function cellStore(given: FormCells) {
  let cells = given
  let newRows: readonly NewRow[] = []
  // Those that were ever added here, whether or not the page brought them by now.
  const addedHere = new Set<string>()
  const edits = new Map<string, Edit>()
  // What the server confirmed; it holds until the page brings the same revision or a newer one.
  const confirmed = new Map<string, Edit>()
  const errors = new Map<string, string>()
  const conflicts = new Map<string, CellConflict>()
  let sending: ReadonlySet<string> = new Set()
  let justSaved: ReadonlySet<string> = new Set()
  let message: SaveSummary | null = null
  let answers = 0

  const views = new Map<string, CellView>()
  let formView: FormView | null = null
  let allTexts: Readonly<Record<string, string>> | null = null
  const { change, touch, subscribe, subscribeAll } = cellWatch((touched) => {
    formView = null
    if (touched.size > 0) allTexts = null
    for (const address of touched) views.delete(address)
  })

  const standing = (address: string): Edit => standingOf(cells[address] ?? NOTHING, confirmed.get(address))
  const labelOf = (address: string): string => cells[address]?.label ?? newCellLabel(address)
  const value = (address: string): string => edits.get(address)?.text ?? standing(address).text
  function state(address: string): CellState {
    if (conflicts.has(address)) return 'conflict'
    if (errors.has(address)) return 'refused'
    if (edits.has(address)) return sending.has(address) ? 'saving' : 'unsaved'
    return justSaved.has(address) ? 'saved' : 'unchanged'
  }
  function put(address: string, edit: Edit | null): void {
    if (edit === null) edits.delete(address)
    else edits.set(address, edit)
    touch(address)
  }
  function drop(address: string): void {
    for (const held of [edits, errors, conflicts]) held.delete(address)
    touch(address)
  }
  function settle(address: string, summary: SaveSummary | null): void {
    conflicts.delete(address)
    message = summary
    touch(address)
  }

  const store = {
    /** What stands in a cell at this moment: as typed, else as stored; empty where there is no such cell. */
    value,
    state,
    /** The cell with everything that is said beside it. */
    view(address: string): CellView {
      const known = views.get(address)
      if (known !== undefined) return known
      const { lastYear } = cells[address] ?? NOTHING
      const view: CellView = {
        text: value(address),
        seen: edits.get(address)?.seen ?? standing(address).seen,
        label: labelOf(address),
        ...(lastYear === undefined ? {} : { lastYear }),
        state: state(address),
        error: errors.get(address),
        conflict: conflicts.get(address),
      }
      views.set(address, view)
      return view
    },
    /** Types into a cell. */
    edit(address: string, text: string): void {
      change(() => {
        message = null
        errors.delete(address)
        put(address, edited(edits.get(address), text, standing(address)))
      })
    },
    /** Whatever is done within is one change: listeners hear of it once. */
    together: change,
    /** Calls when the cell changes. */
    subscribe,
    /** Calls when anything changes, with the cells that were touched. */
    subscribeAll,

    /** The whole form. */
    form(): FormView {
      formView ??= {
        unsaved: edits.size,
        saving: sending.size > 0,
        message,
        answers,
        errors: [...errors].map(([address, text]) => ({ address, message: text })),
        conflicts: [...conflicts.values()],
      }
      return formView
    },
    /** Every text of the form by address; the same object until a cell changes. */
    texts(): Readonly<Record<string, string>> {
      allTexts ??= Object.fromEntries([...new Set([...Object.keys(cells), ...edits.keys()])].map((address) => [address, value(address)]))
      return allTexts
    },
    /** What was typed into a cell and is not saved; undefined where nothing is. */
    editOf: (address: string): Edit | undefined => edits.get(address),
    /** What the cell says on the server, as far as this form knows. */
    standing,

    /** The page brings the cells as they are now. */
    bring(now: FormCells): void {
      if (now === cells) return
      change(() => {
        const before = cells
        cells = now
        newRows = stillNew(newRows, Object.keys(now))
        for (const address of Object.keys({ ...before, ...now })) if (!isSame(before[address], now[address])) touch(address)
      })
    },
    /** Takes a draft back, typed over the revision that the person saw then; false where it is none of this form's cells. */
    restore({ field, text, seen }: { field: string; text: string; seen?: number }): boolean {
      const here = cells[field] !== undefined || addedHere.has(rowOfPlace(placeOf(field))?.row ?? '')
      const now = standing(field)
      if (here) change(() => put(field, text === now.text ? null : { text, seen: seen ?? now.seen }))
      return here
    },

    /** What is typed and not stored yet, to be sent; null where nothing is, or where it is on its way already. */
    send(): Sent | null {
      if (sending.size > 0 || edits.size === 0) return null
      const sent = [...edits].map(([address, { text, seen }]) => ({ address, seen, text }))
      change(() => {
        sending = new Set(edits.keys())
        touch(...sending)
      })
      return { cells: sent, rows: rowsToStore(newRows, Object.fromEntries(edits)) }
    },
    /** The answer to what was sent. What was typed meanwhile goes on from the revision just saved. */
    answered(sent: Sent, answer: SaveAnswer): void {
      const texts = new Map(sent.cells.map(({ address, text }) => [address, text]))
      change(() => {
        touch(...sending, ...justSaved)
        sending = new Set()
        justSaved = new Set(answer.saved.map(({ address }) => address))
        for (const { address, number } of answer.saved) {
          const text = texts.get(address) ?? ''
          const edit = edits.get(address)
          confirmed.set(address, { text, seen: number })
          put(address, edit === undefined || edit.text === text ? null : { ...edit, seen: number })
        }
        message = summaryOf(answer)
        if (answer.message !== null) return
        touch(...errors.keys(), ...conflicts.keys())
        errors.clear()
        conflicts.clear()
        for (const { address, message: text } of answer.refusals) errors.set(address, text)
        for (const conflict of answer.conflicts) conflicts.set(conflict.address, conflict)
        touch(...errors.keys(), ...conflicts.keys())
        answers++
      })
    },
    /** The cells of the last save have said so long enough. */
    shownSaved(): void {
      if (justSaved.size === 0) return
      change(() => {
        touch(...justSaved)
        justSaved = new Set()
      })
    },
    /** The own text of a cell in conflict shall stand. */
    keepMine(address: string): void {
      const conflict = conflicts.get(address)
      if (conflict === undefined) return
      change(() => {
        put(address, { text: edits.get(address)?.text ?? conflict.typed, seen: conflict.revision })
        settle(address, { tone: 'warning', text: '已保留您填写的内容，请再次保存。' })
      })
    },
    /** The other's text of a cell in conflict shall stand; where its row is gone, the own text is given up. */
    takeTheirs(address: string): void {
      const { current, revision } = conflicts.get(address) ?? { current: null, revision: 0 }
      change(() => {
        if (current !== null) confirmed.set(address, { text: current, seen: revision })
        else newRows = withoutNew(newRows, rowOfPlace(placeOf(address))?.row ?? '')
        put(address, null)
        settle(address, current === null ? null : { tone: 'success', text: '已采用对方填写的内容。' })
      })
    },

    /** Rows of the form that are not stored yet; the same list until one comes or goes. */
    newRows: (): readonly NewRow[] => newRows,
    /** Adds rows at once, to be stored with the next save; `texts` stand in them by column. */
    addRows(rows: readonly { row: NewRow; texts?: Readonly<Record<string, string>> }[]): void {
      change(() => {
        const ids = new Set(rows.map(({ row }) => row.id))
        for (const id of ids) addedHere.add(id)
        newRows = [...newRows.filter(({ id }) => !ids.has(id)), ...rows.map(({ row }) => row)]
        for (const { row, texts = {} } of rows)
          for (const [column, text] of Object.entries(texts)) store.edit(`${row.list}/${row.id}/${column}`, text)
      })
    },
    /** Puts the new rows of a list where they stand in `ids`. */
    orderRows(place: RowList, ids: readonly string[]): void {
      change(() => {
        newRows = inNewOrder(newRows, place, ids)
      })
    },
    /** A row goes with its cells: what was typed in them is no change any more. */
    dropRow(id: string, addresses: readonly string[]): void {
      change(() => {
        newRows = withoutNew(newRows, id)
        for (const address of addresses) drop(address)
      })
    },
  }
  return store
}

const NOTHING: FormCell = { text: '', seen: 0, label: '' }

const isSame = (a: FormCell | undefined, b: FormCell | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && a.text === b.text && a.seen === b.seen && a.label === b.label && a.lastYear === b.lastYear)
