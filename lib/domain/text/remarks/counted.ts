import { wholeNumber } from '@/lib/domain/text/digits'

export const DIGITS = '一二三四五六七八九十'
/** A number of things as it is written: 6, 六, 两, 十二; 0 where it is none. */
export const countSaid = (text: string): number =>
  /^\d+$/.test(text)
    ? wholeNumber(text)
    : text === '两'
      ? 2
      : text === '十'
        ? 10
        : text.startsWith('十')
          ? 10 + DIGITS.indexOf(text[1] ?? '') + 1
          : DIGITS.indexOf(text) + 1
/** Such a number, as the source of a pattern with one bracket. */
export const NUMBER = '(\\d{1,2}|[两一二三四五六七八九]|十[一二三四五六]?)'
