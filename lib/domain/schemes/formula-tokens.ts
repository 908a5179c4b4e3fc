import { accepted, type Decision } from '@/lib/domain/decision/decision'
import { type FormulaRefusal, refusedFormula } from './formula-refusal'

/** Where something stands in a formula; both count from 1. */
export type FormulaPlace = { line: number; column: number }
export type FormulaToken = FormulaPlace & { kind: 'number' | 'name' | 'symbol' | 'end'; text: string }

/** How symbols may be typed: full-width and typographic forms mean the plain ones. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '+': '+',
    '＋': '+',
    '-': '-',
    '−': '-',
    '－': '-',
    '–': '-',
    '*': '*',
    '×': '*',
    '＊': '*',
    '/': '/',
    '÷': '/',
    '／': '/',
    '(': '(',
    '（': '(',
    ')': ')',
    '）': ')',
    ',': ',',
    '，': ',',
    '%': '%',
    '％': '%',
    '<': '<',
    '＜': '<',
    '>': '>',
    '＞': '>',
    '=': '=',
    '＝': '=',
    '≤': '<=',
    '≥': '>=',
    '≠': '<>',
  }),
)
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['<=', '<='],
  ['>=', '>='],
  ['<>', '<>'],
  ['==', '='],
  ['!=', '<>'],
  ['=<', '<='],
  ['=>', '>='],
])

const SPACE = /[ \t\r\u3000]/
const DIGITS = /[0-9]+(?:\.[0-9]+)?/y
const NAME = /[\p{Script=Han}A-Za-z_][\p{Script=Han}A-Za-z_0-9]*(?:\.[\p{Script=Han}A-Za-z_][\p{Script=Han}A-Za-z_0-9]*)*/uy

/** The text of a formula cut into numbers, names and symbols, each with its place; the last token is the end. */
export function formulaTokens(text: string): Decision<FormulaToken[], FormulaRefusal> {
  const tokens: FormulaToken[] = []
  let line = 1
  let lineStart = 0
  let index = 0
  const matched = (pattern: RegExp): string | null => {
    pattern.lastIndex = index
    return pattern.exec(text)?.[0] ?? null
  }
  while (index < text.length) {
    const character = text.charAt(index)
    if (character === '\n') {
      line++
      index++
      lineStart = index
      continue
    }
    if (SPACE.test(character)) {
      index++
      continue
    }
    const place = { line, column: index - lineStart + 1 }
    const number = matched(DIGITS)
    const word = number === null ? matched(NAME) : null
    if (number !== null || word !== null) {
      const found = number ?? word ?? ''
      tokens.push({ kind: number !== null ? 'number' : 'name', text: found, ...place })
      index += found.length
      continue
    }
    const pair = PAIRS.get(text.slice(index, index + 2))
    const symbol = pair ?? SYMBOLS.get(character)
    if (symbol === undefined) {
      return refusedFormula('unknownCharacter', {
        line: `${place.line}`,
        column: `${place.column}`,
        text: String.fromCodePoint(text.codePointAt(index) ?? 0),
      })
    }
    tokens.push({ kind: 'symbol', text: symbol, ...place })
    index += pair === undefined ? 1 : 2
  }
  tokens.push({ kind: 'end', text: '', line, column: index - lineStart + 1 })
  return accepted(tokens)
}
