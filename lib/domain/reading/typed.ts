import { withoutRadicals } from './radicals'

/**
 * The one cleaning of everything typed, pasted or read from a file, before anything else looks at it. It changes no
 * figure and no word: what could is left for the reader of the cell to refuse.
 */

/** Signs without any look: joins and breaks, marks of direction, soft hyphens, byte-order marks. */
const INVISIBLE = /[\p{Cf}\u115f\u1160\u3164\uffa0]/gu
/**
 * What parts the signs around it although it may not show: the many ends of lines, and every control character (a word
 * processor's break within a paragraph, its end of a cell), of which none may join what it stood between.
 */
const BREAKS = /\r\n?|[\u2028\u2029\u2061-\u2064]|[^\P{Cc}\n\t]/gu
const PLAIN = /^[\u4e00-\u9fff\u3000-\u3002\uff00-\uff5e\x20-\x7e]*$/

/** Line ends alike, nothing invisible, radicals as ideographs, composed characters (NFC). Spaces stay as they are. */
export function cleaned(typed: string): string {
  if (PLAIN.test(typed)) return typed
  return withoutRadicals(typed.replace(BREAKS, '\n').replace(INVISIBLE, '')).normalize('NFC')
}

/** A text of one line: cleaned, every run of blanks one space, none around it. */
export const cleanedLine = (typed: string): string => cleaned(typed).replace(/\s+/gu, ' ').trim()

/** A code or login name: a cleaned line in which full-width letters and digits are plain ones. ² ① ㎡ never become digits of it. */
export const cleanedCode = (typed: string): string => cleanedLine(typed).replace(/[^ -~]/gu, plainSign)

function plainSign(sign: string): string {
  const plain = sign.normalize('NFKC')
  return /\d/.test(plain) && !/[０-９]/.test(sign) ? sign : plain
}

/** The name by which somebody signs in: kept in lower case, so that `Li` and `ｌｉ` are one person. */
export const cleanedLoginName = (typed: string): string => cleanedCode(typed).toLowerCase()

/** A text of several lines: cleaned, without blanks around it. */
export const cleanedText = (typed: string): string => cleaned(typed).trim()

/** A text that somebody is still writing: nothing in it that cannot be stored, and all else as it is. */
export const storable = (written: string): string => written.replaceAll('\0', '').replace(/\p{Cs}/gu, '\ufffd')

/** Half a character (a lone surrogate), which cannot be stored or printed. */
export const isBroken = (text: string): boolean => /\p{Cs}/u.test(text)
