import type { NumberLevel, NumberStyle } from '@/lib/domain/cells/list-places'
import { inChinese } from '@/lib/domain/reading/chinese-numerals'

/** The numbers of GB/T 9704: 一、 （一） 1. （1）, and ① below them. */

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

/** 一是 and the numbers of the levels. */
export const numberIn = (style: NumberStyle, place: number): string => (style === '一是' ? `${inChinese(place)}是` : numberAt(style, place))
