import type { Reading } from './reading'
import type { Relation } from './relation'
import { comparisons } from './relations/comparisons'
import { differences } from './relations/differences'
import { growth, growthByChange } from './relations/growth'
import { means } from './relations/means'
import { perNumeral } from './relations/per-numeral'
import { perTime, perUnit } from './relations/per-unit'
import { percentSums } from './relations/percent-sums'
import { proportions } from './relations/proportions'
import { rates } from './relations/rates'
import { restated } from './relations/restated'
import { scores } from './relations/scores'
import { shares } from './relations/shares'
import { spokenComparisons } from './relations/spoken-comparisons'
import { stocks } from './relations/stocks'
import { subsets } from './relations/subsets'
import { sums } from './relations/sums'
import { tables } from './relations/tables'
import { yearlyGrowth } from './relations/yearly-growth'

const KINDS = [
  tables,
  stocks,
  subsets,
  rates,
  shares,
  percentSums,
  growth,
  growthByChange,
  yearlyGrowth,
  perUnit,
  perTime,
  perNumeral,
  means,
  proportions,
  restated,
  scores,
  comparisons,
  spokenComparisons,
]

/** Every relation that the grammar draws between the figures of a text, those that hold and those that do not. */
export function relationsIn(reading: Reading): Relation[] {
  const totals = sums(reading)
  const parts = new Set(totals.flatMap(({ holds, operands }) => (holds ? operands : [])))
  return [...totals, ...differences(reading, parts), ...KINDS.flatMap((draw) => draw(reading))]
}
