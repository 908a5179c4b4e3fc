import { dividedBy, equals, minus, moreThan, plus, quantity, times, zero } from '@/lib/domain/quantities'
import { added, addend, relation, spanOf } from '@/lib/domain/text/adding'
import { exactly, meet, printsAs } from '@/lib/domain/text/interval'
import { type Row, rowsIn } from '@/lib/domain/text/lists'
import type { Mention } from '@/lib/domain/text/mentions'
import { alike, isWholeOfShare, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { isExchangeOf } from '@/lib/domain/text/slip'
import { areLevels, areSomeQuarters, isSubtracted, isWholeSet, longestSet, mayOverlap, titlesTold } from '@/lib/domain/text/whole-sets'
import { areMixedScores, hasOwnTotal, isCountedRow, isOfRow, isOwnRow, isSplitAgain } from './sum-rows'
import { addedUp } from './sums-behind'
import { haveAllShares, isToldInFull } from './sums-in-brackets'
import { ofClasses } from './sums-of-classes'
import { areSome } from './sums-of-others'
import { tooMuch } from './sums-too-much'
import { namedTotal } from './sums-under-names'
import { isClosed, totalOf } from './totals-of-rows'

/**
 * A total is the sum of its parts: those behind 其中, 分别为 or in brackets, or before 合计. The total is the figure that the
 * row hangs on. A row that may leave parts out is only held against its total where it comes to more.
 */
export function sums(reading: Reading): Relation[] {
  const drawn = [...rowsIn(reading).flatMap((row) => ofRow(reading, row)), ...addedUp(reading)]
  // What is a part of one total is no row for another: 居首的A、其后依次为B和C.
  const explained = new Set(drawn.flatMap(({ holds, operands }) => (holds ? operands : [])))
  const totals = new Set(drawn.flatMap(({ holds, result }) => (holds ? [result] : [])))
  return drawn.filter(
    ({ holds, operands, result }) =>
      holds ||
      isCountedRow(operands, result) ||
      !(
        operands.every((part) => explained.has(part)) ||
        isOfRow(operands, result) ||
        (totals.has(result) && isOwnRow(operands, result)) ||
        areMixedScores([result, ...operands]) ||
        hasOwnTotal(operands, drawn)
      ),
  )
}

const OF_THE_LARGEST = /(?:位?[居列]|排名?(?:在)?)前[一二三四五六七八九十\d]*|前[三四五六七八九十\d]+[位名类大]|(?:最|较)多的/
const CHANGED_EACH = /(?:同比|环比|[较比](?:[上去]年|同期|年初)[^，。；\d]{0,4})(?:分别|依次|各)(?:增|减|升|降|上|下|提|缩|压|多|少)/
/** How far back the total of a row is looked for. */
const FAR_BACK = 14

/** Plans and what came of them stand side by side: 甲局预算100万元，执行90万元；乙局…. A total is of those of its own kind. */
const PLANNED = /预算|计划|应|安排|下达/
const SPENT = /执行|支出|支付|完成|决算|实际/
function ofOneKind(parts: readonly Mention[], whole: Mention | undefined): readonly Mention[] {
  const planned = parts.filter(({ label }) => PLANNED.test(label) && !SPENT.test(label))
  const spent = parts.filter(({ label }) => SPENT.test(label))
  if (planned.length === 0 || spent.length === 0 || planned.length + spent.length < parts.length || whole === undefined) return parts
  return SPENT.test(whole.label) ? spent : planned
}

function lastAlike({ mentions }: Reading, { head, parts: [first] }: Row): Mention | undefined {
  for (let i = head; i >= 0 && i > head - FAR_BACK; i--) {
    const mention = mentions[i] as Mention
    if (first !== undefined && alike(mention, first)) return mention
  }
  return undefined
}

function ofRow(reading: Reading, given: Row): Relation[] {
  const kin = ofOneKind(given.parts, lastAlike(reading, given))
  // 中央1,500万元，省级2,000万元，自筹1,500万元，支出4,650万元: what follows three names of one set is another story.
  const titles = titlesTold(kin)
  const set = Math.max(longestSet(kin), titles)
  const row = { ...given, parts: kin.slice(0, set > 2 ? set : kin.length) }
  const { parts } = row
  if (parts.length < 2 || areLevels(parts)) return []
  const [first] = parts
  if (first === undefined) return []
  // 位居前三的类别：甲783件、乙579件、丙562件: the largest of some other row.
  if (OF_THE_LARGEST.test(reading.text.slice(Math.max(0, given.at - 16), given.at + given.mark.length))) return []
  // 死亡18人，受伤96人，同比分别减少2人、14人: by how much each changed.
  if (CHANGED_EACH.test(reading.text.slice(Math.max(0, given.at - 10), given.at + given.mark.length + 4))) return []
  // 甲21.36亿元，乙43.99亿元；与上年相比，分别减少0.29亿元、0.33亿元: by how much each changed, whatever stands before.
  if (/^分别(?:增|减|升|降|上升|下降|提高|压减)/.test(reading.text.slice(given.at, given.at + given.mark.length + 2))) return []
  // 其中对价格满意529份；对服务满意546份: two questions, each answered by all.
  if (parts.every(({ label }) => /^(?:其中[:：]?)?对.{2,}(?:满意|认可)[度的]?$/.test(label))) return []
  const dimension = first.unit.dimension
  // 总分94分，其中执行扣0.6分、产出扣5.4分: what was taken off is no part of what was given.
  if (dimension === 'score' && parts.every(({ label }) => TAKEN.test(label)) && !/[扣失]/.test(lastAlike(reading, given)?.label ?? ''))
    return []
  const candidates: Mention[] = []
  const outer = reading.brackets[row.bracket]
  const inBracket =
    row.bracket !== 0 && outer !== undefined && first.bracket === row.bracket && outer.open < first.start && outer.before >= 0
  for (let i = row.head; i >= 0 && i > row.head - FAR_BACK; i--) {
    const mention = reading.mentions[i] as Mention
    if (mention.unit.dimension !== dimension || parts.includes(mention) || isWholeOfShare(reading, mention)) continue
    candidates.push(mention)
  }
  // A row may have run on too far: any beginning of it may be the parts of its total.
  const whole = totalOf(candidates, parts, first, inBracket, row, reading) ?? namedTotal(reading, row, first) ?? ofClasses(reading, row)
  // 共143个，其中本级48个、…。其中：本级48个项目评价为优的有37个、…: the first of the row is that figure again, and no part of itself.
  if (whole !== null && whole.label.length > 2 && whole.label === first.label && equals(whole.value, first.value)) return []
  const following = reading.mentions[(parts.at(-1)?.index ?? 0) + 1]
  if (
    whole !== null &&
    following !== undefined &&
    alike(following, first) &&
    following.sentence === first.sentence &&
    meet(spanOf([...parts, following]), whole.span)
  )
    return [relation(whole, [...parts, following], true, 'plain')]
  const sumOfAll = spanOf(parts)
  // Of things of one word the total is of that word; the total of 台, 套 and 架 may be of any.
  const isMixed = dimension !== 'things' || parts.some(({ unit }) => unit.word !== first.unit.word)
  const made = candidates.find(
    (mention) =>
      (isMixed || mention.unit.word === first.unit.word) && meet(sumOfAll, mention.span) && !isOfOtherAccount(mention, whole, row),
  )
  const summed = made ?? (whole !== null && meet(sumOfAll, whole.span) ? whole : undefined)
  if (summed !== undefined) return [relation(summed, parts, true, 'plain')]
  // 23个项目中，…: all that follows is told of them.
  const isSet = set === kin.length && set > 2 && !parts.some((part) => isToldApart(reading, part))
  if (whole !== null && !/中[，：]$/.test(row.mark) && !isSet) {
    const add = addend(parts)
    let sum = add(exactly(zero), first)
    for (let length = 2; length < parts.length; length++) {
      sum = add(sum, parts[length - 1] as Mention)
      if (moreThan(sum.low, whole.span.high) && !parts.some(isSubtracted)) break
      // What is left over asks for more than chance: it comes to just what is printed, and what follows is told in another way.
      if (
        (!goesOn(parts, length) || isSplitAgain(reading, parts, length)) &&
        meet(sum, whole.span) &&
        printsAs(added(parts.slice(0, length)), whole.value, whole.step)
      )
        return [relation(whole, parts.slice(0, length), true, 'plain')]
    }
  }
  // 以诈骗罪和妨害公务罪为主，诈骗罪2,417人…; 退回36件，重报35件。其中一次退回30件，一次重报28件: some of them, each of another.
  if (areSome(reading, given.at, parts)) return []
  // 其中行政52人、事业266人，另有离退休147人: who is told of besides is none of them.
  const isSetClosed = isWholeSet(parts) && /^，另/.test(reading.text.slice(parts.at(-1)?.end ?? 0, (parts.at(-1)?.end ?? 0) + 2))
  // 人员经费150万元，公用经费100万元，分别占30%和20%，其余为专项经费: what is left is told in words alone.
  if (REST_IN_WORDS.test(reading.text.slice(parts.at(-1)?.end ?? 0, (parts.at(-1)?.end ?? 0) + FAR_ON))) return []
  // 食品抽检：完成360批次；设备检查：单位84家、设备336台: under a title of its own an item is of no figure of the one before.
  if (whole !== null && whole.group !== first.group && isNextTitled(reading, given)) return []
  if (whole === null || (row.more && !isSetClosed)) return whole === null ? [] : tooMuch(whole, row, reading)
  const sum = added(parts)
  // 一季度2,100万元、二季度3,900万元、三季度3,600万元: the fourth is told without a number.
  if (areSomeQuarters(parts)) return tooMuch(whole, row, reading)
  const isAll =
    row.completeness === 'all' ||
    titles === parts.length ||
    isWholeSet(parts) ||
    isClosed(parts) ||
    isToldInFull(row, parts, whole, reading) ||
    haveAllShares(parts, reading) ||
    areDeductions(parts, whole) ||
    areNamedIn(parts, whole)
  // 全额拨款单位15个（含行政单位1个，参公单位1个）: some of them, however their names go together.
  const isOnlySome = /^其?中?含/.test(first.label) && !moreThan(times(sum, TEN_NINTHS), whole.value)
  if (isOnlySome) return []
  if (isAll) return [relation(whole, parts, false, 'plain')]
  if (moreThan(sum, whole.value)) return tooMuch(whole, row, reading)
  // 612人，其中指战员372人、专职消防员204人: nothing is missing but that two digits have changed places.
  const exchanged = parts.some((part) => isExchangeOf(part, plus(part.value, minus(whole.value, sum))))
  if (exchanged && row.mark.includes('其中')) return [relation(whole, parts, false, 'likely')]
  if (mayOverlap(parts, false)) return []
  const nearly = moreThan(times(sum, TEN_NINTHS), whole.value)
  if (nearly && (parts.length > 2 || /其中[:：]/.test(row.mark)))
    return [relation(whole, parts, false, row.completeness === 'usually' ? 'plain' : 'likely')]
  // Two that 其中 names need not be all, however near they come.
  if (parts.length > 2 && moreThan(times(sum, NEAREST), whole.value) && row.mark.includes('其中'))
    return [relation(whole, parts, false, 'likely')]
  return row.mark.includes('其中') ? [relation(whole, parts, false, 'unclear')] : []
}
const REST_IN_WORDS = /^[^。；\n]*[，、](?:其余|余下|剩余部分)(?:部分|资金|经费|支出)?(?:均?为|是|均?用于|系|主要)(?![^，。；]{0,12}\d)/
/** How far behind a row its rest is told of. */
const FAR_ON = 60
const isNextTitled = ({ text }: Reading, { at, mark }: Row): boolean =>
  /^[:：]$/.test(mark) && /[:：][^；;。\n]*\d[^；;。\n]*[；;][^，。；;：:\d]{2,12}$/.test(text.slice(Math.max(0, at - 80), at))
/** 支出总计697万元。\n收入合计…，其中：…: a total right before 其中 is what is split up, not the total of another paragraph. */
const isOfOtherAccount = (made: Mention, whole: Mention | null, { mark }: Row): boolean =>
  whole !== null && made.paragraph < whole.paragraph && mark.includes('其中') && /(?:合计|总计|总额|总数)[为共]?$/.test(whole.label)
/** 产出指标16项、效益指标12项、满意度指标2项: the third part is one as the two before it are, whatever those come to. */
function goesOn(parts: readonly Mention[], length: number): boolean {
  const [last, next] = [parts[length - 1], parts[length]]
  if (last === undefined || next === undefined || (length > 1 && next.lead !== last.lead)) return false
  const kind = last.label.slice(-2)
  return kind.length === 2 && next.label.endsWith(kind) && next.group === last.group
}
/** 扣分4.9分：执行率扣0.4分，满意度扣0.5分…: what was taken off is told to the last. */
const areDeductions = (parts: readonly Mention[], { label, unit }: Mention): boolean =>
  unit.dimension === 'score' && /扣分?$/.test(label) && parts.every((part) => /扣分?$/.test(part.label))
const TAKEN = /[扣失]分?$/
/** 酒驾醉驾926起（酒驾742起、醉驾184起）: the total is named by its parts. */
const areNamedIn = (parts: readonly Mention[], { label }: Mention): boolean =>
  label.endsWith(parts.map((part) => part.label).join('')) && parts.every((part) => part.label.length > 1)
/** So near its total that hardly anything can be missing. */
const NEAREST = quantity('1.03')
const TEN_NINTHS = dividedBy(quantity('10'), quantity('9'))

/** 幼儿园42所另行统计, 离退休147人不计入: no part of the total, whatever its name. */
const isToldApart = ({ text }: Reading, { end }: Mention): boolean =>
  /^(?:另[行外]?[计统列]|单独[计统列]|不[计含纳])/.test(text.slice(end, end + 4))
