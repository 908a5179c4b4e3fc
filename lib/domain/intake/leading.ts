import { type Found, foundIn, type ReadPaper } from './read-paper'

/** A text of a list; `leads`: a sentence that leads in the others, and no item itself. */
export type Leading = Found & { leads?: true }

/** What a sentence that leads in a list ends with: 主要目标是：, 存在以下问题：. A heading with a colon is none. */
const LEADS = /(?:是|为|有|如下|以下[^。；]{0,8}|包括|方面)[：:]$/

/** The sentence before a list that the form keeps with its rows: marked so; null where it is a heading or none. */
export function leadOf(read: ReadPaper, index: number, { from, to }: { from: number; to: number }): Leading | null {
  const found = foundIn(read, index, from, to)
  return LEADS.test(found.text) ? { ...found, leads: true } : null
}

/** A list without sentences that lead nothing in. */
export const withItems = (all: readonly Leading[]): Leading[] =>
  all.filter(({ leads }, place) => leads !== true || (all[place + 1] !== undefined && all[place + 1]?.leads !== true))
