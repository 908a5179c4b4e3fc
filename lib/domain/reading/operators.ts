/** ≥ > = < ≤ */
export type Operator = '>=' | '>' | '=' | '<' | '<='

/** Operators and approximations written beside a number, and the text without them. */
export type Bounds = { operator: Operator | null | 'contradictory'; symbol: boolean; approximate: boolean; rest: string }

const SYMBOLS: Readonly<Record<string, Operator>> = { '≥': '>=', '>': '>', '=': '=', '<': '<', '≤': '<=' }

const LEADING: readonly (readonly [RegExp, Operator | 'about' | 'nothing'])[] = [
  [/^(?:大于|高于|多于)(?:或者?)?等于/, '>='],
  [/^(?:小于|低于|少于)(?:或者?)?等于/, '<='],
  [/^不(?:得|能|应|可)?(?:少于|低于|小于|短于)/, '>='],
  [/^(?:至少|最少|最低|起码|下限)/, '>='],
  [/^(?:不(?:得|能|应|可)?|未)(?:超过|超出|高于|大于|多于|长于|突破)/, '<='],
  [/^(?:控制在|至多|最多|最高|上限)/, '<='],
  [/^(?:大于|超过了?|超出了?|高于|多于|突破了?|逾|超)/, '>'],
  [/^(?:小于|低于|少于|不足|不到|不满)/, '<'],
  [/^等于/, '='],
  [/^(?:大?约|约为|近|接近|将近|大概)/, 'about'],
  [/^(?:提高|提升|上升|增加|增长|下降|降低|减少|压减)(?:到|至)/, 'nothing'],
  [/^(?:达到了?|达成|达|为|至|完成了?|实现)/, 'nothing'],
]

/** Takes the operators before a number off: ≥, 不少于, 达到, 约. */
export function leadingBounds(cell: string): Bounds {
  const found: Operator[] = []
  let rest = cell.trimStart()
  let symbol = false
  let approximate = false
  // No operator begins with a digit.
  for (let more = true; more && !/^\d/.test(rest); ) {
    more = false
    const sign = SYMBOLS[rest[0] ?? '']
    if (sign !== undefined) {
      found.push(sign)
      symbol = true
      rest = rest.slice(1).trimStart()
      more = true
      continue
    }
    for (const [words, meaning] of LEADING) {
      const match = words.exec(rest)
      if (match === null) continue
      if (meaning === 'about') approximate = true
      else if (meaning !== 'nothing') found.push(meaning)
      rest = rest.slice(match[0].length).trimStart()
      more = true
      break
    }
  }
  const operator = found.length === 0 ? null : (combined(found) ?? 'contradictory')
  return { operator, symbol, approximate, rest }
}

const TRAILING: readonly (readonly [RegExp, Operator | 'about'])[] = [
  [/(?:\(含\)|含)?(?:及|或|含)?以上$/, '>='],
  [/(?:\(含\)|含)?(?:及|或|含)?(?:以下|以内|之内|内)$/, '<='],
  [/\+$/, '>='],
  [/(?:左右|上下)$/, 'about'],
]

/** Takes the operators behind a number off: 以上, 以内, 左右, 余; null where two of them contradict each other. */
export function trailingBounds(tail: string): Bounds | null {
  let rest = tail
    .trim()
    .replace(/[。;,]$/, '')
    .replace(/(以[上下内])\(含[\d.]*[^()\d]{0,6}\)$/, '$1')
  const found: Operator[] = []
  let approximate = false
  const more = /^ ?([万亿千百]?)[余多]/.exec(rest)
  if (more !== null) {
    found.push('>')
    rest = `${more[1]}${rest.slice(more[0].length)}`
  } else if (/[^\d]余$/.test(rest)) {
    found.push('>')
    rest = rest.slice(0, -1)
  }
  for (const [words, meaning] of TRAILING) {
    const match = words.exec(rest)
    if (match === null) continue
    if (meaning === 'about') approximate = true
    else found.push(meaning)
    rest = rest.slice(0, match.index)
  }
  const operator = found.length === 0 ? null : combined(found)
  return found.length > 0 && operator === null ? null : { operator, symbol: false, approximate, rest }
}

/** One operator for several written together (大于≥95%, 超过95%以上): the wider of the same direction; null where they contradict. */
export function combined(operators: readonly Operator[]): Operator | null {
  const kinds = new Set(operators)
  const up = kinds.has('>=') || kinds.has('>')
  const down = kinds.has('<=') || kinds.has('<')
  if (up && down) return null
  if (!up && !down) return '='
  const inclusive = kinds.has('=') || kinds.has('>=') || kinds.has('<=')
  return up ? (inclusive ? '>=' : '>') : inclusive ? '<=' : '<'
}

/** The operator sign in a text where there is exactly one kind of it (公猪舍(≥**平方米)); null otherwise. */
export function symbolIn(text: string): Operator | null {
  const signs = new Set(text.match(/[≥≤<>=]/g) ?? [])
  const [only] = signs
  return signs.size === 1 && only !== undefined ? (SYMBOLS[only] ?? null) : null
}
