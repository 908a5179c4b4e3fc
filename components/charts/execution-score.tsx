'use client'
import { useRouter } from 'next/navigation'
import { CartesianGrid, ReferenceLine, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis, ZAxis } from 'recharts'
import { useReducedMotion } from './reduced-motion'

/**
 * `rate` in per cent and `total` in points, for drawing only; `rateText` and `totalText` are the exact figures as said.
 * `count`: the departments that the mark stands for.
 */
export type ExecutionPoint = {
  name: string
  count: number
  rate: number
  total: number
  rateText: string
  totalText: string
  href: string
}

/** Execution rate against score, one mark a department or many; a mark leads to what it stands for. */
export default function ExecutionScore({ points }: { points: readonly ExecutionPoint[] }) {
  const router = useRouter()
  const reduced = useReducedMotion()
  return (
    <ResponsiveContainer width="100%" height={300} initialDimension={{ width: 480, height: 300 }}>
      <ScatterChart margin={{ top: 12, right: 16, bottom: 20, left: -8 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="rate"
          name="预算执行率"
          {...axisOf(
            points.map(({ rate }) => rate),
            80,
            105,
          )}
          tick={{ fill: 'var(--muted)', fontSize: 12 }}
          stroke="var(--line)"
          label={{ value: '预算执行率（%）', position: 'insideBottom', offset: -12, fill: 'var(--muted)', fontSize: 12 }}
        />
        <YAxis
          type="number"
          dataKey="total"
          name="得分"
          {...axisOf(
            points.map(({ total }) => total),
            60,
            100,
          )}
          tick={{ fill: 'var(--muted)', fontSize: 12 }}
          stroke="var(--line)"
          label={{ value: '得分（分）', angle: -90, position: 'insideLeft', offset: 20, fill: 'var(--muted)', fontSize: 12 }}
        />
        <ZAxis type="number" dataKey="count" range={[64, points.some(({ count }) => count > 1) ? 900 : 64]} />
        <ReferenceLine x={100} stroke="var(--muted)" strokeDasharray="4 4" />
        <Tooltip cursor={false} content={({ payload }) => <PointLabel point={payload[0]?.payload as ExecutionPoint | undefined} />} />
        <Scatter
          data={[...points]}
          fill="var(--series-1)"
          fillOpacity={0.8}
          stroke="var(--surface)"
          isAnimationActive={!reduced}
          cursor="pointer"
          onClick={(_, index) => {
            const point = points[index]
            if (point) router.push(point.href)
          }}
        />
      </ScatterChart>
    </ResponsiveContainer>
  )
}

/** An axis from `low` to `high` or further where a value lies outside, with round marks. */
function axisOf(values: readonly number[], low: number, high: number): { domain: [number, number]; ticks: number[] } {
  const from = Math.min(low, Math.floor(Math.min(low, ...values) / 10) * 10)
  const to = Math.max(high, Math.ceil(Math.max(high, ...values) / 5) * 5)
  const step = to - from > 60 ? 20 : to - from > 30 ? 10 : 5
  const ticks = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
  return { domain: [from, to], ticks }
}

function PointLabel({ point }: { point: ExecutionPoint | undefined }) {
  if (!point) return null
  return (
    <div className="rounded-sm border border-line bg-surface px-3 py-2 text-sm shadow-sm">
      <p className="font-medium">{point.name}</p>
      <p>预算执行率 {point.rateText}</p>
      <p>得分 {point.totalText}</p>
    </div>
  )
}
