/** What is said of a finding: its sentence with the figures in it, and one sentence why it matters. */
export type Saying = { say: (facts: Facts) => string; why: string }
export type Facts = Readonly<Record<string, string>>

/** 8988.68 → 8,988.68. Facts are decimal texts already; anything else stays as it is. */
export const figure = (text: string | undefined): string => {
  if (text === undefined || !/^-?\d+(?:\.\d+)?$/.test(text)) return text ?? ''
  const [whole = '', fraction] = text.split('.')
  const negative = whole.startsWith('-')
  const digits = negative ? whole.slice(1) : whole
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return `${negative ? '−' : ''}${groups.join(',')}${fraction === undefined ? '' : `.${fraction}`}`
}

/** An amount, with two decimals at least. */
export const amount = (text: string | undefined): string => {
  const said = figure(text)
  const decimals = /^−?[\d,]+(?:\.(\d+))?$/.exec(said)
  if (decimals === null || (decimals[1] ?? '').length >= 2) return said
  return `${decimals[1] === undefined ? `${said}.` : said}${'0'.repeat(2 - (decimals[1] ?? '').length)}`
}

/** An amount with its unit. */
export const money = (text: string | undefined, unit: string | undefined): string => `${amount(text)} ${unit ?? ''}`.trim()

/** A name in quotation marks, those inside it single ones (GB/T 15834); nothing where there is none. */
export const quoted = (name: string | undefined): string =>
  name === undefined || name === '' ? '' : `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`

/** 多出 or 少了 an amount by the sign of a difference. */
export const moreOrLess = (difference: string | undefined, unit?: string): string =>
  difference?.startsWith('-') === true ? `少 ${money(difference.slice(1), unit)}` : `多 ${money(difference, unit)}`
