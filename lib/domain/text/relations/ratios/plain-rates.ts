import { isPositive, moreThan } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import type { Reading } from '@/lib/domain/text/reading'
import { sharedRun } from '@/lib/domain/text/subjects'
import { BOTH_ROLES, DENIED, MISSING, NO_SUBJECT, OF_OTHERS, RATE_FAMILIES, WITHIN_A_TERM } from '@/lib/domain/text/vocabulary/rates'
import { alikeInRates } from './rate-figures'
import type { RatePair } from './rate-pairs'
import { isUsable, sharesStem, stemOf } from './rate-words'

/** How many figures a bracket between may hold. */
const FARTHEST = 12

/**
 * 预算1,000万元，支出960万元，执行率96%: whole, part and rate are one row, each under its own word and nothing between them, in either
 * order of the two. No other two can be meant, whatever else nearby gives the rate.
 */
export function plainPair({ mentions, text, sentences }: Reading, rate: Mention, name: string): RatePair | null {
  // 编制120名（机关30名、大队90名），在编108人: what only a bracket says of the two stands not between them.
  const near = mentions.slice(Math.max(0, rate.index - FARTHEST), rate.index).filter(({ bracket }) => bracket === rate.bracket)
  const [last, first] = [near.at(-1), near.at(-2)]
  if (last === undefined || first === undefined || !alikeInRates(first, last)) return null
  if ([first, last].some((one) => one.group !== rate.group || one.bracket !== rate.bracket || !isUsable(one))) return null
  if (
    [first, last].some(({ after }) => after.startsWith('/')) ||
    last.hedge !== null ||
    first.hedge !== null ||
    last.lead === '、' ||
    OF_OTHERS.test(last.label) ||
    /^[比较]/.test(first.label)
  )
    return null
  const family = RATE_FAMILIES.find((one) => one.name.test(name)) ?? null
  const term = WITHIN_A_TERM.exec(name)?.[0]
  if (term !== undefined && !last.label.includes(term) && !first.label.includes(term)) return null
  const said = text.slice(sentences[rate.sentence]?.start ?? 0, last.end)
  const subject = name.replace(family?.name ?? /.{3}$/, '').replace(NO_SUBJECT, '')
  if (subject.length > 1 && sharedRun(subject, said) < 2) return null
  const stem = stemOf(name)
  if (family === null && MISSING.test(name)) return null
  // 抽检5,000批次，不合格15批次，合格率99.7%.
  if ([first, last].some(({ label }) => DENIED.test(label) && label.includes(stem)) !== DENIED.test(name)) return null
  const isWhole = ({ label }: Mention): boolean =>
    family === null ? !sharesStem(label, stem) : family.whole.test(label) && (BOTH_ROLES.test(label) || !family.part.test(label))
  const isPart = ({ label }: Mention): boolean =>
    (family === null ? sharesStem(label, stem) : family.part.test(label)) && !isWhole({ label } as Mention)
  // 流失52人，按年初650人计算流失率8%.
  if (/^[按以]/.test(last.label) && /^(?:为基数|来)?计?[测核]?算/.test(rate.label) && isPart(first))
    return isPositive(last.value) ? [first, last] : null
  if (isWhole(first) && isPart(last)) return isPositive(first.value) ? [last, first] : null
  // 在岗84人，缺编28人，缺编率25%: what is missing is of both together.
  return !MISSING.test(name) && isPart(first) && isWhole(last) && moreThan(last.value, first.value) && first.unit.word === last.unit.word
    ? [first, last]
    : null
}
