/** The numbers of GB/T 9704: 一、 （一） 1. （1）, and ① below them. */

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1…99 in Chinese: 一, 十, 十二, 三十. Larger numbers stay figures. */
function chineseNumber(value: number): string {
  if (value > 99) return String(value)
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[value % 10]}`
}

/** How deep a number stands: 1 一、 2 （一） 3 1. 4 （1） 5 ① */
export type NumberLevel = 1 | 2 | 3 | 4 | 5

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** `place` counts from 1. */
export function numberAt(level: NumberLevel, place: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(place)}、`
    case 2:
      return `（${chineseNumber(place)}）`
    case 3:
      return `${place}.`
    case 4:
      return `（${place}）`
    case 5:
      return CIRCLED[place - 1] ?? `${place})`
  }
}
