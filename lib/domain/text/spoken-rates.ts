import { minus, plus, quantity, times } from '@/lib/domain/quantities'
import type { WrittenNumber } from './number-at'
import { unitAt } from './units'
import { CHANGED_BY, SPOKEN_RATES } from './vocabulary/spoken-rates'

const PER_CENT = unitAt('%', 0).unit

/**
 * Growth said in words, as a figure like any other: 增长两成 is 20 per cent, 翻一番 100, 提高两倍 200. Only behind a word of change; 占三成 is
 * a share and is read as one elsewhere. In the order of the text.
 */
export const spokenIn = (text: string): WrittenNumber[] =>
  SPOKEN_RATES.flatMap(({ pattern, perCent, apart }) =>
    [...text.matchAll(pattern)].flatMap((match): WrittenNumber[] => {
      const [written, sign = ''] = match
      const start = match.index
      if (
        /^[多余半以左]/.test(text.slice(start + written.length, start + written.length + 1)) ||
        !CHANGED_BY.test(text.slice(Math.max(0, start - 8), start))
      )
        return []
      const value = quantity(perCent[sign] ?? '0')
      const half = quantity(apart)
      return [
        {
          start,
          end: start + written.length,
          written,
          value,
          span: { low: minus(value, half), high: plus(value, half) },
          step: times(half, quantity('2')),
          unit: PER_CENT,
          scaled: false,
          hedge: null,
        },
      ]
    }),
  ).sort((a, b) => a.start - b.start)

/** 增长1.2倍: as much more as the figure says, so a rate of growth; 是…的1.2倍 stays a multiple. */
export function asGrowth(mention: WrittenNumber & { label: string }): void {
  if (mention.unit.dimension !== 'times' || !CHANGED_BY.test(mention.label)) return
  const hundred = quantity('100')
  mention.value = times(mention.value, hundred)
  mention.span = { low: times(mention.span.low, hundred), high: times(mention.span.high, hundred) }
  mention.step = times(mention.step, hundred)
  mention.unit = PER_CENT
}
