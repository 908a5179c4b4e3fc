import { moreThan } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { ratioOf } from '@/lib/domain/text/ratio'
import { type Reading, ratesOf, sameUnit } from '@/lib/domain/text/reading'
import { MOST_SEARCHES, type Relation } from '@/lib/domain/text/relation'

/**
 * 侵财案件破案率只有47.01%, among the problems, where an earlier chapter says 侵财案件立案2,025起，…，破案952起: a rate whose name says of what it
 * is, and whose two figures stand elsewhere under that name. Drawn where its sentence says no figure before it and one pair is of the name.
 */
export const farRates = (reading: Reading): Relation[] => {
  let searches = 0
  return ratesOf(reading).flatMap((rate): Relation[] => {
    const [, subject = '', stem = ''] = NAMED.exec(rate.label) ?? []
    const last = reading.mentions[rate.index - 1]
    if (subject === '' || rate.hedge !== null || last?.sentence === rate.sentence || searches++ > MOST_SEARCHES) return []
    const fitting = (pairsOf(reading).get(stem) ?? []).filter(
      ({ part, whole }) => part.paragraph < rate.paragraph && whole.label.includes(subject),
    )
    const [pair] = fitting
    if (pair === undefined || fitting.length !== 1) return []
    return [ratioOf({ kind: 'rate', rule: `${subject}${stem}率` }, rate, [pair.part, pair.whole])]
  })
}

const STEMS: Readonly<Record<string, { part: RegExp; whole: RegExp }>> = {
  破案: { part: /^(?:破案|破获|侦破)$/, whole: /立案$/ },
  整改: { part: /^(?:已|完成)?整改(?:到位)?$/, whole: /发现|排查/ },
  办结: { part: /^(?:已)?办结$/, whole: /受理|收到/ },
  执行: { part: /^(?:(?:实际)?支[出付]|执行)$/, whole: /预算$/ },
  支付: { part: /^(?:实际|已)?支付$/, whole: /预算$|合同(?:金额|价)$/ },
}
const NAMED = new RegExp(
  `(?:^[一二三四五六七八九]是)?([\\u4e00-\\u9fff]{3,10}?)(?:项目)?(?:预算)?(${Object.keys(STEMS).join('|')})率(?:仅|只|才|仅有|只有|仅为|只为|为|不足|偏低|较低)*$`,
)

type Pair = { part: Mention; whole: Mention }
/** Part and whole of one group of clauses, at most one figure between them, by the stem of their rate. */
const pairsOf = once((reading: Reading): ReadonlyMap<string, readonly Pair[]> => {
  const found = new Map<string, Pair[]>()
  for (const part of reading.mentions)
    for (const [stem, words] of Object.entries(STEMS)) {
      if (part.hedge !== null || !words.part.test(part.label)) continue
      const whole = [1, 2]
        .map((back) => reading.mentions[part.index - back])
        .find((one) => one !== undefined && one.group === part.group && one.bracket === part.bracket && sameUnit(one, part))
      if (whole === undefined || whole.hedge !== null || !words.whole.test(whole.label) || moreThan(part.value, whole.value)) continue
      const others = found.get(stem)
      if (others === undefined) found.set(stem, [{ part, whole }])
      else others.push({ part, whole })
    }
  return found
})
