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
const byLength = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|')

/** 余 and 多 stand before or behind 万: 200余万元, 3万多人. */
const BEHIND_NUMBER = new RegExp(`([余多几])?(?:个)?(${byLength(Object.keys(SCALES))})?([余多])?(${byLength(KNOWN.keys())})?`, 'y')

export type ScaledUnit = { length: number; scale: Quantity; scaled: boolean; more: boolean; unit: TextUnit }
const NONE: TextUnit = { word: '', dimension: 'number', factor: one }
const SCALE = new Map(Object.entries(SCALES).map(([word, factor]) => [word, quantity(factor)]))

/** The scale and unit that stand at a place of the text; a number alone has none. */
export function unitAt(text: string, at: number): ScaledUnit {
  BEHIND_NUMBER.lastIndex = at
  const [whole = '', before, scale, behind, word] = BEHIND_NUMBER.exec(text) ?? []
  // 个 is a unit of its own, and the first sign of 个百分点 and 个工作日; 个社区 are 个 of something.
  const counted = scale === undefined && text[at] === '个' && before === undefined
  if (counted) {
    const own = KNOWN.get(`个${word ?? ''}`) ?? (KNOWN.get('个') as TextUnit)
    return { length: own.word.length, scale: one, scaled: false, more: false, unit: own }
  }
  return {
    length: whole.length,
    scale: SCALE.get(scale ?? '') ?? one,
    scaled: scale !== undefined,
    more: before !== undefined || behind !== undefined,
    unit: KNOWN.get(word ?? '') ?? NONE,
  }
}

/** 应种32,400剂次: things are counted in more words than any list has. One or two signs between a number and the next mark are such a word. */
export const unknownUnit = (after: string): TextUnit | null =>
  /^[\u4e00-\u9fff]{1,2}$/.test(after) && !NO_UNIT.test(after) ? { word: after, dimension: 'things', factor: one } : null
