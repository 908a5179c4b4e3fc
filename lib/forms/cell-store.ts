import type { RowList } from '@/lib/domain/evaluation/rows'
import { newCellLabel } from '@/lib/messages/cell-labels'
import { addedRows, rowIdOf } from './added-rows'
import type { CellConflict } from './cell-conflict'
import { cellHistory, reversed, type Step } from './cell-history'
import { saysSame } from './cell-texts'
import type { CellState, CellView, FormCells, FormView, Sent } from './cell-view'
import { cellWatch } from './cell-watch'
import type { ChangedCells } from './changed-cells'
import { type NewRow, rowsToStore } from './new-rows'
import { type RowChange, rowChanges } from './row-changes'
import { type Edit, edited, isOver, type SaveAnswer, troubleOf } from './save-form'
import { standingCells } from './standing-cells'
import { unansweredTexts } from './unanswered-texts'

/**
 * What a form of cells holds, cell by cell: whoever draws one hears of that cell only, so that a key draws one cell anew however
 * many the form has. Pure: it knows no clock, no browser and no server, so that saving late, twice or beside somebody else can be
 * tested. Who sends what it holds: `autosave.ts`.
 */
export type CellStore = ReturnType<typeof cellStore>

export function cellStore(given: FormCells) {
  const stands = standingCells(given)
  const rows = addedRows()
  const history = cellHistory()
  const edits = new Map<string, Edit>()
  const unanswered = unansweredTexts()
  const errors = new Map<string, string>()
  const conflicts = new Map<string, CellConflict>()
  const changes = rowChanges()
  let sending: ReadonlyMap<string, string> = new Map()
  let justSaved: ReadonlySet<string> = new Set()
  let trouble: FormView['trouble'] = null
  let [answers, asked] = [0, 0]

  const views = new Map<string, CellView>()
  let formView: FormView | null = null
  let allTexts: Readonly<Record<string, string>> | null = null
  const { change, touch, subscribe, subscribeAll } = cellWatch((touched) => {
    formView = null
    if (touched.size > 0) allTexts = null
    for (const address of touched) views.delete(address)
    if (errors.size + conflicts.size === 0) asked = 0
  })

  const value = (address: string): string => edits.get(address)?.text ?? stands.at(address).text
  const seen = (address: string): number => edits.get(address)?.seen ?? stands.at(address).seen
  const cellsIn = (row: string): string[] =>
    [...new Set([...stands.addresses(), ...edits.keys()])].filter((address) => rowIdOf(address) === row)
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
  /** Types a text; back at what stands it is no edit any more, unless another text is on its way to the server. */
  function type(address: string, text: string): void {
    errors.delete(address)
    const again = unanswered.has(address) || sending.has(address) ? { text, seen: seen(address) } : null
    put(address, edited(edits.get(address), text, stands.at(address)) ?? again)
  }
  /** A row goes with what was typed in it, from the server too where it may be there. */
  function leave(row: NewRow): void {
    const here = cellsIn(row.id)
    for (const address of here) for (const held of [edits, errors, conflicts, unanswered]) held.delete(address)
    touch(...here)
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
      for (const row of step.went) leave({ ...row, id: rows.idNow(row.id) })
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
        error: errors.get(address),
        conflict: conflicts.get(address),
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
      formView ??= {
        unsaved: edits.size + changes.count(),
        saving: sending.size > 0,
        trouble,
        answers,
        errors: [...errors].map(([address, message]) => ({ address, message })),
        conflicts: [...conflicts.values()],
        asked,
      }
      return formView
    },
    /** Every text of the form by address; the same object until a cell changes. */
    texts(): Readonly<Record<string, string>> {
      allTexts ??= Object.fromEntries([...new Set([...stands.onPage(), ...edits.keys()])].map((address) => [address, value(address)]))
      return allTexts
    },
    /** What was typed into a cell and is not saved; undefined where nothing is. */
    editOf: (address: string): Edit | undefined => edits.get(address),
    /** Texts of the cell that were sent and not answered yet: the server may have one of them. */
    sentOf: (address: string): string[] => [...unanswered.textsOf(address), ...(sending.has(address) ? [sending.get(address) ?? ''] : [])],
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
      const now = stands.at(field)
      for (const one of sent) unanswered.add(field, one)
      change(() => put(field, text === now.text ? null : { text, seen: before ?? now.seen }))
      return true
    },
    /**
     * What is typed and not stored yet, to be sent; null where nothing is, or where something is on its way already. What was refused
     * waits for another text, and what is in conflict for a choice.
     */
    send(): Sent | null {
      const now = [...edits].filter(([address]) => !errors.has(address) && !conflicts.has(address))
      if (sending.size > 0 || now.length === 0) return null
      const added = rowsToStore(rows.all(), Object.fromEntries(now))
      rows.sending(added)
      change(() => {
        sending = new Map(now.map(([address, { text }]) => [address, text]))
        touch(...sending.keys())
      })
      const anew = (address: string) => (unanswered.has(address) ? { anew: true as const } : {})
      return { cells: now.map(([address, { text, seen: from }]) => ({ address, seen: from, text, ...anew(address) })), rows: added }
    },
    /** The answer to what was sent. What was typed meanwhile goes on from the revision just saved. */
    answered(sent: Sent, answer: SaveAnswer): void {
      const texts = new Map(sent.cells.map(({ address, text }) => [address, text]))
      change(() => {
        touch(...sending.keys(), ...justSaved)
        sending = new Map()
        justSaved = new Set(answer.saved.map(({ address }) => address))
        trouble = troubleOf(answer)
        if (answer.failure !== undefined) for (const [address, text] of texts) unanswered.add(address, text)
        for (const { address, number } of answer.saved) {
          const text = texts.get(address) ?? ''
          const edit = edits.get(address)
          unanswered.delete(address)
          stands.say(address, { text, seen: number })
          if (edit !== undefined) put(address, edit.text === text ? null : { ...edit, seen: number })
        }
        rows.saved(answer.saved.map(({ address }) => address))
        for (const { address, message } of answer.refusals)
          if (edits.get(address)?.text === texts.get(address)) errors.set(address, message)
        for (const conflict of answer.conflicts) {
          const edit = edits.get(conflict.address)
          if (edit === undefined) continue
          if (unanswered.isEcho(conflict)) put(conflict.address, { ...edit, seen: conflict.revision })
          else conflicts.set(conflict.address, conflict)
        }
        touch(...errors.keys(), ...conflicts.keys())
        if (answer.message === null) answers++
      })
    },
    /** Somebody asked to save, and what could be was. */
    wasAsked: (): void => change(() => void asked++),
    /** The cells of the last save have said so long enough. */
    shownSaved: (): void =>
      change(() => {
        touch(...justSaved)
        justSaved = new Set()
      }),
    /** The own text of a cell in conflict shall stand. */
    keepMine: (address: string): void =>
      change(() => {
        const conflict = conflicts.get(address)
        conflicts.delete(address)
        if (conflict !== undefined) put(address, { text: edits.get(address)?.text ?? conflict.typed, seen: conflict.revision })
      }),
    /** The other's text of a cell in conflict shall stand; where its row is gone, the own text is given up. */
    takeTheirs: (address: string): void =>
      change(() => {
        const { current = null, revision = 0 } = conflicts.get(address) ?? {}
        conflicts.delete(address)
        if (current !== null) {
          history.typed(address, value(address), current)
          stands.say(address, { text: current, seen: revision })
        } else rows.drop(rowIdOf(address))
        put(address, null)
      }),
    /** Rows of the form that are not stored yet; the same list until one comes or goes. */
    newRows: rows.all,
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
        for (const { id } of gone) for (const address of cellsIn(id)) history.typed(address, value(address), '')
        history.went(gone)
        for (const row of gone) leave(row)
      })
    },
    /** Rows that went, which the server may still have; the same list until one comes or goes. */
    leaving: changes.leaving,
    /** The next change of rows that the server is to be told, as this form last saw it; null where there is none. */
    rowChange: (): RowChange | null => changes.next(seen, onServer),
    /** The server has made the change, or will not: then it is said why, and the row is as it was. */
    rowChanged(told: RowChange, answer: SaveAnswer): void {
      change(() => {
        if (isOver(answer)) changes.decided(told, answer.message === null, answer.revision)
        trouble = troubleOf(answer)
        touch(...cellsIn(told.row))
        if (answer.message === null) answers++
      })
    },
  }
  return store
}
