import type { Reading } from './reading'
import type { Relation } from './relation'
import { adjustments } from './relations/adjustments'
import { afterLeaving } from './relations/after-leaving'
import { balances } from './relations/balances'
import { changes } from './relations/changes'
import { comparisons } from './relations/comparisons'
import { densities } from './relations/densities'
import { farRates } from './relations/far-rates'
import { farRests } from './relations/far-rests'
import { farShares } from './relations/far-shares'
import { formulas } from './relations/formulas'
import { growth } from './relations/growth'
import { changeBehindGrowth, growthByChange } from './relations/growth-by-change'
import { growthOfBracket } from './relations/growth-of-bracket'
import { halves } from './relations/halves'
import { identities } from './relations/identities'
import { listedShares } from './relations/listed-shares'
import { means } from './relations/means'
import { namedShares } from './relations/named-shares'
import { netChanges } from './relations/net-changes'
import { nounRatios } from './relations/noun-ratios'
import { overByNumber } from './relations/over-fulfilled'
import { parallelRates } from './relations/parallel-rates'
import { parallelShares } from './relations/parallel-shares'
import { perNumeral } from './relations/per-numeral'
import { perTime } from './relations/per-time'
import { perUnit } from './relations/per-unit'
import { percentSums } from './relations/percent-sums'
import { planned } from './relations/planned'
import { eachMoved, priceChanges } from './relations/price-changes'
import { pricedLists } from './relations/priced-lists'
import { proportions } from './relations/proportions'
import { rates } from './relations/rates'
import { restated } from './relations/restated'
import { leftovers } from './relations/rests'
import { sameName } from './relations/same-name'
import { scoreSums } from './relations/score-sums'
import { scores } from './relations/scores'
import { sectionScores } from './relations/section-scores'
import { shares } from './relations/shares'
import { slips } from './relations/slips'
import { spanMeans } from './relations/span-means'
import { spokenComparisons } from './relations/spoken-comparisons'
import { stages } from './relations/stages'
import { stocks } from './relations/stocks'
import { subsets } from './relations/subsets'
import { sums } from './relations/sums'
import { sumsOfBrackets } from './relations/sums-of-brackets'
import { sumsOfChanges } from './relations/sums-of-changes'
import { sumsOfSome } from './relations/sums-of-some'
import { retold } from './relations/tables/retold'
import { cellsOf, tables } from './relations/tables/tables'
import { toldAgain } from './relations/told-again'
import { undone } from './relations/undone'
import { yearlyGrowth } from './relations/yearly-growth'

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
  adjustments,
  overByNumber,
  formulas,
  retold,
  growth,
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
  const used = new Set(drawn.flatMap(({ result, operands }) => [result, ...operands]))
  return [...drawn, ...namedShares(reading, new Set(drawn.map(({ result }) => result))), ...slips(reading, used)]
}

/** 调整后14,286.50万元，其中：年初12,480.00万元，上年结转336.50万元，年中追加1,470.00万元: what was added is one part among others, no difference of two. */
const isWithin = ({ result, operands }: Relation, total: Relation): boolean =>
  total.operands.length > 2 &&
  total.operands.includes(result) &&
  operands.every((operand) => operand === total.result || total.operands.includes(operand))
