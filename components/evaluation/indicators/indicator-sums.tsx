'use client'
import { useLiveEvaluation } from '@/components/evaluation/scores/use-live-scores'
import { plus, type Quantity, zero } from '@/lib/domain/quantities'
import type { SchemeDimension } from '@/lib/domain/schemes/scheme'
import type { LiveEvaluation, LiveScores } from '@/lib/forms/saving/live-scores'
import { score as sayScore, shortNumber } from '@/lib/messages/numbers'

type Sums = { maxScore: Quantity; score: Quantity }

const NOTHING: Sums = { maxScore: zero, score: zero }

/** Added up once for all who show them. */
const known = new WeakMap<LiveEvaluation, ReadonlyMap<string, Sums>>()

const keyOf = (dimension: string, group: string): string => `${dimension}／${group}`

function sumsOf(live: LiveEvaluation): ReadonlyMap<string, Sums> {
  const before = known.get(live)
  if (before !== undefined) return before
  const sums = new Map<string, Sums>()
  const results = new Map(live.score.indicators.map((result) => [result.id, result]))
  for (const { id, dimension, group } of live.evaluation.indicators) {
    const { maxScore, score } = results.get(id) ?? NOTHING
    for (const key of [dimension.trim(), keyOf(dimension.trim(), group.trim())]) {
      const sum = sums.get(key) ?? NOTHING
      sums.set(key, { maxScore: plus(sum.maxScore, maxScore ?? zero), score: plus(sum.score, score ?? zero) })
    }
  }
  known.set(live, sums)
  return sums
}

/** 分值 and 得分 of the rows of a 一级, or of one of its 二级, as they are typed. */
function useSums(live: LiveScores, dimension: string, group?: string): Sums {
  return sumsOf(useLiveEvaluation(live)).get(group === undefined ? dimension : keyOf(dimension, group)) ?? NOTHING
}

/** 50/50, or the sum alone where the scheme leaves it free. In a narrow column it breaks between the two, never within a number. */
const Against = ({ sum, wanted }: { sum: Quantity; wanted: string | null }) => (
  <>
    <span className="inline-block whitespace-nowrap">{shortNumber(sum)}</span>
    {wanted === null ? null : <span className="inline-block whitespace-nowrap">/{wanted}</span>}
  </>
)

type Props = { live: LiveScores; dimension: string; scheme: SchemeDimension | undefined }

export function DimensionName({ live, dimension, scheme, groups }: Props & { groups: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-x-4">
      <span>{dimension === '' ? '未填一级指标' : dimension}</span>
      {groups.map((group) => (
        <GroupSum key={group} live={live} dimension={dimension} group={group} scheme={scheme} />
      ))}
    </span>
  )
}

function GroupSum({ live, dimension, group, scheme }: Props & { group: string }) {
  const { maxScore } = useSums(live, dimension, group)
  const wanted = scheme?.groups.find(({ name }) => name === group)?.maxScore ?? null
  return (
    <span className="font-normal text-muted tabular-nums">
      {group} <Against sum={maxScore} wanted={wanted} /> 分
    </span>
  )
}

export function DimensionPoints({ live, dimension, scheme }: Props) {
  return <Against sum={useSums(live, dimension).maxScore} wanted={scheme?.maxScore ?? null} />
}

export function DimensionScore({ live, dimension }: Props) {
  return sayScore(useSums(live, dimension).score)
}
