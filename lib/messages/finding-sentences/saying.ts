import type { CheckCode, FactsOf } from '@/lib/domain/checks/facts'
import type { MoneyUnit } from '@/lib/domain/reading/number-reading'

/** What is said of a finding: its sentence with the figures in it, and one sentence why it matters. */
export type Saying<Code extends CheckCode> = { say: (facts: FactsOf[Code], at: string) => string; why: string }
export type Sayings<Code extends CheckCode> = { readonly [C in Code]: Saying<C> }
/** Codes of one kind: money and its table (F), indicators and scores (K), text and what is not filled in (T). */
export type CodesOf<Letter extends string> = Extract<CheckCode, `${Letter}${string}`>

/** 8988.68 → 8,988.68. Facts are decimal texts already; anything else stays as it is. */
export const figure = (text: string): string => {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text
  const [whole = '', fraction] = text.split('.')
  const negative = whole.startsWith('-')
  const digits = negative ? whole.slice(1) : whole
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return `${negative ? '−' : ''}${groups.join(',')}${fraction === undefined ? '' : `.${fraction}`}`
}

/** An amount, with two decimals at least. */
const amount = (text: string): string => {
  const said = figure(text)
  const decimals = /^−?[\d,]+(?:\.(\d+))?$/.exec(said)
  if (decimals === null || (decimals[1] ?? '').length >= 2) return said
  return `${decimals[1] === undefined ? `${said}.` : said}${'0'.repeat(2 - (decimals[1] ?? '').length)}`
}

/** An amount with its unit. */
export const money = (text: string, unit: MoneyUnit): string => `${amount(text)} ${unit}`

/** A name in quotation marks, those inside it single ones (GB/T 15834); nothing where there is none. */
export const quoted = (name: string | null): string =>
  name === null || name === '' ? '' : `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`

/** 多出 or 少了 an amount by the sign of a difference. */
export const moreOrLess = (difference: string, said: (amount: string) => string): string =>
  difference.startsWith('-') ? `少 ${said(difference.slice(1))}` : `多 ${said(difference)}`
