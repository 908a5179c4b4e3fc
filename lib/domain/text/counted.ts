import { fromChinese } from '@/lib/domain/reading/chinese-numerals'
import { wholeNumber } from '@/lib/domain/reading/whole-number'

/** A number of things as it is written: 6, 六, 两, 十二; 0 where it is none. */
export const countSaid = (text: string): number => (/^\d+$/.test(text) ? wholeNumber(text) : (fromChinese(text) ?? 0))
/** Such a number, as the source of a pattern with one bracket. */
export const NUMBER = '(\\d{1,2}|[两一二三四五六七八九]|十[一二三四五六]?)'

/** What numbers an item of a list or a heading: 一、 （一） 1. 1、 ① 一是. */
const LIST_MARK =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]|[一二三四五六七八九十]是)/
/** The words of an item without what numbers it. */
export const unmarked = (words: string): string => words.replace(LIST_MARK, '')
