import { compare } from '@/lib/domain/quantities'
import type { Mention } from '@/lib/domain/text/mentions'
import { indexAt, sentenceAt } from '@/lib/domain/text/places'
import { type Reading, sameUnit } from '@/lib/domain/text/reading'
import type { Relation } from '@/lib/domain/text/relation'

const SPOKEN =
  /(?:支出)?(?:决算|执行|支出)数?(未超过|没有超过|未突破|大于|高于|超过|多于|小于|低于|少于|等于|持平于)(?:年初|全年|调整后?的?|当年|(?:19|20)\d{2}年度?)*预算数?(?![\d的比])|(?:支出)?(?:决算|执行|支出)数?(大于|高于|超过|多于|小于|低于|少于|等于)(?:年初|全年|调整后?的?|当年)*预算数?(?=的主要)/g
const SPENT = /决算|支出(?!预算)|执行/
const BUDGET = /预算/

/** 年初预算400万元，支出决算300万元。决算数大于预算数的主要原因…: the word is true of the two amounts said last, in its sentence or the one before. */
export const spokenComparisons = (reading: Reading): Relation[] =>
  [...reading.text.matchAll(SPOKEN)].slice(0, 500).flatMap((match): Relation[] => {
    const word = match[1] ?? match[2] ?? ''
    const sentence = sentenceAt(reading, match.index)
    const at = indexAt(reading, match.index)
    const within = (figures: number, sentences: number): Mention[] =>
      reading.mentions
        .slice(Math.max(0, at - figures), at)
        .filter((mention) => mention.sentence >= sentence - sentences && mention.unit.dimension === 'money' && mention.hedge === null)
    const close = within(5, 1)
    // What it is made up of may stand between.
    const near = close.some(({ label }) => SPENT.test(label) && !BUDGET.test(label)) ? close : within(9, 2)
    const spent = near.findLast(
      (mention) => SPENT.test(mention.label) && !BUDGET.test(mention.label) && !/[上去]年|其中/.test(mention.label),
    )
    const budget = near.findLast((mention) => BUDGET.test(mention.label) && !/[上去]年|其中/.test(mention.label))
    if (spent === undefined || budget === undefined || !sameUnit(spent, budget) || spent.paragraph !== budget.paragraph) return []
    return [relation(spent, budget, word)]
  })

function relation(spent: Mention, budget: Mention, word: string): Relation {
  const order = compare(spent.value, budget.value)
  const above = /大于|高于|超过|多于/.test(word)
  const rule = /[未没]/.test(word) ? 'most' : above ? 'above' : /等于|持平/.test(word) ? 'equal' : 'below'
  const holds = rule === 'most' ? order <= 0 : rule === 'above' ? order > 0 : rule === 'below' ? order < 0 : order === 0
  return { kind: 'comparison', result: budget, operands: [spent], holds, certainty: 'plain', rule, expected: null }
}
