import type { FigureName } from '@/lib/domain/cells/funds'
import { accepted, type Decision, type Refused } from '@/lib/domain/decision/decision'
import { dividedBy, hundred, parseQuantity, type Quantity } from '@/lib/domain/quantities'
import { FORMULA_FIGURES } from './formula-names'
import { type FormulaFault, type FormulaRefusal, refusedFormula } from './formula-refusal'
import { type FormulaPlace, type FormulaToken, formulaTokens } from './formula-tokens'

/**
 * The language in which schemes say how a management indicator follows from the department's figures:
 * numbers (`12.5`, `5%`), names of figures, + − × ÷ (also * /), brackets, comparisons, `min`, `max`,
 * `round(value, decimals)` and `if(condition, then, else)`, in Chinese 最小 最大 四舍五入 如果. No loops, no
 * definitions, no text: every program ends. It is parsed to this tree and interpreted, never run as code.
 */
export type Formula =
  | { kind: 'number'; value: Quantity }
  | { kind: 'figure'; name: FigureName }
  | { kind: 'negative'; of: Formula }
  | { kind: 'binary'; operator: '+' | '-' | '*' | '/'; left: Formula; right: Formula }
  | { kind: 'extreme'; of: 'min' | 'max'; all: readonly Formula[] }
  | { kind: 'round'; of: Formula; decimals: number }
  | { kind: 'if'; condition: Condition; then: Formula; otherwise: Formula }

export type Condition = { operator: '<' | '<=' | '=' | '>=' | '>' | '<>'; left: Formula; right: Formula }

export const FORMULA_LIMITS = { characters: 1000, depth: 40, parts: 200, digits: 30, roundDecimals: 6 } as const

/** Reads a formula. A refusal names its code, line, column and the text there; lib/messages says it. */
export function parseFormula(text: string): Decision<Formula, FormulaRefusal> {
  if (text.length > FORMULA_LIMITS.characters)
    return refusedFormula('tooLong', { line: '1', column: '1', limit: `${FORMULA_LIMITS.characters}` })
  const tokens = formulaTokens(text)
  if (!tokens.ok) return tokens
  const reader = new Reader(tokens.value)
  const formula = reader.whole()
  return reader.problem ?? (formula === null ? refusedFormula('empty', { line: '1', column: '1' }) : accepted(formula))
}

/** The figures that a formula names, each once, in the order of their first mention. */
export function figuresIn(formula: Formula): FigureName[] {
  const names = new Set<FigureName>()
  const visit = (part: Formula): void => {
    if (part.kind === 'figure') names.add(part.name)
    else if (part.kind === 'negative' || part.kind === 'round') visit(part.of)
    else if (part.kind === 'extreme') part.all.forEach(visit)
    else if (part.kind === 'binary') [part.left, part.right].forEach(visit)
    else if (part.kind === 'if') [part.condition.left, part.condition.right, part.then, part.otherwise].forEach(visit)
  }
  visit(formula)
  return [...names]
}

const FUNCTIONS: ReadonlyMap<string, 'min' | 'max' | 'round' | 'if'> = new Map([
  ['min', 'min'],
  ['最小', 'min'],
  ['max', 'max'],
  ['最大', 'max'],
  ['round', 'round'],
  ['四舍五入', 'round'],
  ['if', 'if'],
  ['如果', 'if'],
])

const COMPARISONS = ['<', '<=', '=', '>=', '>', '<>'] as const

/** Recursive descent. After the first problem every method returns null and the rest is left unread. */
class Reader {
  problem: Refused<FormulaRefusal> | null = null
  private next = 0
  private depth = 0
  private parts = 0

  constructor(private readonly tokens: readonly FormulaToken[]) {}

  whole(): Formula | null {
    const formula = this.sum()
    if (formula !== null && this.at.kind !== 'end') return this.refuse('unexpected', this.at)
    return formula
  }

  private get at(): FormulaToken {
    return this.tokens[this.next] ?? { kind: 'end', text: '', line: 1, column: 1 }
  }

  private refuse(code: FormulaFault, place: FormulaPlace & { text: string }, facts: Readonly<Record<string, string>> = {}): null {
    const reason = place.text === '' && code === 'unexpected' ? 'unexpectedEnd' : code
    this.problem ??= refusedFormula(reason, { line: `${place.line}`, column: `${place.column}`, text: place.text, ...facts })
    return null
  }

  private taken(text: string): boolean {
    if (this.at.kind !== 'symbol' || this.at.text !== text) return false
    this.next++
    return true
  }

  private expect(text: string): boolean {
    if (this.taken(text)) return true
    this.refuse(this.at.kind === 'end' ? 'unexpectedEnd' : 'expected', this.at, { expected: text })
    return false
  }

  private part<T extends Formula>(formula: T): T | null {
    this.parts++
    return this.parts > FORMULA_LIMITS.parts ? this.refuse('tooManyParts', this.at, { limit: `${FORMULA_LIMITS.parts}` }) : formula
  }

  private sum(): Formula | null {
    if (++this.depth > FORMULA_LIMITS.depth) return this.refuse('tooDeep', this.at, { limit: `${FORMULA_LIMITS.depth}` })
    const result = this.chain(['+', '-'], () => this.chain(['*', '/'], () => this.signed()))
    this.depth--
    return result
  }

  private chain(operators: readonly ('+' | '-' | '*' | '/')[], operand: () => Formula | null): Formula | null {
    let left = operand()
    while (left !== null) {
      const operator = operators.find((symbol) => this.taken(symbol))
      if (operator === undefined) break
      const right = operand()
      left = right === null ? null : this.part({ kind: 'binary', operator, left, right })
    }
    return left
  }

  private signed(): Formula | null {
    let minus = false
    while (this.taken('-')) minus = !minus
    const of = this.primary()
    return of === null || !minus ? of : this.part({ kind: 'negative', of })
  }

  private primary(): Formula | null {
    const token = this.at
    this.next++
    if (token.kind === 'number') return this.number(token)
    if (token.kind === 'name') {
      const called = FUNCTIONS.get(token.text)
      if (called !== undefined) return this.call(called, token)
      const name = FORMULA_FIGURES.get(token.text)
      return name === undefined ? this.refuse('unknownName', token) : this.part({ kind: 'figure', name })
    }
    if (token.text !== '(' || token.kind !== 'symbol') return this.refuse('unexpected', token)
    const inner = this.sum()
    return inner !== null && this.noComparison() && this.expect(')') ? inner : null
  }

  private number(token: FormulaToken): Formula | null {
    const value = token.text.replace('.', '').length > FORMULA_LIMITS.digits ? null : parseQuantity(token.text)
    if (value === null) return this.refuse('numberTooLong', token, { limit: `${FORMULA_LIMITS.digits}` })
    return this.part({ kind: 'number', value: this.taken('%') ? dividedBy(value, hundred) : value })
  }

  /** A comparison outside `if` is a mistake worth its own sentence. */
  private noComparison(): boolean {
    if (!COMPARISONS.some((symbol) => this.at.kind === 'symbol' && this.at.text === symbol)) return true
    this.refuse('conditionOnlyInIf', this.at)
    return false
  }

  private call(called: 'min' | 'max' | 'round' | 'if', name: FormulaToken): Formula | null {
    if (!this.expect('(')) return null
    if (called === 'if') return this.choice()
    const first = this.sum()
    if (first === null || !this.noComparison()) return null
    if (called === 'round') return this.rounding(first)
    const all = [first]
    while (this.taken(',')) {
      const another = this.sum()
      if (another === null || !this.noComparison()) return null
      all.push(another)
    }
    if (!this.expect(')')) return null
    return all.length < 2 ? this.refuse('twoValuesWanted', name) : this.part({ kind: 'extreme', of: called, all })
  }

  private rounding(of: Formula): Formula | null {
    if (!this.expect(',')) return null
    const places = this.at
    this.next++
    const decimals = '0123456'.indexOf(places.text)
    if (places.kind !== 'number' || places.text.length !== 1 || decimals < 0) {
      return this.refuse('roundDecimals', places, { limit: `${FORMULA_LIMITS.roundDecimals}` })
    }
    return this.expect(')') ? this.part({ kind: 'round', of, decimals }) : null
  }

  private choice(): Formula | null {
    const left = this.sum()
    if (left === null) return null
    const operator = COMPARISONS.find((symbol) => this.taken(symbol))
    if (operator === undefined) return this.refuse('conditionWanted', this.at)
    const right = this.sum()
    if (right === null || !this.expect(',')) return null
    const then = this.sum()
    if (then === null || !this.noComparison() || !this.expect(',')) return null
    const otherwise = this.sum()
    if (otherwise === null || !this.noComparison() || !this.expect(')')) return null
    return this.part({ kind: 'if', condition: { operator, left, right }, then, otherwise })
  }
}
