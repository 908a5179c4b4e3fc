import { dividedBy, equals, hundred, plain, plus, type Quantity, times, zero } from '@/lib/domain/quantities'
import { spanOf } from '@/lib/domain/text/adding'
import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { canGive, decimalsOf } from '@/lib/domain/text/ratio'
import { alike, before, type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { namedWhole } from './share-wholes'

/** 分别为3,280万元、1,640万元和410万元，占比依次为61.5%、30.8%、7.7%: two rows of one length; each share is of the sum of the first row. */
export function parallelShares(reading: Reading): Relation[] {
  return ratesOf(reading).flatMap((first): Relation[] => {
    if (
      !/占(?:比|总[^，。；\d]{1,6}的|[^，。；\d]{2,10}的比[重例])?[^，。；\d]{0,4}(?:依次|分别|各)(?:为|是|占)?$|(?:分别|依次|各)占(?:比)?[^，。；\d]{0,12}$|^占比(?:为|是)$|^占[^，。；\d]{2,16}(?:的|比[例重]为|的比[例重]为)$/.test(
        first.label,
      )
    )
      return []
    const shares = [first, ...joined(reading, first.index + 1, 1, first)]
    const last = reading.mentions[first.index - 1]
    if (last === undefined || shares.length < 2 || last.group !== first.group) return []
    const isCounted =
      /[两二三四五六七八]([类项个种部方者])[^，。；]{0,8}(?:(?:分别|依次|各)占|占比?(?:分别|依次|各))|^(?:分别|依次|各)占|^占/.test(
        first.label,
      )
    const parts = [...joined(reading, last.index - 1, -1, last, isCounted).reverse(), last].slice(-shares.length)
    if (parts.length !== shares.length || parts.some(({ hedge }) => hedge !== null)) return []
    // 分别占总支出的10%、20%: of a whole that has other parts too.
    const base = /占([^，。；\d]*?)(?:的(?:比[重例](?:依次|分别|各)?(?:为|是|占)?)?|比[例重]为)$/.exec(first.label)?.[1]
    const known = base === undefined ? null : (knownAs(reading, base) ?? namedWhole(reading, last, base) ?? null)
    const isHeld = known !== null && sameUnit(known, last)
    // 占总支出的比例分别为: of what was spent, where the text or the form says it; else of the row itself.
    const whole = isHeld ? known.value : parts.reduce((sum, { value }) => plus(sum, value), zero)
    const drawn = shares.map((share, i) => relation(share, parts[i] as Mention, parts, whole))
    const isAll = equals(
      shares.reduce((sum, { value }) => plus(sum, value), zero),
      hundred,
    )
    // 两项占比分别为30%和20%: two may be of a whole that has other parts.
    const isWhole =
      (base === undefined && !/^[两二]/.test(first.label)) ||
      isHeld ||
      isAll ||
      drawn.filter(({ holds }) => holds).length * 2 > drawn.length - (/^[两二]/.test(first.label) ? 1 : 0)
    return isWhole ? drawn : []
  })
}

/** The figures that go on a row in one direction: parted by 、 or 和, of one unit. */
export function joined({ mentions }: Reading, from: number, step: 1 | -1, first: Mention, byComma = false): Mention[] {
  const row: Mention[] = []
  let near = first
  for (let i = from; ; i += step) {
    const mention = mentions[i]
    const later = step === 1 ? mention : near
    if (mention === undefined || mention.group !== first.group || mention.hedge !== null || !sameUnit(mention, first)) return row
    if (later === undefined || !(later.lead === '、' || (byComma && later.lead === '，') || /^(?:和|及|与|以及)/.test(later.label)))
      return row
    row.push(mention)
    near = mention
  }
}

/** 位居前三的：甲类172件、乙类80件、丙类50件，占总量的59.68%: of the row together, where that is what comes out. */
export function ofRowTogether(reading: Reading, { result, operands: [part, whole], ...share }: Relation): Relation | null {
  if (part === undefined || whole === undefined || part.index !== result.index - 1) return null
  const row = [part, ...joined(reading, part.index - 1, -1, part)]
  if (row.length < 2 || !canGive(spanOf(row), whole.span, result)) return null
  return { ...share, result, operands: [...row, whole], holds: true }
}

/** 正高级职称17人、副高级职称39人、中级职称76人，高级职称占28.28%: of all whose names end in that name. */
export function ofNamesakes(reading: Reading, { result, operands: [part, whole], ...share }: Relation): Relation | null {
  const name = /([\u4e00-\u9fff]{2,})占[比了]?$/.exec(result.label)?.[1]
  if (name === undefined || part === undefined || whole === undefined || !part.label.endsWith(name)) return null
  const named = before(reading, result, 8).filter((other) => other.group === part.group && alike(other, part) && other.label.endsWith(name))
  if (named.length < 2 || !canGive(spanOf(named), whole.span, result)) return null
  return { ...share, result, operands: [...named, whole], holds: true }
}

const relation = (share: Mention, part: Mention, parts: readonly Mention[], whole: Quantity): Relation => ({
  kind: 'share',
  result: share,
  operands: [part, ...parts.filter((other) => other !== part)],
  holds: canGive(part.span, { low: whole, high: whole }, share),
  certainty: 'plain',
  rule: 'listed',
  expected: plain(dividedBy(times(part.value, hundred), whole), Math.max(2, decimalsOf(share))),
})
