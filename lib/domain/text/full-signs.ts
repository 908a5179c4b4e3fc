/**
 * Offices type commas, colons, brackets and quotation marks of half a width within Chinese sentences, and a point for a full stop. They
 * are read as the full ones; what is given back is as long as what was given, so that every place stays where it was.
 */

const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）', '.': '。' }
const HAN = '\\u4e00-\\u9fff'
/** A sign within a number, a time, a ratio or a word of Latin letters is its own; brackets always are the sentence's. */
const SIGN = /(?<![0-9A-Za-z])[,:;?!]|[,:;?!](?![0-9A-Za-z/])|,(?!\d{3}(?!\d))|[()]/g
/** 使用率为95%.二是…: no point of a number and none behind one. */
const STOP = new RegExp(`(?<=[${HAN}]{2}|[：，\\d][${HAN}]|[”》）)%％])\\.(?=[ \\u3000]*(?:[${HAN}“《（(\\n]|$))`, 'g')

/** A text with full signs, as long as it was. */
export function withFullSigns(text: string): string {
  if (!/[,:;?!().]|"/.test(text) || !/[\u4e00-\u9fff]/.test(text)) return text
  const full = (sign: string): string => FULL[sign] ?? sign
  return quoted(text.replace(SIGN, full).replace(STOP, full))
}

/** Straight quotation marks open and close in turn, in each paragraph anew; beside a curved one they are its other half. */
function quoted(text: string): string {
  if (!text.includes('"')) return text
  let isOpen = false
  return text.replace(/["“”\n]/g, (sign) => {
    isOpen = sign === '“' || (sign === '"' && !isOpen)
    return sign === '"' ? (isOpen ? '“' : '”') : sign
  })
}
