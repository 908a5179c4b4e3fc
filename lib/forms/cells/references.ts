import { knownData } from '@/lib/domain/cells/data-names'
import { runsOf, textOf } from '@/lib/domain/cells/narrative'
import { datumLabel, saidReference } from '@/lib/messages/data-labels'
import { NOT_FILLED } from '@/lib/messages/form-labels'

/**
 * A text with references to data, as its box shows it and as it is kept. The box shows 〔预算执行率 98.76%〕 where `{{executionRate}}` is
 * kept: a piece that is there or not there, into which nothing can be typed.
 */

/** A datum that texts may refer to: what it is called, and what it says at the moment (empty: 未填). */
export type Datum = { name: string; label: string; text: string }
export type KnownData = ReadonlyMap<string, Datum>

/** A stretch of a text; `datum` is the reference's name, absent where it is plain text. */
export type Piece = { shown: string; kept: string; datum?: string }

/** What a reference says in a box: 预算执行率 98.76%; only what it is called where nobody knows its value. */
export function sayDatum(name: string, known: KnownData): string {
  const datum = known.get(name)
  return datum === undefined ? datumLabel(name, null) : [datum.label, datum.text || NOT_FILLED].join(' ')
}

/** The pieces of a kept text, each with what its box shows. */
export const piecesOf = (kept: string, say: (name: string) => string): Piece[] =>
  runsOf(kept, knownData).map((run) => {
    if ('text' in run) return { shown: run.text, kept: run.text }
    return { shown: saidReference(say(run.datum)), kept: textOf([run]), datum: run.datum }
  })

/** The names of the data to which a kept text refers. */
export const referencesIn = (kept: string): string[] => runsOf(kept, knownData).flatMap((run) => ('datum' in run ? [run.datum] : []))

export const shownOf = (pieces: readonly Piece[]): string => pieces.map(({ shown }) => shown).join('')

/** What is kept of a stretch of the shown text; a reference counts as soon as a part of it is in the stretch. */
export const keptOf = (pieces: readonly Piece[], from: number, to: number): string =>
  placed(pieces)
    .filter(({ start, end }) => start < to && end > from)
    .map(({ datum, kept, start }) => (datum === undefined ? kept.slice(Math.max(0, from - start), to - start) : kept))
    .join('')

/** A text with the place in its box at which one goes on. */
export type Typed = { kept: string; caret: number }

/** The text with `kept` put in place of a stretch of what is shown. References go as a whole, or stand before what is put into them. */
export function replaced(pieces: readonly Piece[], from: number, to: number, kept: string, say: (name: string) => string): Typed {
  let [before, behind] = ['', '']
  for (const { shown, kept: own, datum, start, end } of placed(pieces)) {
    if (datum === undefined) {
      before += shown.slice(0, Math.max(0, from - start))
      behind += shown.slice(Math.max(0, to - start))
    } else if (end <= from || (from === to && start < from)) before += own
    else if (start >= to) behind += own
  }
  return { kept: before + kept + behind, caret: shownOf(piecesOf(before + kept, say)).length }
}

/**
 * The text after its box came to hold `typed`, with the caret at `caret`: what stands behind the caret stood there before, and of
 * the rest what is alike is untouched. References that came with the typed text, by what they are called, become such.
 */
export function typedOver(
  pieces: readonly Piece[],
  typed: string,
  caret: number,
  { known, say }: { known: KnownData; say: (name: string) => string },
): Typed {
  const was = shownOf(pieces)
  const rest = typed.slice(caret)
  const behind = was.endsWith(rest) ? rest.length : alike(was.split('').reverse(), typed.split('').reverse())
  const most = Math.min(was.length, typed.length) - behind
  const before = Math.min(most, alike(was, typed))
  return replaced(pieces, before, was.length - behind, withReferences(typed.slice(before, typed.length - behind), known), say)
}

/** How many characters both begin with. */
function alike(one: ArrayLike<string>, other: ArrayLike<string>): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length++
  return length
}

/** A text in which references stand as a box shows them, as it is kept: those of known data; anything else in such brackets is text. */
export const withReferences = (shown: string, known: KnownData): string =>
  shown.replaceAll(SAID, (all, said: string) => {
    const datum = datumSaid(said, known)
    return datum === undefined ? all : textOf([{ datum: datum.name }])
  })

/** What stands in the brackets of references. */
export const SAID = /〔([^〔〕]{1,200})〕/g

/** The datum that is called so, with or without its value of some moment; the longest name where several begin alike. */
export function datumSaid(said: string, known: KnownData): Datum | undefined {
  const called = [...known.values()].filter(({ label }) => said === label || said.startsWith(`${label} `))
  return called.sort((a, b) => b.label.length - a.label.length)[0]
}

/** Where the caret may stand: never within a reference, but on the side to which it moved, or on the nearer one. */
export function besideReferences(pieces: readonly Piece[], at: number, before: number): number {
  const within = placed(pieces).find(({ datum, start, end }) => datum !== undefined && start < at && at < end)
  if (within === undefined) return at
  const { start, end } = within
  if (before === start || before === end) return before === start ? end : start
  return at - start < end - at ? start : end
}

function placed(pieces: readonly Piece[]): (Piece & { start: number; end: number })[] {
  let start = 0
  return pieces.map((piece) => {
    const own = { ...piece, start, end: start + piece.shown.length }
    start = own.end
    return own
  })
}
