import { isLeadIn } from './lead-in'
import type { Mark } from './marks'
import { type Run, textOf } from './narrative'

/** How deep a number stands: 1 一、 2 （一） 3 1. 4 （1） 5 ① */
export type NumberLevel = 1 | 2 | 3 | 4 | 5

/** What a mark stands with, in a list of which the outer items are numbered as `level` asks; null for none. */
export type Numbered = { kind: 'paragraph' | 'item'; level: 1 | 2; mark: Mark }
export type NumberStyle = NumberLevel | '一是'

const LEVEL_OF: Readonly<Record<Exclude<Mark, '' | '一是' | '无'>, NumberLevel>> = { '一、': 1, '（一）': 2, '1.': 3, '（1）': 4, '①': 5 }

function styleOf({ kind, level: depth, mark }: Numbered, level: NumberLevel): NumberStyle | null {
  if (mark === '无' || (mark === '' && kind === 'paragraph')) return null
  if (mark === '一是') return mark
  if (mark !== '') return LEVEL_OF[mark]
  return depth === 1 || level === 5 ? level : ((level + 1) as NumberLevel)
}

/**
 * Gives each block of a section, one after the other, its place in its list, with how it is numbered; null for what has no number. Items of
 * one style are one list; one of a style that is not open begins a list within, and one that goes back to an outer list ends those within.
 * A lead-in (主要职责是：) begins anew.
 */
export function placesInList(level: NumberLevel): (block: Numbered, text: string) => { style: NumberStyle; place: number } | null {
  let open: { style: NumberStyle; place: number }[] = []
  return (block, text) => {
    const style = styleOf(block, level)
    if (style === null) {
      if (isLeadIn(text)) open = []
      return null
    }
    const at = open.findIndex((list) => list.style === style)
    const list = { style, place: (open[at]?.place ?? 0) + 1 }
    open = [...(at < 0 ? open : open.slice(0, at)), list]
    return list
  }
}

/** A row of goals, problems or measures that only leads in those behind it (存在以下问题：): it is printed with them, and is none of them itself. */
export const leadsIn = ({ mark, text }: Leading): boolean => mark === '无' && isLeadIn(textOf(text ?? []))
type Leading = { mark?: Mark; text?: readonly Run[] | null }

/** What a row is counted as, as the paper counts: rows that lead in count for none. */
export const countedPlace = (rows: readonly Leading[], index: number): number =>
  rows.slice(0, index + 1).filter((row) => !leadsIn(row)).length
