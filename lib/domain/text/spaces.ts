/**
 * Which spaces of a line part what would otherwise be one: those between two words of Latin letters and digits, as in a table whose
 * columns are parted by them. All others are the page's: 2019 年, 5.11 %, 312.23 万元.
 */

const SPACES = /[ \t\u3000\r\u00a0\u2000-\u200a\u202f\u205f]+/g
const ANY_SPACE = /[ \t\u3000\r\u00a0\u2000-\u200a\u202f\u205f]/
const isPlain = (sign: string | undefined): boolean => sign !== undefined && /[\d.%A-Za-z]/.test(sign)
/**
 * What belongs to one number all the same: 12 345.67万元, 1, 234.50元, whose groups of thousands stand apart, and 312 .23, 1,234. 50元
 * around a point that begins no item of a list.
 */
const BLANK = '[ \\t\\u3000\\u00a0]{0,2}'
const OF_MONEY = `${BLANK}(?:[百千]?${BLANK}[万亿]|[百千]?${BLANK}元)`
const JOINED = new RegExp(
  `(?<![\\d.,] ?)\\d{1,3}(?: ?, ?\\d{3}| \\d{3})+(?: ?\\. ?\\d+)?(?=${OF_MONEY})|(?<=\\d) +\\.(?=\\d)|(?<=[^\\s。；]\\d)\\. +(?=\\d+(?: ?%|${OF_MONEY}))`,
  'g',
)
const LATIN_UNIT = /^(?:km|kW|kWh|MW|TB|m[²³23]?)(?![A-Za-z\d])/i

/** A line without the spaces that part nothing: what is left in its order, with where each piece stands in the line. Of a run that parts one space is left. */
export function piecesOf(line: string): { text: string; at: number }[] {
  if (!ANY_SPACE.test(line)) return [{ text: line, at: 0 }]
  const joined = joinedIn(line)
  const pieces: { text: string; at: number }[] = []
  let next = 0
  let at = 0
  for (const { index, 0: spaces } of line.matchAll(SPACES)) {
    const to = index + spaces.length
    while ((joined[next]?.to ?? line.length) < index) next += 1
    const isWithin = (joined[next]?.from ?? line.length) < index
    const stays = !isWithin && isParting(line, index, to)
    if (stays && spaces === ' ') continue
    pieces.push({ text: line.slice(at, index), at })
    if (stays) pieces.push({ text: ' ', at: index })
    at = to
  }
  pieces.push({ text: line.slice(at), at })
  return pieces
}

function isParting(line: string, from: number, to: number): boolean {
  const [before, behind] = [line[from - 1], line[to]]
  if (!isPlain(before)) return false
  if (behind === '-') return /\d/.test(line[to + 1] ?? '')
  // 5.11 %: a sign of what stands before it.
  return isPlain(behind) && behind !== '%' && !(/\d/.test(before ?? '') && LATIN_UNIT.test(line.slice(to, to + 4)))
}

/** From where to where a number reaches that the page broke by spaces. */
function joinedIn(line: string): { from: number; to: number }[] {
  if (!/\d ?[., ] ?\d/.test(line)) return []
  return [...line.matchAll(JOINED)].map(({ index, 0: number }) => ({ from: index - 1, to: index + number.length }))
}
