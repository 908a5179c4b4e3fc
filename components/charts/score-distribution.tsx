'use client'
import { useRouter } from 'next/navigation'
import { Bar, BarChart, CartesianGrid, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useReducedMotion } from './reduced-motion'

export type DistributionBar = { label: string; count: number; href: string }

/** How many evaluations lie in each score band; a bar leads to its evaluations. The table twin beside it says the same. */
export default function ScoreDistribution({ bars }: { bars: readonly DistributionBar[] }) {
  const router = useRouter()
  const reduced = useReducedMotion()
  return (
    <ResponsiveContainer width="100%" height={260} initialDimension={{ width: 480, height: 260 }}>
      <BarChart data={[...bars]} margin={{ top: 20, right: 8, bottom: 4, left: -16 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" tick={{ fill: 'var(--muted)', fontSize: 12 }} tickLine={false} stroke="var(--line)" interval={0} />
        <YAxis allowDecimals={false} tick={{ fill: 'var(--muted)', fontSize: 12 }} tickLine={false} axisLine={false} />
        <Tooltip
          cursor={{ fill: 'var(--sunken)' }}
          contentStyle={{ background: 'var(--surface)', border: '1px solid var(--line)', color: 'var(--muted)' }}
          formatter={(value) => [`${String(value)} 个`, '部门']}
        />
        <Bar
          dataKey="count"
          name="部门"
          fill="var(--series-1)"
          isAnimationActive={!reduced}
          cursor="pointer"
          maxBarSize={48}
          onClick={(_, index) => {
            const bar = bars[index]
            if (bar) router.push(bar.href)
          }}
        >
          <LabelList
            dataKey="count"
            position="top"
            fill="var(--muted)"
            fontSize={12}
            formatter={(value) => (value === 0 ? '' : String(value))}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}
