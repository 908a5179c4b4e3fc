import { equals, isPositive, moreThan, plain } from '@/lib/domain/quantities'
import { unmarked } from '@/lib/domain/text/counted'
import { meet } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { ratioOf } from '@/lib/domain/text/ratio'
import { type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'
import { AROUND_NAME, BARE_SHARE, NAMED_SHARE, NO_BEARER, SHARE_AGAIN } from '@/lib/domain/text/vocabulary/shares'

/**
 * 一等奖只占获奖数的20.83%, 项目支出中民生保障仅占20%; 护林员年龄偏大，50岁以上252名，占60%: a share of which no figure stands beside it, or only its
 * part. Drawn where each name is borne by one number of the text, and nothing else is drawn of the share.
 */
export function namedShares(reading: Reading, drawn: ReadonlySet<Mention>): Relation[] {
  let searches = 0
  return ratesOf(reading).flatMap((rate): Relation[] => {
    if (rate.hedge !== null || drawn.has(rate) || !rate.label.includes('占') || searches++ > MOST_SEARCHES) return []
    const again = saidBefore(reading, rate)
    if (again !== null) return [again]
    const [part, whole] = BARE_SHARE.test(rate.label) ? ofTopic(reading, rate) : ofNames(reading, rate)
    if (part === null || whole === null || part === whole || !isPositive(whole.value)) return []
    return [ratioOf({ kind: 'share', rule: 'share' }, rate, [part, whole])]
  })
}

/** 三是项目支出占比仅73%, where 项目支出12,755万元，占73% was said before: the one number of the name has its share right behind it. */
function saidBefore(reading: Reading, rate: Mention): Relation | null {
  const name = SHARE_AGAIN.exec(rate.label)?.[1]
  const part = name === undefined ? null : bearer(reading, rate, name, null)
  const first = part === null ? undefined : reading.mentions[part.index + 1]
  if (part === null || first === undefined || first.group !== part.group || first.paragraph === rate.paragraph) return null
  if (first.unit !== rate.unit || first.hedge !== null || !first.label.startsWith('占')) return null
  const expected = plain(first.value, 4)
  return {
    kind: 'count',
    result: rate,
    operands: [first],
    holds: meet(first.span, rate.span),
    certainty: 'likely',
    rule: 'restated',
    expected,
  }
}

type Both = readonly [part: Mention | null, whole: Mention | null]
const NONE: Both = [null, null]

function ofNames(reading: Reading, rate: Mention): Both {
  const said = NAMED_SHARE.exec(rate.label)
  if (said === null) return NONE
  const [, within, subject = '', of] = said
  const base = bare(of ?? within ?? '')
  if (base.length < 2) return NONE
  const name = bare(subject)
  const beside = partBeside(reading, rate)
  const part = name.length < 2 ? beside : (bearer(reading, rate, name, null) ?? null)
  if (part === null) return NONE
  return [part, bearer(reading, rate, base, part)]
}

/** The sentence begins with the noun of a number that the text has said. */
function ofTopic(reading: Reading, rate: Mention): Both {
  const part = partBeside(reading, rate)
  if (part === null || part.unit.dimension === 'money') return NONE
  const topic = reading.text.slice(reading.sentences[part.sentence]?.start ?? 0, part.start - part.label.length)
  const wholes = reading.mentions.filter((mention) => {
    const name = nameOf(mention)
    return mention.paragraph < part.paragraph && name.length > 2 && isBearer(mention, part) && topic.includes(name)
  })
  const [first] = wholes
  return first !== undefined && wholes.every(({ value }) => equals(value, first.value)) ? [part, first] : NONE
}

function partBeside({ mentions }: Reading, rate: Mention): Mention | null {
  const part = mentions[rate.index - 1]
  return part !== undefined &&
    part.group === rate.group &&
    part.bracket === rate.bracket &&
    part.hedge === null &&
    COUNTED.has(part.unit.dimension)
    ? part
    : null
}

/** The one number that bears a name; null where none or several do. As a whole it is more than its part, and in its unit. */
function bearer({ mentions }: Reading, rate: Mention, name: string, part: Mention | null): Mention | null {
  const named = mentions.filter(
    (mention) =>
      mention !== part &&
      mention.index < rate.index &&
      mention.hedge === null &&
      COUNTED.has(mention.unit.dimension) &&
      !NO_BEARER.test(mention.label) &&
      (part === null || isBearer(mention, part)) &&
      (name.length > 2 ? nameOf(mention).endsWith(name) : nameOf(mention) === name || (part !== null && nameOf(mention).startsWith(name))),
  )
  const [first] = named
  return first !== undefined && named.every(({ value }) => equals(value, first.value)) ? first : null
}
const isBearer = (mention: Mention, part: Mention): boolean =>
  mention.hedge === null && !NO_BEARER.test(mention.label) && sameUnit(mention, part) && moreThan(mention.value, part.value)

const COUNTED = new Set(['things', 'people', 'visits', 'households', 'money', 'mu', 'length', 'surface', 'mass', 'volume'])
const bare = (words: string): string => words.replace(AROUND_NAME, '')
const nameOf = ({ label }: Mention): string => bare(unmarked(label))
