import { knownAs } from '@/lib/domain/text/known'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, before, behind, isWholeOfShare, type Reading } from '@/lib/domain/text/reading'
import { isBase, isChange, isFigure } from '@/lib/domain/text/relations/growth-words'

/** The two figures that a growth is of. */
export type Pair = readonly [now: Mention, then: Mention]
/**
 * Pairs of now and before near the rate that its words name, the first before the others; `others`: any two near it, of which one may
 * be the change of the other.
 */
export function pairsFor(reading: Reading, rate: Mention): { named: readonly Pair[]; others: () => Pair[] } {
  // 完成年初预算60,999万元的40.4%，下降4.2%: what a share is of is no figure of another time.
  const back = before(reading, rate, 10).filter((mention) => isFigure(mention) && !isWholeOfShare(reading, mention))
  const ahead = behind(reading, rate, 2).filter(isFigure)
  const here = back.filter(({ group }) => group === rate.group)
  const based = [
    ...here,
    ...ahead.filter(({ group, label }) => group === rate.group && /[上去]年|同期|\d{4}年/.test(label) && !isOlder(label, rate, reading)),
  ]
  const pairs: Pair[] = [
    ...ofYears(reading, rate),
    ...ofNamed(reading, rate, here, back),
    ...ofChanged(here),
    ...ofAdjusted(rate, here),
    ...ofHeld(rate, here),
    ...ofDirectlyHeld(rate, here),
    ...ofMovement(rate, ahead),
    ...ofBracket(reading, rate, here),
    ...ofRowBehind(reading, rate, here),
    ...ofNamedSince(reading, rate),
  ]
  for (const then of based) {
    if (!isBase(then, reading) || isChange(then)) continue
    const now = nowFor(then, here, back) ?? nowNamed(reading, then)
    if (now === undefined) continue
    const head = headOfParts(reading, now)
    if (head !== undefined && alike(head, then)) pairs.push([head, then])
    pairs.push([now, then])
  }
  // Now and the change, without before: before is now less the change.
  const others = (): Pair[] => {
    const near = back.slice(0, 6)
    const isTurned = (a: Mention, b: Mention): boolean => pairs.some(([now, then]) => now === b && then === a)
    return near.flatMap((a) => near.flatMap((b) => (a !== b && alike(a, b) && !isTurned(a, b) ? [[a, b] as const] : [])))
  }
  return { named: pairs, others }
}
/** 同比增长54%，恢复到2019年3,500万人次的110%: of the year before, not of one long past. */
const isOlder = (label: string, rate: Mention, { year }: Reading): boolean => {
  const named = /((?:19|20)\d{2})年/.exec(label)?.[1]
  return named !== undefined && year !== null && /同比/.test(rate.label) && named !== `${year - 1}`
}
/** 办理1,148件，其中民事672件、刑事468件、行政8件，较上年增长9.3%: behind the last of the parts it is of what they are parts of. */
function headOfParts({ mentions }: Reading, last: Mention): Mention | undefined {
  if (last.lead !== '、') return undefined
  let first = last
  while (first.lead === '、') {
    const next = mentions[first.index - 1]
    if (next === undefined || next.group !== last.group || next.bracket !== last.bracket || !alike(next, last)) return undefined
    first = next
  }
  const head = mentions[first.index - 1]
  return head !== undefined && LEADS_PARTS.test(first.label) && head.sentence === first.sentence && alike(head, last) ? head : undefined
}
const LEADS_PARTS = /^(?:其中|包括|分为|[含即])/
/** 2023年比2020年增长42.86%: each by its year. */
function ofYears(reading: Reading, rate: Mention): Pair[] {
  const [, now, then] = /(?:((?:19|20)\d{2})年)?(?:比|较)((?:19|20)\d{2})年(?:年?均)?[^，。；\d]{0,4}$/.exec(rate.label) ?? []
  if (then === undefined) return []
  const year = now ?? (reading.year === null ? '' : `${reading.year}`)
  const back = before(reading, rate, 16)
  const of = (which: string): Mention | undefined =>
    back.find((mention) => isFigure(mention) && mention.label.includes(`${which}年`) && mention.unit.dimension !== 'percent')
  const [a, b] = [of(year), of(then)]
  return a === undefined || b === undefined || !alike(a, b) || a === b ? [] : [[a, b]]
}
/** 部门预算24,600万元，调整增加1,750万元，调整后26,350万元，增幅7.11%: the first and the last of the three. */
function ofChanged([now, change, then]: readonly Mention[]): Pair[] {
  if (
    now === undefined ||
    change === undefined ||
    then === undefined ||
    !(isChange(change) || ADDED.test(change.label)) ||
    isChange(now) ||
    isChange(then)
  )
    return []
  const areNext = now.index === change.index + 1 && change.index === then.index + 1
  return areNext && alike(now, then) && alike(now, change) && /后|达到?|增至|减至/.test(now.label) ? [[now, then]] : []
}
/** 年中追加设备更新专项2,600万元: what was added is named behind the word. */
const ADDED = /^(?:年中|当年|执行中|全年)?(?:追加|调增|调减|追减|核减|增加|减少)/
/** 年初预算1,000万元，调整后预算1,200万元，增幅20%: right beside each other and the rate. */
const ofAdjusted = (rate: Mention, [now, then]: readonly Mention[]): Pair[] =>
  now !== undefined &&
  then !== undefined &&
  now.index === rate.index - 1 &&
  then.index === now.index - 1 &&
  /^调整后/.test(now.label) &&
  /年初/.test(then.label) &&
  alike(now, then)
    ? [[now, then]]
    : []
/** 单价370元，低于控制价400元30元，降幅7.5%: what it is held against stands before the difference, what it is before that. */
function ofHeld(rate: Mention, [change, then, now]: readonly Mention[]): Pair[] {
  if (change === undefined || then === undefined || now === undefined || !HELD.test(then.label) || change.lead !== '') return []
  const areNext = change.index === rate.index - 1 && then.index === change.index - 1 && now.index === then.index - 1
  return areNext && change.unit.word === then.unit.word && alike(now, then) && !isChange(now) ? [[now, then]] : []
}
/** 支出460.80万元，低于预算500万元7.84%. */
const ofDirectlyHeld = (rate: Mention, [then, now]: readonly Mention[]): Pair[] =>
  then !== undefined &&
  now !== undefined &&
  (then.end === rate.start || /^[低少高多](?:出|了)?$/.test(rate.label)) &&
  HELD.test(then.label) &&
  alike(now, then)
    ? [[now, then]]
    : []
const HELD = /^(?:[低高]于|[超高低]出|超过|[比较])/
/** 信访总量下降12.5%，由64件降至56件: from where to where stands behind it. */
function ofMovement(rate: Mention, [then, now]: readonly Mention[]): Pair[] {
  if (then === undefined || now === undefined || [then, now].some(({ group, bracket }) => group !== rate.group || bracket !== rate.bracket))
    return []
  const isMoved =
    /(?:^|[^理])[由从](?:[上去]年的?|原来的?)?$/.test(then.label) && /[至到为]$/.test(now.label) && then.index === rate.index + 1
  return isMoved && alike(now, then) ? [[now, then]] : []
}
/** 工伤认定1,326件，同比上升5.66%（1,255件）: last year's alone in the bracket behind. */
function ofBracket({ mentions, brackets }: Reading, rate: Mention, [now]: readonly Mention[]): Pair[] {
  const then = mentions[rate.index + 1]
  if (then === undefined || now === undefined || brackets[then.bracket]?.before !== rate.index || then.tail !== '）') return []
  return then.label === '' && rate.tail === '（' && now.index === rate.index - 1 && alike(now, then) && !isChange(now) ? [[now, then]] : []
}
const OF_NOUN = /^[较比](?:[上去]年|(?:19|20)\d{2}年)(?:同期)?的?([\u4e00-\u9fff]{2})[量数额]?$/
/** 受理热线9,600件，…；热线量比上年（12,000件）下降20%: what fell is called by its noun, and stands earlier in the sentence. */
function ofNamedSince(reading: Reading, rate: Mention): Pair[] {
  const { mentions, text, brackets } = reading
  const then = mentions[rate.index - 1]
  // 接待观众43.68万人次，其中…；较2023年接待量36.4万人次增长20%.
  const held = then === undefined || then.group !== rate.group ? undefined : OF_NOUN.exec(then.label)?.[1]
  if (then !== undefined && held !== undefined) {
    const all = before(reading, then, 12).filter(
      (mention) => isFigure(mention) && alike(mention, then) && mention.sentence === rate.sentence && mention.label.includes(held),
    )
    const [one] = all
    return one === undefined || all.length !== 1 || isChange(one) || /其中|均/.test(one.label) ? [] : [[one, then]]
  }
  const open = then === undefined || then.bracket === rate.bracket ? undefined : brackets[then.bracket]?.open
  if (then === undefined || open === undefined || then.tail !== '）' || then.group !== rate.group) return []
  const noun = /([\u4e00-\u9fff]{2})[量数]?(?:比|较)[上去]年(?:同期)?$/.exec(text.slice(Math.max(0, open - 12), open))?.[1]
  const named =
    noun === undefined
      ? []
      : before(reading, then, 12).filter(
          (mention) =>
            isFigure(mention) &&
            alike(mention, then) &&
            mention.unit.word === then.unit.word &&
            mention.sentence === rate.sentence &&
            mention.label.includes(noun),
        )
  const [now] = named
  return now === undefined || named.length !== 1 || isChange(now) ? [] : [[now, then]]
}
/** 接待1,860万人次，增长9.41%；收入167.40亿元，增长11.60%，上年分别为1,700万人次、150.00亿元: each of the two has its own of the year before. */
function ofRowBehind({ mentions }: Reading, rate: Mention, [now]: readonly Mention[]): Pair[] {
  if (now === undefined || now.index !== rate.index - 1 || isChange(now)) return []
  const first = mentions
    .slice(rate.index + 1, rate.index + 4)
    .find(({ label, sentence }) => sentence === rate.sentence && /^[上去]年(?:同期)?分别为?$/.test(label))
  const second = first === undefined ? undefined : mentions[first.index + 1]
  if (first === undefined || second === undefined || second.lead !== '、' || second.group !== first.group) return []
  const fitting = [first, second].filter((then) => then.unit.word === now.unit.word && alike(then, now))
  const [then] = fitting
  return then !== undefined && fitting.length === 1 ? [[now, then]] : []
}
const NAMED_BASE =
  /(?:比|较)([^，。；\d]{2,12}?)(?:相比|总共|共|净|再|同比|略|约)*(?:增长|增加|提高|上升|下降|降低|减少|压减|调增|调减)了?$/
/** 调整后预算7,185万元，较年初预算增加11.91%: what it is held against goes by its name. */
function ofNamed(reading: Reading, rate: Mention, here: readonly Mention[], back: readonly Mention[]): Pair[] {
  const name = NAMED_BASE.exec(rate.label)?.[1]?.replace(/^的|[的数]$/g, '')
  if (name === undefined || name.length < 2 || /年度?$|同期/.test(name)) return []
  const then = back.find((mention) => mention.label.includes(name) && !isChange(mention)) ?? knownAs(reading, name) ?? undefined
  const now = then === undefined ? undefined : here.find((mention) => mention !== then && alike(mention, then) && !isChange(mention))
  return then === undefined || now === undefined ? [] : [[now, then]]
}
function nowFor(then: Mention, here: readonly Mention[], back: readonly Mention[]): Mention | undefined {
  const behindIt = here.filter((mention) => mention.index > then.index && alike(mention, then) && !isChange(mention))
  const to = behindIt.find(({ label }) => /到|至|升|降|为|本年|今年|当年|年末|末/.test(label))
  if (to !== undefined) return to
  return back.find(
    (mention) =>
      mention.index < then.index &&
      alike(mention, then) &&
      !isChange(mention) &&
      mention.group === then.group &&
      !/[上去]年/.test(mention.label),
  )
}
/** 贷款利息上年为104.2万元: this year's stands elsewhere, as 贷款利息96.5万元. */
function nowNamed(reading: Reading, then: Mention): Mention | undefined {
  const name = /^(.{3,}?)(?:[比较]|同比)?[上去]年/.exec(then.label.replace(/^[^：:]*[：:]/, ''))?.[1]
  if (name === undefined) return undefined
  return before(reading, then, 40, true).find(
    (mention) => isFigure(mention) && alike(mention, then) && mention.label.replace(/总[额量数]$/, '').endsWith(name),
  )
}
