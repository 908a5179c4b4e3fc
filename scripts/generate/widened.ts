import { fixed, plain, quantity } from '@/lib/domain/quantities'
import type { DemoEvaluation, DemoIndicator, DemoResult } from '@/prisma/seed/content'

/**
 * The evaluation with so many indicators: each of its own in several parts that share its 分值, so that the sums remain what
 * they are. Its texts tell of its own ones. Fewer than it has leave it as it is.
 */
export function widened(evaluation: DemoEvaluation, count: number): DemoEvaluation {
  const own = evaluation.indicators
  if (count <= own.length) return evaluation
  const indicators = own.flatMap((row, place) => partsOf(row, Math.floor(count / own.length) + (place < count % own.length ? 1 : 0)))
  return { ...evaluation, indicators }
}

function partsOf(row: DemoIndicator, parts: number): DemoIndicator[] {
  return shares(row.maxScore, parts).map((maxScore, part) => ({
    ...row,
    maxScore,
    name: part === 0 ? row.name : `${row.name}（第${part + 1}批）`,
    result: judged(row.result, row.maxScore, maxScore),
  }))
}

/** 分值 in so many parts of whole hundredths; the first bears what does not divide. */
function shares(maxScore: string, parts: number): string[] {
  const hundredths = BigInt(fixed(quantity(maxScore), 2).replace('.', ''))
  const share = hundredths / BigInt(parts)
  return Array.from({ length: parts }, (_, part) => points(part === 0 ? hundredths - share * BigInt(parts - 1) : share))
}

const points = (hundredths: bigint): string => plain(quantity(`${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`))

/** A score given by a person keeps its proportion to the 分值, as far as whole hundredths allow. */
function judged(result: DemoResult, whole: string, part: string): DemoResult {
  if (result.selfScore === undefined) return result
  const [given, all, share] = [result.selfScore, whole, part].map((text) => BigInt(fixed(quantity(text), 2).replace('.', '')))
  return { ...result, selfScore: points(((given ?? 0n) * (share ?? 0n)) / (all ?? 1n)) }
}
