import { equals, minus, moreThan } from '@/lib/domain/quantities'
import { meet, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { sharedRun } from '@/lib/domain/text/subjects'

/**
 * 高标准农田尚有0.16万亩未建成, among the problems, where an earlier chapter says of the same thing 计划建设3.2万亩，实际建成3.04万亩: what is
 * left of a deed, held against what was planned and done of it. Drawn where the problem names the deed that is missing (未建成) and the thing,
 * and one pair of figures is of both.
 */
export const farRests = (reading: Reading): Relation[] => {
  let searches = 0
  return reading.mentions.flatMap((rest): Relation[] => {
    const isLeft = isLeftOfProject(reading, rest)
    const isAhead = isToBeDone(rest)
    // 农资储备缺口0.4万吨, of 目标5.0万吨，实际4.6万吨.
    const isShort = rest.unit.dimension !== 'money' && /[\u4e00-\u9fff]{4}缺口$/.test(rest.label)
    const stem = isLeft || isAhead || isShort ? '' : stemOf(rest)
    if (stem === null || rest.hedge !== null || !COUNTED.has(rest.unit.dimension)) return []
    if (searches++ > MOST_SEARCHES) return []
    const topic = isAhead ? rest.after : sentenceOf(reading, rest)
    const fits = ({ done, whole, own, heading }: Pair, isByHeading: boolean): boolean => {
      const words = isByHeading ? `${heading}|${own}` : own
      return (
        done.paragraph < rest.paragraph &&
        sameUnit(done, rest) &&
        whole.unit.word === rest.unit.word &&
        (!isLeft || (/预算/.test(whole.label) && /支[出付]|执行/.test(done.label))) &&
        (!isShort || /目标|计划/.test(whole.label)) &&
        (stem === '' || [...stem].some((sign) => done.label.includes(sign))
          ? sharedRun(topic, words) >= LEAST || saysWhole(reading, rest, whole)
          : isSameDeed(stem, topic, done, words))
      )
    }
    // By the clauses of the two themselves, else by the heading that they stand under.
    const byOwn = pairs(reading).filter((pair) => fits(pair, false))
    const fitting = byOwn.length > 0 ? byOwn : pairs(reading).filter((pair) => fits(pair, true))
    const [pair] = fitting
    if (pair === undefined || fitting.length !== 1) return stem === '' || pair !== undefined ? [] : saidBefore(reading, rest, stem)
    const { done, whole } = pair
    return [difference(rest, [whole, done], meet(without(whole.span, done.span), rest.span), 'rest', minus(whole.value, done.value))]
  })
}

/** 还有2台未到货, where an earlier chapter says 未到货2台: the one number that was said to be left undone in those words. */
function saidBefore(reading: Reading, rest: Mention, stem: string): Relation[] {
  const said = reading.mentions.filter(
    ({ label, unit, paragraph, hedge }) =>
      paragraph < rest.paragraph &&
      hedge === null &&
      unit.word === rest.unit.word &&
      new RegExp(`^(?:尚|仍|还)?未${stem}(?:的)?$`).test(label),
  )
  const [first] = said
  if (first === undefined || said.length !== 1) return []
  return [{ ...difference(rest, [first], meet(first.span, rest.span), 'change', first.value), kind: 'count', rule: 'restated' }]
}

/** 隐患整改仍有62处未完成, of 发现隐患2,480处，整改2,418处: what is not completed is the deed that the problem begins with. */
function isSameDeed(stem: string, topic: string, { label }: Mention, words: string): boolean {
  const deed = label.replace(/^.*?([\u4e00-\u9fff]{2})(?:了|到位)?$/, '$1')
  return stem === '完成' && topic.includes(deed) && sharedRun(topic.replaceAll(deed, ''), words) >= 2
}

/** 12处文物中仍有2处未竣工: how many there are in all is said again right before it. */
const saysWhole = ({ mentions }: Reading, rest: Mention, { value, unit }: Mention): boolean => {
  const all = mentions[rest.index - 1]
  return (
    all !== undefined &&
    all.sentence === rest.sentence &&
    all.unit.word === unit.word &&
    equals(all.value, value) &&
    /中/.test(all.after + rest.label)
  )
}

/** How many signs in a row name the thing. */
const LEAST = 4
const COUNTED = new Set(['things', 'people', 'visits', 'households', 'money', 'mu', 'length', 'surface', 'mass'])
const UNDONE = /^[^，。；\d]{0,14}(?:未|没有)(?:能|及时|如期|按期|在年内|全部|在[^，。；\d]{1,6})*([\u4e00-\u9fff]{2})/

/** The deed that is missing: 尚有0.16万亩未建成; null where no deed is said. */
function stemOf({ label, after }: Mention): string | null {
  return /(?:^|[^其])(?:尚|仍|还)?有$|(?:尚|仍|还)[差缺剩余]$|^(?:尚|仍)?余$|^年末$|^$/.test(label)
    ? (UNDONE.exec(after)?.[1] ?? null)
    : null
}

/** 完成剩余3处供水工程, among the measures: what the rest is of stands behind it. */
const isToBeDone = ({ label }: Mention): boolean => /(?:完成|推进|实施|建成)(?:剩余|余下|其余)的?$/.test(label)
/** 改造项目…执行率仅80.03%，结余159.80万元: the money of a project that its sentence names, whose budget it does not say. */
const isLeftOfProject = ({ mentions }: Reading, { label, unit, index, sentence }: Mention): boolean =>
  unit.dimension === 'money' &&
  /^(?:结余|剩余)(?:资金)?$/.test(label) &&
  !mentions.slice(Math.max(0, index - 3), index).some((other) => other.sentence === sentence && other.unit.dimension === 'money')

const sentenceOf = ({ text, sentences }: Reading, { sentence, start }: Mention): string =>
  text.slice(Math.max(sentences[sentence]?.start ?? 0, start - 48), start)

const DONE = /整治|治理|完成|完工|竣工|建成|办结|整改|^实|改造|发放|支[出付]|执行|拨付/
type Pair = { whole: Mention; done: Mention; heading: string; own: string }
/** What was planned, due or received right before what was done of it, with the words that lead to the two. */
const pairs = once((reading: Reading): readonly Pair[] =>
  reading.mentions.flatMap((done): Pair[] => {
    const whole = reading.mentions[done.index - 1]
    if (whole === undefined || whole.group !== done.group || whole.bracket !== done.bracket || !sameUnit(whole, done)) return []
    if (whole.hedge !== null || done.hedge !== null || moreThan(done.value, whole.value)) return []
    if (!/计划|应|任务|目标|受理|收到|发现|排查|安排|预算|共|实施|总|修缮|新建|建设|治理/.test(whole.label) || !DONE.test(done.label))
      return []
    const from = reading.paragraphs[done.paragraph]?.start ?? 0
    // The heading of its paragraph, and its own clauses.
    const heading = /^[^。：，；\n]*/.exec(reading.text.slice(from, Math.min(from + 16, whole.start)))?.[0] ?? ''
    const own = reading.text.slice(Math.max(from, whole.start - 60), done.start)
    return [{ whole, done, heading, own: own.slice(own.lastIndexOf('；') + 1) }]
  }),
)
