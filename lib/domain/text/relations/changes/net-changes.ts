import { absolute, minus, negated, type Quantity } from '@/lib/domain/quantities'
import { added, spanOf } from '@/lib/domain/text/adding'
import { meet, total, without } from '@/lib/domain/text/interval'
import type { Mention } from '@/lib/domain/text/mentions'
import { before, type Reading } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'
import { difference } from '@/lib/domain/text/relations/difference'
import { CAME, WENT } from '@/lib/domain/text/vocabulary/flows'
import { isWholeSet } from '@/lib/domain/text/whole-sets'

/**
 * 离岗14人、新招9人，净减少5人; 净减少57人（新招聘86人，调出143人）: what came less what went, or the other way. The two stand right before
 * the net change or alone in the bracket behind it.
 */
export const netChanges = (reading: Reading): Relation[] => [...ofNet(reading), ...ofAllKinds(reading)]

const ofNet = (reading: Reading): Relation[] =>
  reading.mentions.flatMap((net): Relation[] => {
    const isLess = /净(?:减|流出)[^，。；\d]{0,3}$/.test(net.label)
    if (!(isLess || /净(?:增|流入)[^，。；\d]{0,3}$/.test(net.label)) || net.hedge !== null) return []
    for (const row of rowsAt(reading, net)) {
      const went = row.filter(({ label }) => WENT.test(label))
      const came = row.filter(({ label }) => CAME.test(label) && !WENT.test(label))
      const [more, less] = isLess ? [went, came] : [came, went]
      if (more.length === 0 || less.length === 0 || more.length + less.length < row.length) continue
      if (!row.every((one) => isLike(one, net))) continue
      const apart: Quantity = minus(added(more), added(less))
      return [difference(net, [...more, ...less], meet(without(spanOf(more), spanOf(less)), net.span), 'change', absolute(apart))]
    }
    return ofKinds(reading, net, isLess)
  })

/** 职工增加4.3万人，增长4.89%，居民减少3.1万人，下降1.05%，总量净增1.2万人: what some kinds gained and others lost, each but for its rate right before the next. */
function ofKinds(reading: Reading, net: Mention, isLess: boolean): Relation[] {
  const row = before(reading, net, 8).filter(({ group, unit }) => group === net.group && unit.dimension !== 'percent')
  const [last, first] = row
  if (last === undefined || first === undefined || !isLike(last, net) || !isLike(first, net)) return []
  const more = [last, first].find(({ label }) => /增加$/.test(label))
  const less = [last, first].find(({ label }) => /减少$/.test(label))
  const isOther = (mention: Mention | undefined): boolean => mention !== undefined && /(?:增加|减少)$/.test(mention.label)
  if (more === undefined || less === undefined || isOther(row[2]) || !/总|合计|两者|相抵/.test(net.label)) return []
  const [high, low] = isLess ? [less, more] : [more, less]
  return [difference(net, [high, low], meet(without(high.span, low.span), net.span), 'change', absolute(minus(high.value, low.value)))]
}

/** 支出较上年减少133万元，主要是基本支出增加147万元，项目支出减少280万元: names that leave nothing out make up what all changed by. */
const ofAllKinds = ({ mentions }: Reading): Relation[] =>
  mentions.flatMap((change): Relation[] => {
    const isLess = isChanged(change, '减少') || isChanged(change, '下降')
    if (!(isLess || isChanged(change, '增加') || isChanged(change, '增长')) || change.hedge !== null) return []
    const parts: Mention[] = []
    for (let i = change.index + 1; parts.length < 4; i++) {
      const part = mentions[i]
      if (part?.unit.dimension === 'percent' && part.group === change.group) continue
      if (part === undefined || part.group !== change.group || !isLike(part, change) || !/(?:增加|减少)$/.test(part.label)) break
      parts.push(part)
    }
    if (parts.length < 2 || !/^(?:主要(?:是|为|原因是)?|其中[:：]?)/.test(parts[0]?.label ?? '') || !isWholeSet(parts)) return []
    const [more, less] = [parts.filter(({ label }) => label.endsWith('增加')), parts.filter(({ label }) => label.endsWith('减少'))]
    const span = without(total(more.map((part) => part.span)), total(less.map((part) => part.span)))
    const value = minus(added(more), added(less.map((part) => ({ ...part, label: '' }))))
    const signed = isLess ? { low: negated(change.span.high), high: negated(change.span.low) } : change.span
    return [difference(change, parts, meet(span, signed), 'change', absolute(value))]
  })
const isChanged = ({ label }: Mention, word: string): boolean =>
  label.endsWith(word) && /(?:[较比与](?:[上去]年|同期|年初|(?:19|20)\d{2}年)|同比)[^，。；]*$/.test(label)

const isLike = ({ hedge, unit }: Mention, { unit: own }: Mention): boolean => hedge === null && unit.word === own.word && own.word !== ''

/** 净减2人（调入3人，退休4人，调出1人）: all that came and went, in the bracket behind or right before. */
function rowsAt({ mentions, brackets }: Reading, net: Mention): Mention[][] {
  const behind = mentions[net.index + 1]
  const isBehind = behind !== undefined && brackets[behind.bracket]?.before === net.index && net.tail === '（'
  const inBracket: Mention[] = []
  for (let i = net.index + 1; isBehind && inBracket.length < MOST && mentions[i]?.bracket === behind.bracket; i++)
    inBracket.push(mentions[i] as Mention)
  const ahead: Mention[] = []
  for (let i = net.index - 1; ahead.length < MOST; i--) {
    const one = mentions[i]
    if (one === undefined || one.group !== net.group || one.bracket !== net.bracket) break
    if (ahead.length > 1 && !(isLike(one, net) && (CAME.test(one.label) || WENT.test(one.label)))) break
    ahead.unshift(one)
  }
  return [inBracket, ahead].filter(({ length }) => length > 1)
}
/** More kinds than people come and go by. */
const MOST = 8
