import { getEntry } from '@/app/evaluations/[id]/entry'
import { EntryPage } from '@/app/evaluations/[id]/entry-page'
import { IndicatorGrid } from '@/components/evaluation/indicators/indicator-grid'
import { Notice } from '@/components/ui/notice'
import { findUnitReports } from '@/lib/data/rounds/unit-reports'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { type UnitReport, unitAggregate } from '@/lib/domain/scoring/unit-reports'
import { frameOf } from '@/lib/forms/saving/live-evaluation'
import { taskName } from '@/lib/messages/cell-texts'
import { sectionLabels } from '@/lib/messages/section-labels'
import { sayUnitAggregate, type UnitAggregateText } from '@/lib/messages/unit-aggregates'

export const metadata = { title: sectionLabels.indicators }

export default async function IndicatorsPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await getEntry((await params).id)
  const { tasks, indicators, scheme, year } = entry.evaluation
  const below = await findUnitReports(entry.viewer, entry.evaluation)
  const reports = below === 'too-many' ? null : below
  return (
    <EntryPage
      entry={entry}
      section="indicators"
      also={['funds']}
      description="年度指标值连同运算符和单位一起填写，例如 ≥80%、=0起、≤5天、2023年12月底前；实际完成值照实填写。数字指标由系统按评价方案计分，定性指标由填报人给自评分并写明依据。"
    >
      {below === 'too-many' ? <Notice tone="info" title="下属单位较多，此页不列出其汇总值" className="mb-4" /> : null}
      <IndicatorGrid
        frame={frameOf(entry.evaluation, entry.score)}
        rows={indicators.map((indicator) => ({
          id: indicator.id,
          fixed: indicator.fixedId !== null,
          mayRemove: indicator.fixedId === null && indicator.approvedTarget === null,
          aggregate: aggregateText(indicator, reports, year, scheme),
        }))}
        tasks={tasks.map(({ id: value, name }, index) => ({ value, label: taskName(index, name) }))}
        dimensions={scheme.dimensions.map((dimension) => ({ name: dimension.name, groups: dimension.groups.map((group) => group.name) }))}
      />
    </EntryPage>
  )
}

/** What the units below report under the indicator's name; nothing where its value is computed or none is to be shown. */
function aggregateText(
  indicator: Indicator,
  reports: readonly UnitReport[] | null,
  year: number,
  scheme: Scheme,
): UnitAggregateText | null {
  const rules = rulesOf(scheme)
  const computed = indicator.fixedId !== null && rules.fixed.get(indicator.fixedId)?.formula != null
  const aggregate = reports === null || computed ? null : unitAggregate(indicator, reports, year, rules)
  return aggregate && sayUnitAggregate(aggregate)
}
