import Link from 'next/link'
import { ChartFigure } from '@/components/charts/chart-figure'
import { ExecutionScoreChart, ScoreDistributionChart } from '@/components/charts/lazy-charts'
import type { ListedEvaluation, ListTally } from '@/lib/domain/evaluation/evaluation-list'
import { fixed, hundred, times } from '@/lib/domain/quantities'
import { type DashboardView, searchOf } from '@/lib/forms/dashboard'
import { bandName } from '@/lib/messages/dashboard'
import { percent, score } from '@/lib/messages/numbers'

type Props = { year: number; view: DashboardView; tally: ListTally; rows: readonly (ListedEvaluation & { id: string })[] }

/** Distribution of scores, and execution against score, of the evaluations that are listed. */
export function YearCharts({ year, view, tally, rows }: Props) {
  const bars = tally.byBand.toReversed().map(({ band, count }) => ({
    label: bandName(band),
    count,
    href: `/dashboard/${year}${searchOf({ selection: { ...view.selection, band }, order: { by: 'total', descending: true } })}#list`,
  }))
  const points = rows.flatMap((row) => {
    const { executionRate, total } = row
    if (executionRate === null || total === null) return []
    const rateText = percent(executionRate)
    return [
      {
        name: row.departmentName,
        rate: Number(fixed(times(executionRate, hundred), 2)),
        total: Number(fixed(total, 2)),
        rateText,
        totalText: `${score(total)} 分`,
        href: `/evaluations/${row.id}/review`,
      },
    ]
  })
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <ChartFigure
        title="得分分布（个部门）"
        note="按 5 分一档统计，复核过的按复核后得分，其余按自评得分。"
        table={<BandTable bars={bars} />}
      >
        <ScoreDistributionChart bars={bars} />
      </ChartFigure>
      <ChartFigure title="预算执行率与得分" note="一点为一个部门；虚线为执行率 100%。" table={<PointTable points={points} />}>
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

function PointTable({ points }: { points: readonly { name: string; rateText: string; totalText: string; href: string }[] }) {
  return (
    <table className="w-full">
      <caption className="sr-only">预算执行率与得分</caption>
      <thead>
        <tr>
          <th scope="col" className={`${CELL} text-left`}>
            部门
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
          <tr key={href}>
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
