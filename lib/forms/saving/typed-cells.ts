import type { CellConflict } from '@/lib/forms/state/cell-conflict'
import type { CellState, FormView } from './cell-view'
import { type Edit, edited, type SaveAnswer, type TypedCell, troubleOf } from './save-form'
import type { standingCells } from './standing-cells'
import { unansweredTexts } from './unanswered-texts'

const NONE: readonly never[] = []

/**
 * What is typed into the cells of a form and does not stand yet: what of it is on its way to the server, was refused, or met what somebody
 * else wrote. `touch` hears of the cells of which something changes.
 */
export function typedCells(stands: ReturnType<typeof standingCells>, touch: (...addresses: readonly string[]) => void) {
  const edits = new Map<string, Edit>()
  const unanswered = unansweredTexts()
  const errors = new Map<string, string>()
  const conflicts = new Map<string, CellConflict>()
  let sending: ReadonlyMap<string, string> = new Map()
  let justSaved: ReadonlySet<string> = new Set()
  let trouble: FormView['trouble'] = null

  const seen = (address: string): number => edits.get(address)?.seen ?? stands.at(address).seen
  function put(address: string, edit: Edit | null): void {
    if (edit === null) edits.delete(address)
    else edits.set(address, edit)
    touch(address)
  }
  /** Cells that stand now: what was typed in them meanwhile goes on from the revision just saved. */
  function saved(texts: ReadonlyMap<string, string>, { saved: now }: SaveAnswer): void {
    justSaved = new Set(now.map(({ address }) => address))
    for (const { address, number } of now) {
      const text = texts.get(address) ?? ''
      const edit = edits.get(address)
      unanswered.delete(address)
      stands.say(address, { text, seen: number })
      if (edit !== undefined) put(address, edit.text === text ? null : { ...edit, seen: number })
    }
  }
  return {
    value: (address: string): string => edits.get(address)?.text ?? stands.at(address).text,
    seen,
    state(address: string): CellState {
      if (conflicts.has(address)) return 'conflict'
      if (errors.has(address)) return 'refused'
      if (edits.has(address)) return sending.has(address) ? 'saving' : 'unsaved'
      return justSaved.has(address) ? 'saved' : 'unchanged'
    },
    addresses: (): string[] => [...edits.keys()],
    count: (): number => edits.size,
    editOf: (address: string): Edit | undefined => edits.get(address),
    errorAt: (address: string): string | undefined => errors.get(address),
    conflictAt: (address: string): CellConflict | undefined => conflicts.get(address),
    /** Whether anything waits for a person. */
    waits: (): boolean => errors.size + conflicts.size > 0,
    form: (): Pick<FormView, 'saving' | 'trouble' | 'errors' | 'conflicts'> => ({
      saving: sending.size > 0,
      trouble,
      errors: errors.size === 0 ? NONE : [...errors].map(([address, message]) => ({ address, message })),
      conflicts: conflicts.size === 0 ? NONE : [...conflicts.values()],
    }),
    /** Why nothing could be done with the last answer, whatever it was to; null where something was. */
    heard(answer: SaveAnswer): void {
      trouble = troubleOf(answer)
    },
    /** Types a text; back at what stands it is no edit any more, unless another text is on its way to the server. */
    type(address: string, text: string): void {
      errors.delete(address)
      const again = unanswered.has(address) || sending.has(address) ? { text, seen: seen(address) } : null
      put(address, edited(edits.get(address), text, stands.at(address)) ?? again)
    },
    /** A text that was typed before, over the revision that the person saw then; `sent`: texts that the server may have got. */
    restore(address: string, text: string, before: number | undefined, sent: readonly string[]): void {
      const now = stands.at(address)
      for (const one of sent) unanswered.add(address, one)
      put(address, text === now.text ? null : { text, seen: before ?? now.seen })
    },
    /** The cells are gone with what was typed in them. */
    drop(addresses: readonly string[]): void {
      for (const address of addresses) for (const held of [edits, errors, conflicts, unanswered]) held.delete(address)
      touch(...addresses)
    },
    /** Texts of the cell that were sent and not answered yet: the server may have one of them. */
    sentOf: (address: string): string[] => [...unanswered.textsOf(address), ...(sending.has(address) ? [sending.get(address) ?? ''] : [])],
    /**
     * What is typed and not on its way, to be sent; none where something is on its way already. What was refused waits for another text, and
     * what is in conflict for a choice.
     */
    toSend(): TypedCell[] {
      if (sending.size > 0) return []
      return [...edits]
        .filter(([address]) => !errors.has(address) && !conflicts.has(address))
        .map(([address, { text, seen: from }]) => ({
          address,
          seen: from,
          text,
          ...(unanswered.has(address) ? { anew: true as const } : {}),
        }))
    },
    sent(cells: readonly TypedCell[]): void {
      sending = new Map(cells.map(({ address, text }) => [address, text]))
      touch(...sending.keys())
    },
    answered(cells: readonly TypedCell[], answer: SaveAnswer): void {
      const texts = new Map(cells.map(({ address, text }) => [address, text]))
      touch(...sending.keys(), ...justSaved)
      sending = new Map()
      trouble = troubleOf(answer)
      if (answer.failure !== undefined) for (const [address, text] of texts) unanswered.add(address, text)
      saved(texts, answer)
      for (const { address, message } of answer.refusals) if (edits.get(address)?.text === texts.get(address)) errors.set(address, message)
      for (const conflict of answer.conflicts) {
        const edit = edits.get(conflict.address)
        if (edit === undefined) continue
        if (unanswered.isEcho(conflict)) put(conflict.address, { ...edit, seen: conflict.revision })
        else conflicts.set(conflict.address, conflict)
      }
      touch(...errors.keys(), ...conflicts.keys())
    },
    /** The cells of the last save have said so long enough. */
    shownSaved(): void {
      touch(...justSaved)
      justSaved = new Set()
    },
    /** The own text of a cell in conflict shall stand. */
    keepMine(address: string): void {
      const conflict = conflicts.get(address)
      conflicts.delete(address)
      if (conflict !== undefined) put(address, { text: edits.get(address)?.text ?? conflict.typed, seen: conflict.revision })
    },
    /** The other's text of a cell in conflict shall stand; gives it, or null where its row is gone. */
    takeTheirs(address: string): string | null {
      const { current = null, revision = 0 } = conflicts.get(address) ?? {}
      conflicts.delete(address)
      if (current !== null) stands.say(address, { text: current, seen: revision })
      put(address, null)
      return current
    },
  }
}
