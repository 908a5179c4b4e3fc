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
    <ResponsiveContainer width="100%" height={300} initialDimension={{ width: 480, height: 300 }}>
      <BarChart data={[...bars]} layout="vertical" margin={{ top: 4, right: 28, bottom: 4, left: 8 }} accessibilityLayer={false}>
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis type="number" allowDecimals={false} tick={{ fill: 'var(--muted)', fontSize: 12 }} tickLine={false} axisLine={false} />
        <YAxis
          type="category"
          dataKey="label"
          width={60}
          interval={0}
          tick={{ fill: 'var(--muted)', fontSize: 12 }}
          tickLine={false}
          stroke="var(--line)"
        />
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
          maxBarSize={20}
          onClick={(_, index) => {
            const bar = bars[index]
            if (bar) router.push(bar.href)
          }}
        >
          <LabelList
            dataKey="count"
            position="right"
            fill="var(--muted)"
            fontSize={12}
            formatter={(value) => (value === 0 ? '' : String(value))}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
}
