import { dividedBy, equals, hundred, minus, plain, plus, zero } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { meet, total } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { between, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

/** Sums of points: 共扣5.5分，得94.5分 and 得94分，扣分为甲扣2分、乙扣4分 make full marks; 甲9.7分＋乙58.3分＋丙28分＝96分 is written out. */
export const scoreSums = (reading: Reading): Relation[] => [...deductions(reading), ...split(reading), ...chains(reading)]

const TAKEN = /(?:共计?|合计|总计|累计|总共)?[扣失](?:除|减)?分?(?:合计|共计|总计)?(?:了|为)?$/
const LEFT =
  /^(?:[\u4e00-\u9fff]{0,4}自评|最终|评价|综合|实际|合计|总|实)*(?:得分|总分|评分|得)(?:为|是)?$|^(?:总计|合计|共计)$|^(?:满分)?，?自评$/
/** Full marks that are not 100. */
const MORE_MARKS = /(?:满分|总分值?|标准分)(?:值|共|为|是)*(?!100(?!\d))\d{2,3}分?(?![^。]{0,4}[，。；）])|1[1-9]\d分制|1[1-9]0分[制计]/
const isScore = (mention: Mention | undefined): mention is Mention => mention?.unit.dimension === 'score' && mention.hedge === null

/** What was taken off, in one figure or in a row, and what is left, right beside each other. */
function deductions(reading: Reading): Relation[] {
  const { mentions, text } = reading
  if (MORE_MARKS.test(text)) return []
  return mentions.flatMap((given): Relation[] => {
    if (!isScore(given) || !LEFT.test(given.label)) return []
    const told = toldBehind(mentions, given)
    if (told.length > 0) return [deducted(given, told)]
    const ahead = mentions[given.index - 1]
    const row = isScore(ahead) && /[共合总]/.test(ahead.label) && isTaken(ahead, given) ? [ahead] : rowBehind(mentions, given)
    if (row.length === 0) return []
    return [deducted(given, row)]
  })
}
function deducted(given: Mention, row: readonly Mention[]): Relation {
  const taken = row.reduce((sum, { value }) => plus(sum, value), zero)
  const holds = equals(plus(taken, given.value), hundred)
  const expected = plain(minus(hundred, taken))
  return { kind: 'sum', result: given, operands: row, holds, certainty: 'plain', rule: 'parts', expected }
}

/** 得96.8分。扣分项目如下：甲扣0.5分，…，共扣3.2分: the next sentence tells each of them and what they come to. */
function toldBehind(mentions: readonly Mention[], given: Mention): readonly Mention[] {
  for (let i = given.index + 1; i < given.index + MOST_TOLD; i++) {
    const mention = mentions[i]
    if (!isScore(mention) || !TAKEN.test(mention.label) || mention.sentence !== given.sentence + 1) return []
    if (/^(?:共计?|合计|总计|累计)[扣失]/.test(mention.label)) return [mention]
  }
  return []
}
const MOST_TOLD = 12

/** 扣3.5分。扣分情况：甲扣1分、乙扣1.5分、丙扣1分: what was taken off, told one by one in the next sentence. */
function split({ mentions }: Reading): Relation[] {
  return mentions.flatMap((whole): Relation[] => {
    if (!isScore(whole) || !/^(?:共计?|合计|总计|累计)?[扣失]分?$/.test(whole.label)) return []
    const row: Mention[] = []
    for (let i = whole.index + 1; i < whole.index + MOST_TOLD; i++) {
      const mention = mentions[i]
      if (mention === undefined || mention.sentence !== whole.sentence + 1) break
      if (!isScore(mention) || !/[扣失]分?$/.test(mention.label) || /[共合总]/.test(mention.label)) return []
      row.push(mention)
    }
    if (row.length < 2 || !/：/.test(row[0]?.lead ?? '')) return []
    const sum = row.reduce((made, { value }) => plus(made, value), zero)
    return [
      {
        kind: 'sum',
        result: whole,
        operands: row,
        holds: equals(sum, whole.value),
        certainty: 'plain',
        rule: 'parts',
        expected: plain(sum),
      },
    ]
  })
}
const isTaken = (mention: Mention, given: Mention): boolean => TAKEN.test(mention.label) && mention.sentence === given.sentence

/** At least two, each said to be taken off: one alone may be one of many. */
function rowBehind(mentions: readonly Mention[], given: Mention): Mention[] {
  const row: Mention[] = []
  const first = mentions[given.index + 1]
  // 自评95.2分，其中…；失分4.8分: at the end of the sentence, behind what the score is made of.
  const atEnd = mentions
    .slice(given.index + 1, given.index + MOST_TOLD)
    .find(
      (mention) =>
        mention.sentence === given.sentence &&
        isScore(mention) &&
        /^(?:共|合计)?[扣失]分(?:了|为)?$/.test(mention.label) &&
        /[，；]/.test(mention.lead),
    )
  if (atEnd !== undefined && mentions[atEnd.index + 1]?.sentence !== atEnd.sentence) return [atEnd]
  // 总分96.9分，扣3.1分.
  if (
    isScore(first) &&
    first.label === '扣' &&
    /总|综合/.test(given.label) &&
    first.group === given.group &&
    mentions[first.index + 1]?.sentence !== first.sentence
  )
    return [first]
  // 得95.8分，失分4.2分; 得97.1分，扣2.9分，其中…: the first is all of it.
  const isSplit = first !== undefined && mentions[first.index + 1]?.label.startsWith('其中') === true
  if (isScore(first) && (isSplit ? /^[扣失]分?(?:了|为)?$/ : /^[扣失]分(?:了|为)?$/).test(first.label) && first.group === given.group)
    return [first]
  if (
    isScore(first) &&
    /^(?:[扣失]分(?:合计|共计|总计)|(?:合计|共计|共)[扣失]分?)$/.test(first.label) &&
    first.paragraph === given.paragraph
  )
    return [first]
  for (let i = given.index + 1; i < mentions.length; i++) {
    const mention = mentions[i]
    if (!isScore(mention) || !isTaken(mention, given) || /[共合总]/.test(mention.label)) break
    row.push(mention)
  }
  const next = mentions[(row.at(-1)?.index ?? 0) + 1]
  return row.length < 2 || (isScore(next) && next.sentence === given.sentence) ? [] : row
}

/** 基本指标9.7分＋核心指标58.3分＋…＝96分. */
function chains(reading: Reading): Relation[] {
  return reading.mentions.flatMap((result): Relation[] => {
    const last = reading.mentions[result.index - 1]
    if (last === undefined || !/^[^，。；\d]{0,6}[=＝][^，。；\d]{0,6}$/.test(between(reading, last, result))) return []
    const parts = [last]
    for (let i = last.index - 1; i >= 0; i--) {
      const [one, next] = [reading.mentions[i] as Mention, parts[0] as Mention]
      if (!/^[^，。；\d]{0,6}[+＋][^，。；\d]{0,12}$/.test(between(reading, one, next)) || one.unit.dimension !== result.unit.dimension)
        break
      parts.unshift(one)
    }
    // Two are read as any formula is.
    if (parts.length < 3 || [...parts, result].some(({ hedge, unit }) => hedge !== null || unit.dimension !== result.unit.dimension))
      return []
    const holds = meet(total(parts.map(({ span }) => span)), result.span)
    const expected = plain(
      dividedBy(
        parts.reduce((sum, { value }) => plus(sum, value), zero),
        unitOf(result),
      ),
      4,
    )
    return [{ kind: 'sum', result, operands: parts, holds, certainty: 'plain', rule: 'parts', expected }]
  })
}
