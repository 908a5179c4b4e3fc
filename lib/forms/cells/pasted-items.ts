import { isLeadIn } from '@/lib/domain/cells/lead-in'
import type { Mark } from '@/lib/domain/cells/marks'
import { markerOf, markOf } from '@/lib/domain/intake/markers'
import { inlineList } from '@/lib/domain/intake/pieces'
import { halfWidth } from '@/lib/domain/reading/number-reading'
import { withPlainNumbers } from './plain-numbers'

/** A paragraph or item of a text, without its number, and with what it was numbered. */
export type PastedItem = { text: string; mark: Mark }

/**
 * The paragraphs and items of a text that was pasted into one cell. Lines that a page broke are joined, its page numbers left out. Where
 * some are numbered those that are not keep no number, as a lead-in; a text of one paragraph is the list within it: 一是…；二是….
 */
export function pastedItems(pasted: string): PastedItem[] {
  const lines = joinedLines(withPlainNumbers(pasted.replace(LINE_ENDS, '\n')))
  const [only] = lines
  const items = lines.length === 1 && only !== undefined ? withinParagraph(only) : lines.map(itemOf)
  const numbered = items.some(({ own }) => own)
  return items
    .filter(({ text }) => text !== '')
    .map(({ text, mark, own }, index, all) => {
      const leads = index < all.length - 1 && isLeadIn(text)
      return { text, mark: own ? mark : numbered || leads ? '无' : '' }
    })
}

/** The items that a row with this mark is split into: where it has one, its own words keep it, and paragraphs without a number go on with it. */
export function itemsOfRow(items: readonly PastedItem[], standing: Mark): PastedItem[] {
  if (standing === '') return [...items]
  return items.map((item, index) => {
    const isOwn = index === 0 && item.mark === '无' && !isLeadIn(item.text) && !OWN_NUMBER.test(item.text)
    return item.mark === '' || isOwn ? { ...item, mark: standing } : item
  })
}

/** 第一，…: words that number themselves. */
const OWN_NUMBER = /^(?:其|第?)[一二三四五六七八九十]{1,2}(?:[，,、：:]|要|则)/

/** A line that was ended within its paragraph is one all the same. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** 3, — 3 —, 第 3 页 共 18 页 */
const PAGE_NUMBER = /^[-—–]*\s*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[,，/／]?\s*(?:共\s*)?\d{1,3}(?:\s*页)?)?\s*[-—–]*$/
const ENDS = /[。；！？：;!?:]$/
/** What no sentence ends with, and none begins with. */
const GOES_ON = /[，、（(“]$/
const CARRIES_ON = /^[，。；、）”%％]/
/** Shorter lines are headings: no page is so narrow. */
const FULL_LINE = 15

/** The lines of a text as they were meant. Where it ends its sentences, a full line that ends none was broken by the page. */
function joinedLines(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !PAGE_NUMBER.test(line))
    .map(withPlainMarker)
  const full = lines.some((line) => ENDS.test(line)) ? Math.max(FULL_LINE, ...lines.map(({ length }) => length * 0.7)) : Infinity
  const joined: string[] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1] ?? ''
    const isBroken = GOES_ON.test(before) || CARRIES_ON.test(line) || (before.length >= full && !ENDS.test(before))
    if (index > 0 && isBroken && markerOf(line) === null) joined.push(`${joined.pop() ?? ''}${line}`)
    else joined.push(line)
  }
  return joined
}

/** Signs of a word processor's lists that reports know no bullets by. */
const BULLETS = '✓✔√☑✗✘*＊○◦▪▫■□◼▶▸‣❖✦✧◎⊙'
/** What the fonts of signs leave behind of their bullets when only the text is taken: a letter and a tab, or a sign of no script. */
const BULLET = new RegExp(`^(?:[${BULLETS}]\\s*|[lnopquvwxØü§]\\t\\s*|[\\ue000-\\uf8ff]\\s*|[—–]{1,2}(?=[\\u4e00-\\u9fff“])|[—–·]\\s+)`)
/** As many signs as a number at the start of a line takes. */
const MARKER_ROOM = 6

/** The line with such a bullet or number before it as reports have: １．, ✓ and a bullet that has become a letter. */
function withPlainMarker(line: string): string {
  const bullet = BULLET.exec(line)
  if (bullet !== null) return `•${line.slice(bullet[0].length)}`
  const plain = `${line.slice(0, MARKER_ROOM).replace(/[０-９．]/g, halfWidth)}${line.slice(MARKER_ROOM)}`
  return markerOf(plain) !== null ? plain : line
}

/** `own`: it has a number of its own. */
type Read = PastedItem & { own: boolean }

function itemOf(line: string): Read {
  const marker = markerOf(line)
  if (marker === null || marker.style === 'bare') return { text: line, mark: '', own: false }
  const mark = markOf(line, marker)
  // 第一，…: its words number it, and no other number stands before them
  return mark === null ? { text: line, mark: '无', own: true } : { text: line.slice(marker.length).trim(), mark, own: true }
}

function withinParagraph(text: string): Read[] {
  const list = inlineList(text, 0)
  if (list === null) return [itemOf(text)]
  const lead = text.slice(list.lead.from, list.lead.to).trim()
  const { mark } = itemOf(text.slice(list.lead.to))
  const items = list.items.map(({ from, to }): Read => ({ text: text.slice(from, to), mark, own: true }))
  return lead === '' ? items : [{ text: lead, mark: '', own: false }, ...items]
}
