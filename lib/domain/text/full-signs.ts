/**
 * Offices type commas, colons and brackets of half a width within Chinese sentences, and a point for a full stop. They are read as the
 * full ones; what is given back is as long as what was given, so that every place stays where it was.
 */

const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）', '.': '。' }
const HAN = '\\u4e00-\\u9fff'
/** Behind a Chinese sign, or a closing one; a number's own comma and a time's colon stand between digits. */
const SIGN = new RegExp(`(?<=[${HAN}“”》）)%％])[ \\u3000]?[,:;?!]|[,;](?=[ \\u3000]?[${HAN}“《])`, 'g')
const BRACKETS = /\((?=[^()（）]{0,60}[)）])|(?<=[(（][^()（）]{0,60})\)/g
/** 使用率为95%.二是…: no point of a number and none behind one. */
const STOP = new RegExp(`(?<=[${HAN}]{2}|[：，][${HAN}]|[”》）)%％])\\.(?=[ \\u3000]*(?:[${HAN}“《（(]|$))`, 'g')

/** A paragraph with full signs, as long as it was. */
export function withFullSigns(text: string): string {
  if (!/[,:;?!().]/.test(text) || !/[\u4e00-\u9fff]/.test(text)) return text
  const full = (sign: string): string => sign.slice(0, -1) + (FULL[sign.slice(-1)] ?? sign.slice(-1))
  return text.replace(SIGN, full).replace(BRACKETS, full).replace(STOP, full)
}
