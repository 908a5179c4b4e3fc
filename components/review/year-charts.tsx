'use client'
import { ChartFigure } from '@/components/charts/chart-figure'
import type { ExecutionPoint } from '@/components/charts/execution-score'
import { ExecutionScoreChart, ScoreDistributionChart } from '@/components/charts/lazy-charts'
import { Link } from '@/components/ui/link'
import type { ListTally } from '@/lib/domain/evaluation/evaluation-list'
import { type DashboardView, searchOf } from '@/lib/forms/dashboard'
import { bandName } from '@/lib/messages/dashboard'

/** `grouped`: there are too many departments for a mark each; a mark stands for those in one square. */
type Props = { year: number; view: DashboardView; tally: ListTally; points: readonly ExecutionPoint[]; grouped: boolean }

/** Distribution of scores, and execution against score, of the evaluations that are listed. */
export function YearCharts({ year, view, tally, points, grouped }: Props) {
  const bars = tally.byBand.toReversed().map(({ band, count }) => ({
    label: bandName(band),
    count,
    href: `/dashboard/${year}${searchOf({ selection: { ...view.selection, band }, order: { by: 'total', descending: true } })}#list`,
  }))
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <ChartFigure
        title="得分分布（个部门）"
        note="按 5 分一档统计，复核过的按复核后得分，其余按自评得分。"
        table={<BandTable bars={bars} />}
      >
        <ScoreDistributionChart bars={bars} />
      </ChartFigure>
      <ChartFigure
        title="预算执行率与得分"
        note={`${grouped ? '部门较多，执行率和得分相近的合为一点，点越大部门越多' : '一点为一个部门'}；虚线为执行率 100%。`}
        table={<PointTable points={points} grouped={grouped} />}
      >
        <ExecutionScoreChart points={points} />
      </ChartFigure>
    </div>
  )
}

const CELL = 'border-b border-line px-2 py-1'

function BandTable({ bars }: { bars: readonly { label: string; count: number; href: string }[] }) {
  return (
    <table className="w-full">
      <caption className="sr-only">得分分布</caption>
      <thead>
        <tr>
          <th scope="col" className={`${CELL} text-left`}>
            得分（分）
          </th>
          <th scope="col" className={`${CELL} text-right`}>
            部门（个）
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, count, href }) => (
          <tr key={label}>
            <th scope="row" className={`${CELL} text-left font-normal`}>
              {label}
            </th>
            <td className={`${CELL} text-right tabular-nums`}>
              <Link href={href} scroll={false} className="text-action underline">
                {count}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PointTable({ points, grouped }: { points: readonly ExecutionPoint[]; grouped: boolean }) {
  return (
    <table className="w-full">
      <caption className="sr-only">预算执行率与得分</caption>
      <thead>
        <tr>
          <th scope="col" className={`${CELL} text-left`}>
            {grouped ? '部门（个）' : '部门'}
          </th>
          <th scope="col" className={`${CELL} text-right`}>
            预算执行率
          </th>
          <th scope="col" className={`${CELL} text-right`}>
            得分
          </th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ name, rateText, totalText, href }) => (
          <tr key={`${rateText} ${totalText} ${href}`}>
            <th scope="row" className={`${CELL} text-left font-normal`}>
              <Link href={href} className="text-action underline">
                {name}
              </Link>
            </th>
            <td className={`${CELL} text-right tabular-nums`}>{rateText}</td>
            <td className={`${CELL} text-right tabular-nums`}>{totalText}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
