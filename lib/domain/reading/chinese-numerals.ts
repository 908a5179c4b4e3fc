const DIGITS = '零一二三四五六七八九'

/** 0…99 in Chinese: 零, 一, 十, 十二, 三十. Larger numbers stay figures. */
export function inChinese(value: number): string {
  if (value > 99) return `${value}`
  if (value < 10) return DIGITS[value] ?? `${value}`
  const tens = (value - (value % 10)) / 10
  return `${tens > 1 ? DIGITS[tens] : ''}十${value % 10 === 0 ? '' : DIGITS[value % 10]}`
}

const NUMERAL =
  /^(?:([一二三四五六七八九两])千零?)?(?:([一二三四五六七八九两])百零?)?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九两])?$/

/** 一千二百三十四 → 1234, 零 → 0; null for what is no number below ten thousand. */
export function fromChinese(text: string): number | null {
  if (text === '零') return 0
  const match = text === '' ? null : NUMERAL.exec(text)
  if (match === null) return null
  const digit = (sign: string | undefined): number => (sign === undefined || sign === '' ? 0 : sign === '两' ? 2 : DIGITS.indexOf(sign))
  const tens = match[3] === '' ? 1 : digit(match[3])
  return digit(match[1]) * 1000 + digit(match[2]) * 100 + tens * 10 + digit(match[4])
}

/** 二〇二四 → 2024: signs that are read one by one, as a year's are. A sign that is no digit is 0. */
export const signBySign = (text: string): string =>
  [...text].map((sign) => (/\d/.test(sign) ? sign : Math.max(0, DIGITS.indexOf(sign)))).join('')
