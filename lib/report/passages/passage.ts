import { LISTS } from '@/lib/domain/cells/cells'
import { type Run, textOf } from '@/lib/domain/cells/narrative'
import { type Assessed, runsText } from '@/lib/report/data-text'

/** A paragraph that the data say of themselves; empty where they say nothing yet. What stands there as a reference follows its datum. */
export type Passage = readonly Run[]

export const words = (text: string): Passage => (text === '' ? [] : [{ text }])

/** One behind the other, with something between; those that say nothing are left out. */
export const joined = (parts: readonly Passage[], between: string): Passage =>
  parts.filter(({ length }) => length > 0).flatMap((part, index) => (index === 0 ? part : [{ text: between }, ...part]))

/** With words before and behind it, where it says something. */
export const framed = (before: string, passage: Passage, behind: string): Passage =>
  passage.length === 0 ? [] : [...words(before), ...passage, ...words(behind)]

/** What a person may make a text of: as it is kept in a cell, and as it reads now. */
export type Draft = { kept: string; said: string }

/** The passages as drafts, those that are too long for a cell in several, cut behind ；. */
export const draftsOf = (passages: readonly Passage[], assessed: Assessed): Draft[] =>
  passages.flatMap((passage) => piecesOf(passage, assessed)).map((piece) => draftOf(piece, assessed))

const draftOf = (passage: Passage, assessed: Assessed): Draft => ({ kept: textOf(passage), said: runsText(passage, assessed) })

function piecesOf(passage: Passage, assessed: Assessed): Passage[] {
  const pieces: Run[][] = []
  for (const clause of clausesOf(passage)) {
    const last = pieces.at(-1)
    if (last !== undefined && fits(draftOf([...last, ...clause], assessed))) last.push(...clause)
    else pieces.push([...clause])
  }
  return pieces
}

function clausesOf(passage: Passage): Run[][] {
  const clauses: Run[][] = [[]]
  for (const run of passage) {
    clauses.at(-1)?.push(run)
    if ('text' in run && run.text.endsWith('；')) clauses.push([])
  }
  return clauses.filter(({ length }) => length > 0)
}

const { longest } = LISTS.narrative.text
const fits = (draft: Draft): boolean => draft.kept.length <= longest && draft.said.length <= longest
