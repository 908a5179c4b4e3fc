import { isMarkCell } from '@/lib/domain/cells/addresses'
import type { RowList } from '@/lib/domain/evaluation/rows'
import { saysSame } from '@/lib/forms/cells/cell-texts'
import { newCellLabel } from '@/lib/messages/column-labels'
import { addedRows, rowIdOf } from './added-rows'
import { cellHistory, reversed, type Step } from './cell-history'
import type { CellView, FormCells, FormView, Sent } from './cell-view'
import { cellWatch } from './cell-watch'
import type { ChangedCells } from './changed-cells'
import { type NewRow, rowsToStore } from './new-rows'
import { isAbout, type RowChange, rowChanges } from './row-changes'
import { isOver, type SaveAnswer } from './save-form'
import { standingCells } from './standing-cells'
import { typedCells } from './typed-cells'

/**
 * What a form of cells holds, cell by cell: whoever draws one hears of that cell only, so that a key draws one cell anew however
 * many the form has. Pure: it knows no clock, no browser and no server, so that saving late, twice or beside somebody else can be
 * tested. Who sends what it holds: `autosave.ts`.
 */
export type CellStore = ReturnType<typeof cellStore>

/** Most cells that are sent at once. */
const AT_ONCE = 1000

const FORM = ['unsaved', 'saving', 'trouble', 'answers', 'errors', 'conflicts', 'asked'] as const

export function cellStore(given: FormCells) {
  const stands = standingCells(given)
  const rows = addedRows()
  const history = cellHistory()
  const changes = rowChanges()
  let [answers, asked] = [0, 0]

  const views = new Map<string, CellView>()
  let formView: FormView | null = null
  let formNow = false
  let allTexts: Readonly<Record<string, string>> | null = null
  const { change, touch, subscribe, subscribeAll } = cellWatch((touched) => {
    formNow = false
    if (touched.size > 0) allTexts = null
    for (const address of touched) views.delete(address)
    if (!typed.waits()) asked = 0
  })
  const typed = typedCells(stands, touch)

  const { value, seen, state, type } = typed
  const allCells = (): string[] => [...new Set([...stands.addresses(), ...typed.addresses()])]
  // What an address is read for costs more than to see that it cannot be one of the row
  const cellsIn = (row: string): string[] => allCells().filter((address) => address.includes(row) && rowIdOf(address) === row)
  /** Whether a cell is only the number that a new row is to have: it waits until something is said in the row. */
  const waitsForWords = (address: string): boolean =>
    isMarkCell(address) &&
    rows.has(address) &&
    !rows.wasSent(rowIdOf(address)) &&
    cellsIn(rowIdOf(address)).every((other) => isMarkCell(other) || value(other) === '')
  /** Rows go with what was typed in them. Their cells are found once for all of them: there may be hundreds. */
  function leaveAll(gone: readonly NewRow[]): void {
    const cells = new Map(gone.map(({ id }) => [id, [] as string[]]))
    for (const address of allCells()) cells.get(rowIdOf(address))?.push(address)
    for (const row of gone) leave(row, cells.get(row.id) ?? [])
  }
  /** A row goes with its cells, from the server too where it may be there. */
  function leave(row: NewRow, here: readonly string[]): void {
    typed.drop(here)
    rows.drop(row.id)
    if (!rows.wasSent(row.id) && here.every((address) => stands.brought(address) === undefined)) return
    changes.left(row, here)
  }
  const onServer = (row: string): boolean => rows.isStored(row) || stands.onPage().some((address) => rowIdOf(address) === row)
  /** A list stands in another order, since a row of it was moved. */
  function order(place: RowList, ids: readonly string[], row: string): void {
    rows.order(place, ids)
    changes.ordered(place, ids, rows.wasSent(row) || onServer(row) ? row : null)
    touch(...cellsIn(row))
  }
  /** Does a step, as far as nobody has typed over it since; gives a cell of it to look at, empty where it has none. */
  function take(step: Step | null): string | null {
    if (step === null) return null
    change(() => {
      const back = new Set(rows.addAgain(step.came).map(({ id }) => id))
      for (const [address, { before, after }] of step.cells) {
        const at = rows.addressNow(address)
        if (back.has(rowIdOf(at)) || saysSame(at, value(at), rows.textNow(before))) type(at, rows.textNow(after))
      }
      for (const { place, row, after } of step.moved) order(rows.placeNow(place), after.map(rows.idNow), rows.idNow(row))
      if (step.went.length > 0) leaveAll(step.went.map((row) => ({ ...row, id: rows.idNow(row.id) })))
    })
    const [first = cellsIn(rows.idNow(step.moved[0]?.row ?? ''))[0] ?? ''] = step.cells.keys()
    return rows.addressNow(first)
  }

  const store = {
    /** What stands in a cell at this moment: as typed, else as stored; empty where there is no such cell. */
    value,
    state,
    /** The cell with everything that is said beside it. */
    view(address: string): CellView {
      const known = views.get(address)
      if (known !== undefined) return known
      const view: CellView = {
        ...(stands.brought(address) ?? { label: newCellLabel(address) }),
        text: value(address),
        seen: seen(address),
        state: state(address),
        error: typed.errorAt(address),
        conflict: typed.conflictAt(address),
      }
      views.set(address, view)
      return view
    },
    /** Types into a cell. Steady typing in one cell is one step to undo, until `seal` or something else is done. */
    edit(address: string, text: string): void {
      change(() => {
        history.typed(address, value(address), text)
        type(address, text)
      })
    },
    /** Whatever is done within is one change: listeners hear of it once, and it is one step to undo. */
    together: (work: () => void): void => history.within(() => change(work)),
    /** What is done from here to `end` is one step, however long it takes; in one that is open already it is part of that. */
    begin: history.begin,
    end: history.end,
    /** A pause in typing: what follows is a step of its own. */
    seal: history.seal,
    /** Takes the last step back, saved or not, and gives a cell to look at (or nothing: empty); null where there is nothing to undo. */
    undo: (): string | null => take(reversed(history.back())),
    /** Does it again. */
    redo: (): string | null => take(history.forth()),
    /** Calls when the cell changes. */
    subscribe,
    /** Calls when anything changes, with the cells that were touched. */
    subscribeAll,
    /** The whole form. */
    form(): FormView {
      if (!formNow) {
        const view = {
          ...typed.form(),
          unsaved: typed.addresses().filter((address) => !waitsForWords(address)).length + changes.count(),
          answers,
          asked,
        }
        if (!FORM.every((part) => view[part] === formView?.[part])) formView = view
        formNow = true
      }
      return formView as FormView
    },
    /** Every text of the form by address; the same object until a cell changes. */
    texts(): Readonly<Record<string, string>> {
      allTexts ??= Object.fromEntries([...new Set([...stands.onPage(), ...typed.addresses()])].map((address) => [address, value(address)]))
      return allTexts
    },
    /** What was typed into a cell and is not saved; undefined where nothing is. */
    editOf: typed.editOf,
    /** Texts of the cell that were sent and not answered yet: the server may have one of them. */
    sentOf: typed.sentOf,
    /** What the cell says on the server, as far as this form knows. */
    standing: stands.at,
    /** The page brings the cells as they were in this revision of the evaluation. */
    bring: (now: FormCells, revision: number): void =>
      change(() => {
        rows.brought(Object.keys(now))
        changes.brought(revision)
        touch(...stands.bring(now))
      }),
    /** Somebody has written cells meanwhile, as the server says; what is typed here stays, and meets them when it is saved. */
    hear: (written: ChangedCells['cells']): void => change(() => touch(...stands.hear(written))),
    /** Takes a draft back, typed over the revision that the person saw then; false where it is none of this form's cells. */
    restore({ field, text, seen: before, sent = [] }: { field: string; text: string; seen?: number; sent?: readonly string[] }): boolean {
      if (stands.brought(field) === undefined && !rows.has(field)) return false
      change(() => typed.restore(field, text, before, sent))
      return true
    },
    /**
     * What is typed and not stored yet, to be sent; null where nothing is, or where something is on its way already. What was refused
     * waits for another text, what is in conflict for a choice, and of a very large paste the rest for the next time.
     */
    send(): Sent | null {
      const cells = typed
        .toSend()
        .filter(({ address }) => !waitsForWords(address))
        .slice(0, AT_ONCE)
      if (cells.length === 0) return null
      const edits = Object.fromEntries(cells.map(({ address, text, seen: from }) => [address, { text, seen: from }]))
      const added = rowsToStore(rows.all(), edits, rows.isStored)
      rows.sending(added)
      change(() => typed.sent(cells))
      return { cells, rows: added }
    },
    /** The answer to what was sent. What was typed meanwhile goes on from the revision just saved. */
    answered(sent: Sent, answer: SaveAnswer): void {
      change(() => {
        typed.answered(sent.cells, answer)
        rows.saved(answer.saved.map(({ address }) => address))
        if (answer.message === null) answers++
      })
    },
    /** Somebody asked to save, and what could be was. */
    wasAsked: (): void => change(() => void asked++),
    /** The cells of the last save have said so long enough. */
    shownSaved: (): void => change(typed.shownSaved),
    /** The own text of a cell in conflict shall stand. */
    keepMine: (address: string): void => change(() => typed.keepMine(address)),
    /** The other's text of a cell in conflict shall stand; where its row is gone, the own text is given up. */
    takeTheirs: (address: string): void =>
      change(() => {
        const mine = value(address)
        const theirs = typed.takeTheirs(address)
        if (theirs === null) rows.drop(rowIdOf(address))
        else history.typed(address, mine, theirs)
      }),
    /** Rows of the form that are not stored yet; the same list until one comes or goes. */
    newRows: rows.all,
    /** Whether something is said in a row, beside its number. */
    saysIn: (row: string): boolean => cellsIn(row).some((address) => !isMarkCell(address) && value(address) !== ''),
    /** Whether a row is known to the server only by what was saved since the page was drawn. */
    isStored: rows.isStored,
    /** Adds rows at once, to be stored with the next save; `texts` stand in them by column. */
    addRows(added: readonly { row: NewRow; texts?: Readonly<Record<string, string>> }[]): void {
      store.together(() => {
        rows.add(added.map(({ row }) => row))
        history.came(added.map(({ row }) => row))
        for (const { row, texts = {} } of added)
          for (const [column, text] of Object.entries(texts)) store.edit(`${row.list}/${row.id}/${column}`, text)
      })
    },
    /** A row that was kept in the browser comes back. */
    restoreRow: (row: NewRow): void => change(() => rows.add([row])),
    /** Puts a row of a list elsewhere: `before` and `after` are the list's ids, as they are shown. */
    moveRow(place: RowList, row: string, before: readonly string[], after: readonly string[]): void {
      store.together(() => {
        history.moved({ place, row, before, after })
        order(place, after, row)
      })
    },
    /** How a list stands since a row of it was moved; undefined while it stands as the page brought it. */
    orderOf: changes.orderOf,
    /** Rows go with their cells, from the server too; undone, they come back with their texts. */
    removeRows(gone: readonly NewRow[]): void {
      store.together(() => {
        const going = new Set(gone.map(({ id }) => id))
        for (const address of allCells()) if (going.has(rowIdOf(address))) history.typed(address, value(address), '')
        history.went(gone)
        leaveAll(gone)
      })
    },
    /** Rows that went, which the server may still have; the same list until one comes or goes. */
    leaving: changes.leaving,
    /** The next change of rows that the server is to be told, as this form last saw it; null where there is none. */
    rowChange: (): RowChange | null => changes.next(seen, onServer),
    /** The server has made the change, or will not: then it is said why, and the rows are as they were. */
    rowChanged(told: RowChange, answer: SaveAnswer): void {
      change(() => {
        if (isOver(answer)) changes.decided(told, answer.message === null, answer)
        typed.heard(answer)
        touch(...allCells().filter((address) => isAbout(told, rowIdOf(address))))
        if (answer.message === null) answers++
      })
    },
  }
  return store
}
