import { absolute, dividedBy, equals, hundred, isPositive, isZero, minus, plain, plus, type Quantity, times } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { unmarked } from '@/lib/domain/text/counted'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { decimalsOf } from '@/lib/domain/text/ratio'
import { before, behind, type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation, RelationKind } from '@/lib/domain/text/relation'
import { isSlipOf, rarityOf } from '@/lib/domain/text/slip'
import { directionIn } from './growth-words'

/**
 * What no grammar of its own draws, but for the digits: a rate, a growth or a difference whose two nearest figures make a number
 * that is one slip of the pen from the printed one (供地率83.35% of 2,688亩 and 3,150亩, which make 85.33%). Silent where any two
 * figures nearby make what is printed. `drawn`: figures that already stand in a relation.
 */
export function slips(reading: Reading, drawn: ReadonlySet<Mention>): Relation[] {
  let searches = 0
  return reading.mentions.flatMap((result): Relation[] => {
    if (drawn.has(result) || result.hedge !== null || searches > MOST_TRIED || UNSAID.test(result.label)) return []
    const tried = makings(reading, result)
    searches += tried.length
    const made = tried.find(({ kind, exact }) => isSlipOf(result, exact) && (kind !== 'rate' || rarityOf(result, exact) > RARE))
    if (made === undefined || (isMade(reading, result) && !isAllLeft(reading, result, made))) return []
    const { kind, rule, exact, operands } = made
    const expected = plain(kind === 'rate' || kind === 'growth' ? exact : dividedBy(exact, unitOf(result)), Math.max(2, decimalsOf(result)))
    return [{ kind, result, operands, holds: false, certainty: 'likely', rule, expected }]
  })
}

/** Three digits of which one is other are alike by chance once in thirty: too often for a rate whose name tells nothing. */
const RARE = 100
/** More than any report has; what comes after them stays silent. */
const MOST_TRIED = 1_000
const UNSAID = /年均|目标|计划|力争|不低于|不高于|不超过|预计|要求|标准|[上去]年|同期|全[国省市]平均/
type Making = { kind: RelationKind; rule: string; exact: Quantity; operands: readonly [Mention, Mention] }
const RATE = /(?:率|占比?|比例|比重|进度|占[^，。；\d]{1,12}的?|完成[^，。；\d]{1,10}的)(?:为|达到?|是|约)*$/
const CHANGE =
  /^(?:[比较][^，。；\d]{0,10})?(?:净?增加?|净?减少?|节约|结余|剩余|相差|缺口|差额|多出?|少|高|低|提高|降低|下降|上升|压缩|缩短|提前|调[增减])[^，。；\d]{0,4}$/

/** What the two figures of one unit nearest before it would make of it, by the word that it is said with. */
function makings(reading: Reading, result: Mention): Making[] {
  const back = before(reading, result, 4).filter(
    ({ hedge, group, label }) => hedge === null && group === result.group && !/每|均/.test(label),
  )
  const isRate = result.unit.dimension === 'percent'
  const fits = ({ unit }: Mention): boolean =>
    isRate ? !['percent', 'points', 'score', 'years'].includes(unit.dimension) : unit.dimension === 'percent'
  const left = leftOfWhole(reading, result)
  if (left !== null) return [left]
  const [near, far] =
    isRate || result.unit.dimension === 'points' ? pairOf(back.filter(fits)) : pairOf(back.filter((one) => sameUnit(one, result)))
  if (near === undefined || far === undefined) return isRate ? farPair(reading, result) : []
  const operands = [near, far] as const
  const ratios = [
    [near, far],
    [far, near],
  ] as const
  if (isRate && directionIn(result.label) !== null)
    return ratios.flatMap(([now, then]) =>
      isZero(then.value)
        ? []
        : [
            {
              kind: 'growth',
              rule: 'growth',
              exact: dividedBy(times(absolute(minus(now.value, then.value)), hundred), then.value),
              operands: [now, then] as const,
            },
          ],
    )
  if (isRate && RATE.test(result.label))
    return ratios.flatMap(([part, whole]) =>
      isPositive(whole.value)
        ? [{ kind: 'rate', rule: 'slip', exact: dividedBy(times(part.value, hundred), whole.value), operands: [part, whole] as const }]
        : [],
    )
  if (!isRate && CHANGE.test(result.label))
    return [{ kind: 'change', rule: 'change', exact: absolute(minus(near.value, far.value)), operands }]
  return []
}

const FAR_RATE = /([\u4e00-\u9fff]{2})率(?:达到?|为|是|仅为?)*$/
/** 结案率92.93%, and elsewhere 立案368件，结案342件: part and whole side by side where the text has one number for the rate's own word. */
function farPair({ mentions }: Reading, result: Mention): Making[] {
  const stem = FAR_RATE.exec(result.label)?.[1]
  if (stem === undefined || /执行|支[出付]|完成|使用/.test(stem)) return []
  const parts = countsByEnding(mentions).get(stem) ?? []
  const [part] = parts
  const whole = part === undefined || parts.length > 1 ? undefined : mentions[part.index - 1]
  if (part === undefined || whole === undefined || whole.group !== part.group || whole.unit.word !== part.unit.word) return []
  if (whole.hedge !== null || !isPositive(whole.value) || /[上去]年|其中/.test(whole.label)) return []
  return [{ kind: 'rate', rule: 'slip', exact: dividedBy(times(part.value, hundred), whole.value), operands: [part, whole] }]
}
/** The counts of a text by the last two signs of what they go by. */
const countsByEnding = once((mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> => {
  const found = new Map<string, Mention[]>()
  for (const mention of mentions) {
    if (mention.hedge !== null || !COUNTS.has(mention.unit.dimension)) continue
    const ending = mention.label.slice(-2)
    const same = found.get(ending)
    if (same === undefined) found.set(ending, [mention])
    else same.push(mention)
  }
  return found
})
const COUNTS = new Set(['people', 'visits', 'households', 'things'])

const LEFT_OF_WHOLE =
  /^(?:[^，。；\d]{0,4}(?:年末|年终|年底|全年|当年|本年))?(?:形成)?(?:剩余|结余|结转|未执行|未支出|未使用)(?:和?结[转余])?(?:资金|预算|指标)?(?:为|共)?$/
/** 年末剩余资金126.47万元, 收支相抵，结余1,930万元: the form's budget, or the income that the text says, less what was spent. */
function leftOfWhole({ known, mentions }: Reading, result: Mention): Making | null {
  const spent = known.find(({ role }) => role === 'spent')?.mention
  if (spent === undefined || result.unit.dimension !== 'money' || !LEFT_OF_WHOLE.test(unmarked(result.label))) return null
  const budget = known.find(({ role }) => role === 'budget')?.mention
  const income = incomeSaid(mentions)
  const wholes = [budget, income].flatMap((whole) => (whole === undefined || whole.index >= result.index ? [] : [whole]))
  if (wholes.some(({ value }) => equals(minus(value, spent.value), result.value))) return null
  const whole = wholes.find(({ value }) => isSlipOf(result, minus(value, spent.value)))
  if (whole === undefined) return null
  return { kind: 'change', rule: 'change', exact: absolute(minus(whole.value, spent.value)), operands: [whole, spent] }
}

/** 结余资金496.00万元按规定结转下年使用: alone in its sentence, behind what the whole spent in the same paragraph. */
const isAllLeft = ({ mentions }: Reading, result: Mention, { operands: [whole, spent], kind }: Making): boolean =>
  kind === 'change' &&
  /[。\n]/.test(result.lead) &&
  (whole.index < 0 || spent.index < 0) &&
  mentions.some(
    ({ paragraph, value, unit }) => paragraph === result.paragraph && unit.dimension === 'money' && equals(value, spent.value),
  ) &&
  !mentions.some((other) => other !== result && other.sentence === result.sentence && other.unit.dimension === 'money')

const incomeSaid = once((mentions: readonly Mention[]) =>
  mentions.find(
    ({ label, unit, hedge }) =>
      unit.dimension === 'money' && hedge === null && /(?:决算|总|本年|全年|实际)收入(?:合计|总计|决算)?为?$|收入决算数?为?$/.test(label),
  ),
)

/** The nearest figure, and the next of its unit. */
function pairOf(back: readonly Mention[]): readonly [Mention?, Mention?] {
  const [near] = back
  const far = back.find((mention) => near !== undefined && mention !== near && sameUnit(mention, near))
  return near === undefined || far === undefined ? [] : [near, far]
}

/** Whether any two figures nearby make just what is printed. */
function isMade(reading: Reading, result: Mention): boolean {
  const near = [...before(reading, result, 14, true), ...behind(reading, result, 4)]
  const isRate = result.unit.dimension === 'percent'
  const prints = (exact: Quantity): boolean =>
    plain(exact, decimalsOf(result)) === plain(isRate ? result.value : dividedBy(result.value, unitOf(result)), decimalsOf(result))
  return near.some((a) =>
    near.some((b) => {
      if (a === b || a.unit.dimension !== b.unit.dimension) return false
      if (!isRate)
        return [minus(a.value, b.value), plus(a.value, b.value)].some((exact) => prints(dividedBy(absolute(exact), unitOf(result))))
      if (isZero(b.value)) return false
      return [a.value, minus(a.value, b.value)].some((part) => prints(absolute(dividedBy(times(part, hundred), b.value))))
    }),
  )
}
