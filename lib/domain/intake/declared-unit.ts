import { quantity, times } from '@/lib/domain/quantities'
import type { MoneyUnit } from '@/lib/domain/reading/number-reading'
import type { Mention } from '@/lib/domain/text/mentions'
import { unitAt } from '@/lib/domain/text/units'
import { ITEMS, NAMES_AMOUNT } from './vocabulary/money'

/** 以下金额单位均为元。 said once, in a sentence; what stands above a table says nothing of sentences. */
const DECLARED = /(?:金额|货币|资金|计量|记账)?单位(?:均|都|皆|统一)*(?:为|是|以)?[：:]?(?:人民币)?(万元|元)(?:计|表示)?(?=[，。；）)]|$)/
const BARE = /^\d[\d,]*(?:\.\d+)?$/
/** Less is a number of something, or a year. */
const FEWEST_SIGNS = 5
const TEN_THOUSAND = quantity('10000')
const YUAN = unitAt('元', 0).unit

/** The unit that a report's sentences say once for all of its amounts, and from which paragraph on; null where they say none. */
function declaredUnit(texts: readonly string[]): { unit: MoneyUnit; paragraph: number } | null {
  for (const [paragraph, text] of texts.entries()) {
    const unit = DECLARED.exec(text)?.[1]
    if (unit === '元' || unit === '万元') return { unit, paragraph }
  }
  return null
}

/** Figures without a unit that are named as money, with the unit that was said once. */
export function withDeclaredUnit(mentions: Mention[], texts: readonly string[]): Mention[] {
  const declared = declaredUnit(texts)
  if (declared === null) return mentions
  return mentions.map((mention) =>
    mention.paragraph < declared.paragraph || !isNamedAmount(mention)
      ? mention
      : {
          ...mention,
          unit: YUAN,
          scaled: declared.unit === '万元',
          value: declared.unit === '万元' ? times(mention.value, TEN_THOUSAND) : mention.value,
        },
  )
}

const isNamedAmount = ({ unit, written, label, after }: Mention): boolean =>
  unit.dimension === 'number' &&
  unit.word === '' &&
  BARE.test(written) &&
  written.length >= FEWEST_SIGNS &&
  after === '' &&
  (NAMES_AMOUNT.test(label) || ITEMS.some(([, , pattern]) => pattern.test(label)))
