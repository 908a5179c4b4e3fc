import { type Points, points, times } from '@/lib/domain/quantities'
import type { CellReading } from '@/lib/domain/reading/cell-reading'
import { normalised } from '@/lib/domain/reading/number-reading'
import { type IndicatorRule, isBanded } from '@/lib/domain/schemes/rules/rules'
import type { QualitativeBand } from '@/lib/domain/schemes/scheme-rules'

/** A band of a row in points. `from` is included, `to` only in the best band. */
export type BandOfRow = { label: string; from: Points; to: Points; best: boolean }

/** Whether a row's score is given within the scheme's bands: by its rule, or because its target is words. */
export const hasBands = (rule: IndicatorRule, target: CellReading): boolean =>
  isBanded(rule) || (rule.kind === 'default' && target.kind === 'words')

/** Every band in points of a row's 分值. */
export const bandsOfRow = (bands: readonly QualitativeBand[], maxScore: Points): BandOfRow[] =>
  bands.map(({ label, from, to }, index) => ({
    label,
    from: points(times(from, maxScore)),
    to: points(times(to, maxScore)),
    best: index === 0,
  }))

const MET = /^(?:达成|已?完成|全部完成|已达成)/
const PARTLY = /^(?:部分达成|部分完成|基本达成)/
const MISSED = /^(?:未达成|未完成|未达到|没有完成)/

/**
 * Which band an actual value names: the one whose label it is, else by the words that people use: the first for 达成, the
 * last for 未达成, and of three the second for 部分达成. null where it names none.
 */
export function bandNamed(actual: string, bands: readonly { label: string }[]): number | null {
  const text = normalised(actual)
  const labelled = bands.findIndex(({ label }) => normalised(label) === text)
  if (labelled >= 0) return labelled
  if (text === '' || bands.length < 2) return null
  if (MISSED.test(text)) return bands.length - 1
  if (PARTLY.test(text)) return bands.length === 3 ? 1 : null
  return MET.test(text) ? 0 : null
}
