import type { Mention } from './mentions'
import type { Reading } from './reading'
import type { Relation } from './relation'
import { drawnByDigits } from './relations/by-digits/by-digits'
import { adjustments, fromFirstToLast, reasonsOfAdjustment } from './relations/changes/adjustments'
import { changes } from './relations/changes/changes'
import { comparisons } from './relations/changes/comparisons'
import { growth } from './relations/changes/growth'
import { changeBehindGrowth, growthByChange } from './relations/changes/growth-by-change'
import { growthOfBracket } from './relations/changes/growth-of-bracket'
import { netChanges } from './relations/changes/net-changes'
import { parallelGrowth } from './relations/changes/parallel-growth'
import { pointsBeyond } from './relations/changes/points-beyond'
import { spokenComparisons } from './relations/changes/spoken-comparisons'
import { toldOfTwoYears } from './relations/changes/told-of-two-years'
import { yearlyGrowth } from './relations/changes/yearly-growth'
import { daysOfYear } from './relations/prices/days-of-year'
import { densities } from './relations/prices/densities'
import { formulas } from './relations/prices/formulas'
import { means } from './relations/prices/means'
import { perNumeral } from './relations/prices/per-numeral'
import { perTime } from './relations/prices/per-time'
import { perUnit } from './relations/prices/per-unit'
import { eachMoved, priceChanges } from './relations/prices/price-changes'
import { pricedLists } from './relations/prices/priced-lists'
import { spanMeans } from './relations/prices/span-means'
import { deniedRates } from './relations/ratios/denied-rates'
import { farRates } from './relations/ratios/far-rates'
import { farShares } from './relations/ratios/far-shares'
import { halves } from './relations/ratios/halves'
import { listedShares } from './relations/ratios/listed-shares'
import { namedShares } from './relations/ratios/named-shares'
import { nounRatios } from './relations/ratios/noun-ratios'
import { overByNumber } from './relations/ratios/over-fulfilled'
import { parallelRates } from './relations/ratios/parallel-rates'
import { parallelShares } from './relations/ratios/parallel-shares'
import { percentSums } from './relations/ratios/percent-sums'
import { percentsFirst } from './relations/ratios/percents-first'
import { planned } from './relations/ratios/planned'
import { proportions } from './relations/ratios/proportions'
import { rates } from './relations/ratios/rates'
import { ratiosOfSeveral } from './relations/ratios/ratios-of-several'
import { restsToldApart } from './relations/ratios/rests-told-apart'
import { shares } from './relations/ratios/shares'
import { sharesOfUnsaid } from './relations/ratios/shares-of-unsaid'
import { sharesTogether } from './relations/ratios/shares-together'
import { stages } from './relations/ratios/stages'
import { taskRates } from './relations/ratios/task-rates'
import { accountsTold } from './relations/rests/accounts-told'
import { afterLeaving } from './relations/rests/after-leaving'
import { balances } from './relations/rests/balances'
import { farRests } from './relations/rests/far-rests'
import { leftovers } from './relations/rests/rests'
import { stocks } from './relations/rests/stocks'
import { undone } from './relations/rests/undone'
import { changesAgain } from './relations/retold/changes-again'
import { identities } from './relations/retold/identities'
import { publicExpenses } from './relations/retold/public-expenses'
import { restated } from './relations/retold/restated'
import { sameName } from './relations/retold/same-name'
import { toldAgain } from './relations/retold/told-again'
import { scoreSums } from './relations/scores/score-sums'
import { scores } from './relations/scores/scores'
import { sectionScores } from './relations/scores/section-scores'
import { slips } from './relations/slips'
import { columnsOfItems } from './relations/sums/columns-of-items'
import { itemsAdded } from './relations/sums/items-added'
import { listsBelow } from './relations/sums/lists-below'
import { subsets } from './relations/sums/subsets'
import { sums } from './relations/sums/sums'
import { sumsOfBrackets } from './relations/sums/sums-of-brackets'
import { sumsOfChanges } from './relations/sums/sums-of-changes'
import { sumsOfSome } from './relations/sums/sums-of-some'
import { twoWays } from './relations/sums/two-ways'
import { retold } from './relations/tables/retold'
import { cellsOf, tables } from './relations/tables/tables'

const KINDS = [
  stocks,
  stages,
  subsets,
  undone,
  toldAgain,
  sumsOfSome,
  rates,
  shares,
  farShares,
  farRests,
  farRates,
  halves,
  listedShares,
  parallelShares,
  parallelRates,
  percentSums,
  percentsFirst,
  sharesTogether,
  adjustments,
  fromFirstToLast,
  reasonsOfAdjustment,
  overByNumber,
  formulas,
  retold,
  growth,
  parallelGrowth,
  growthByChange,
  changeBehindGrowth,
  growthOfBracket,
  yearlyGrowth,
  perUnit,
  perTime,
  spanMeans,
  densities,
  priceChanges,
  eachMoved,
  identities,
  perNumeral,
  means,
  proportions,
  nounRatios,
  ratiosOfSeveral,
  restated,
  scores,
  scoreSums,
  netChanges,
  sectionScores,
  pricedLists,
  planned,
  comparisons,
  spokenComparisons,
  balances,
  sameName,
]

/** What grammar alone draws, whatever the digits say: where it is broken, no other row that comes out takes its place. */
const LATE = [
  twoWays,
  listsBelow,
  taskRates,
  sharesOfUnsaid,
  deniedRates,
  pointsBeyond,
  changesAgain,
  toldOfTwoYears,
  restsToldApart,
  itemsAdded,
  publicExpenses,
  accountsTold,
  daysOfYear,
  columnsOfItems,
]

/** Every relation that the grammar draws between the figures of a text, those that hold and those that do not. */
export function relationsIn(reading: Reading): Relation[] {
  const totals = sums(reading)
  const parts = new Set(totals.flatMap(({ holds, operands }) => (holds ? operands : [])))
  const cells = cellsOf(reading)
  const drawn = [
    ...tables(reading),
    ...[
      ...totals,
      ...leftovers(reading, parts),
      ...afterLeaving(reading, parts),
      ...sumsOfChanges(reading, totals),
      ...sumsOfBrackets(reading, totals),
      ...changes(reading).filter((change) => !totals.some((total) => isWithin(change, total))),
      ...KINDS.flatMap((draw) => draw(reading)),
    ].filter(({ result }) => !cells.has(result)),
  ]
  const late = LATE.flatMap((draw) => draw(reading)).filter(({ result }) => !cells.has(result))
  drawn.push(...late.filter(({ holds }) => holds))
  const used = new Set(drawn.flatMap(({ result, operands }) => [result, ...operands]))
  const all = [...drawn, ...namedShares(reading, new Set(drawn.map(({ result }) => result))), ...slips(reading, used)]
  const made = withoutOwnAmongParts(drawnByDigits(reading, all))
  const broken = new Set(made.flatMap(({ holds, result }) => (holds ? [] : [result])))
  const settled = new Set(made.flatMap(({ holds, result }) => (holds ? [result] : [])))
  const isNew = ({ kind, result }: Relation): boolean => !broken.has(result) && (kind === 'sum' || !settled.has(result))
  return [...made, ...late.filter((relation) => !relation.holds && isNew(relation))]
}

/**
 * 受理842人，起诉636人，不起诉168人，未办结38人: one of several parts that make up the whole is not all that is left of it.
 * 按进度：已完工139个，待验收6个，在建3个: nor is one of them the total of the others.
 */
function withoutOwnAmongParts(relations: readonly Relation[]): Relation[] {
  const sums = new Map<Mention, Relation[]>()
  const byPart = new Map<Mention, Relation[]>()
  const put = (map: Map<Mention, Relation[]>, at: Mention, relation: Relation): void => {
    const known = map.get(at)
    if (known === undefined) map.set(at, [relation])
    else known.push(relation)
  }
  for (const relation of relations)
    if (relation.kind === 'sum' && relation.holds) {
      put(sums, relation.result, relation)
      for (const part of relation.operands) put(byPart, part, relation)
    }
  return relations.filter(({ kind, holds, result, operands }) => {
    if (holds) return true
    const [whole, done] = operands
    if (kind === 'rest' && whole !== undefined && done !== undefined)
      return !(sums.get(whole) ?? []).some((sum) => sum.operands.includes(result) && sum.operands.includes(done))
    if (kind === 'sum') return !(byPart.get(result) ?? []).some((sum) => operands.every((part) => sum.operands.includes(part)))
    return true
  })
}

/** 调整后14,286.50万元，其中：年初12,480.00万元，上年结转336.50万元，年中追加1,470.00万元: what was added is one part among others, no difference of two. */
const isWithin = ({ result, operands }: Relation, total: Relation): boolean =>
  total.operands.length > 2 &&
  total.operands.includes(result) &&
  operands.every((operand) => operand === total.result || total.operands.includes(operand))
