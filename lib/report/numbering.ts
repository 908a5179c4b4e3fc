import { inChinese } from '@/lib/domain/reading/chinese-numerals'

/** The numbers of GB/T 9704: 一、 （一） 1. （1）, and ① below them. */

/** How deep a number stands: 1 一、 2 （一） 3 1. 4 （1） 5 ① */
export type NumberLevel = 1 | 2 | 3 | 4 | 5

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** `place` counts from 1. */
export function numberAt(level: NumberLevel, place: number): string {
  switch (level) {
    case 1:
      return `${inChinese(place)}、`
    case 2:
      return `（${inChinese(place)}）`
    case 3:
      return `${place}.`
    case 4:
      return `（${place}）`
    case 5:
      return CIRCLED[place - 1] ?? `${place})`
  }
}
