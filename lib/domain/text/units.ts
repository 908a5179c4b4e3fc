import { dividedBy, one, type Quantity, quantity } from '@/lib/domain/quantities'
import { DIMENSIONS, NO_UNIT, SCALES } from './vocabulary/units'

/** A unit of a mention: `word` as written, its dimension, and how many of the dimension's first unit it is. */
export type TextUnit = { word: string; dimension: string; factor: Quantity }

const KNOWN = new Map<string, TextUnit>()
for (const [dimension, words] of Object.entries(DIMENSIONS)) {
  for (const entry of words.split(' ')) {
    const [word = '', factor = '1'] = entry.split(':')
    const [over = '1', under = '1'] = factor.split('/')
    if (!KNOWN.has(word)) KNOWN.set(word, { word, dimension, factor: dividedBy(quantity(over), quantity(under)) })
  }
}
/** Words by their first sign, the longer ones before those that they begin with: few are tried at a place. */
function byFirstSign(words: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const sign = word[0] ?? ''
    found.set(sign, [...(found.get(sign) ?? []), word])
  }
  return found
}
const UNITS = byFirstSign(KNOWN.keys())
const SCALE_WORDS = byFirstSign(Object.keys(SCALES))
const wordAt = (words: ReadonlyMap<string, readonly string[]>, text: string, at: number): string | undefined =>
  words.get(text[at] ?? '')?.find((word) => text.startsWith(word, at))
const isMore = (sign: string | undefined): boolean => sign === '余' || sign === '多'

export type ScaledUnit = { length: number; scale: Quantity; scaled: boolean; more: boolean; unit: TextUnit }
const NONE: TextUnit = { word: '', dimension: 'number', factor: one }
const SCALE = new Map(Object.entries(SCALES).map(([word, factor]) => [word, quantity(factor)]))

/** The scale and unit that stand at a place of the text; a number alone has none. */
export function unitAt(text: string, at: number): ScaledUnit {
  // 0.4个千分点: no thousand of anything.
  const point = text.startsWith('千分点', at + (text[at] === '个' ? 1 : 0)) ? KNOWN.get('个千分点') : undefined
  if (point !== undefined) return { length: text[at] === '个' ? 4 : 3, scale: one, scaled: false, more: false, unit: point }
  // 余 and 多 stand before or behind 万: 200余万元, 3万多人.
  const before = isMore(text[at]) || text[at] === '几'
  let end = before ? at + 1 : at
  const isEach = text[end] === '个'
  if (isEach) end += 1
  const scale = wordAt(SCALE_WORDS, text, end)
  end += scale?.length ?? 0
  const behind = isMore(text[end])
  if (behind) end += 1
  const word = wordAt(UNITS, text, end)
  // 个 is a unit of its own, and the first sign of 个百分点 and 个工作日; 个社区 are 个 of something.
  if (isEach && !before && scale === undefined) {
    const own = KNOWN.get(`个${word ?? ''}`) ?? (KNOWN.get('个') as TextUnit)
    return { length: own.word.length, scale: one, scaled: false, more: false, unit: own }
  }
  return {
    length: end - at + (word?.length ?? 0),
    scale: scale === undefined ? one : (SCALE.get(scale) ?? one),
    scaled: scale !== undefined,
    more: before || behind,
    unit: word === undefined ? NONE : (KNOWN.get(word) ?? NONE),
  }
}

/** 应种32,400剂次: things are counted in more words than any list has. One or two signs between a number and the next mark are such a word. */
export const unknownUnit = (after: string): TextUnit | null =>
  /^[\u4e00-\u9fff]{1,2}$/.test(after) && !NO_UNIT.test(after) ? { word: after, dimension: 'things', factor: one } : null
