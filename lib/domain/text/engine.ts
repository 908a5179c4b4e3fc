import type { Reading } from './reading'
import type { Relation } from './relation'
import { comparisons } from './relations/comparisons'
import { differences } from './relations/differences'
import { growth, growthByChange } from './relations/growth'
import { perUnit } from './relations/per-unit'
import { shares } from './relations/shares'
import { rates } from './relations/rates'
import { subsets } from './relations/subsets'
import { sums } from './relations/sums'

/** Every relation that the grammar draws between the figures of a text, those that hold and those that do not. */
export const relationsIn = (reading: Reading): Relation[] => [sums, subsets, rates, shares, perUnit, growth, growthByChange, differences, comparisons].flatMap((draw) => draw(reading))
