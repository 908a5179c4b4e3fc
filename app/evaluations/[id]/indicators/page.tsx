import { getEntry } from '@/app/evaluations/[id]/entry'
import { EntryPage } from '@/app/evaluations/[id]/entry-page'
import { adding, rowActions } from '@/app/evaluations/[id]/row-actions'
import { IndicatorCards } from '@/components/evaluation/indicator-cards'
import { frameOf } from '@/lib/forms/live-evaluation'
import { sectionLabels } from '@/lib/messages/labels'

export const metadata = { title: sectionLabels.indicators }

export default async function IndicatorsPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await getEntry((await params).id)
  const { id, tasks, indicators, scheme } = entry.evaluation
  return (
    <EntryPage
      entry={entry}
      section="indicators"
      also={['funds']}
      description="年度指标值连同运算符和单位一起填写，例如 ≥80%、=0起、≤5天、2023年12月底前；实际完成值照实填写。数字指标由系统按评价方案计分，定性指标由填报人给自评分并写明依据。"
    >
      <IndicatorCards
        frame={frameOf(entry.evaluation)}
        rows={indicators.map((indicator) => ({
          id: indicator.id,
          fixed: indicator.fixedId !== null,
          mayRemove: indicator.fixedId === null && indicator.approvedTarget === null,
        }))}
        tasks={tasks.map((task, index) => ({ value: task.id, label: `${index + 1}. ${task.name || '（未命名任务）'}` }))}
        dimensions={scheme.dimensions.map((dimension) => ({ name: dimension.name, groups: dimension.groups.map((group) => group.name) }))}
        actions={rowActions(id)}
        add={adding(id, { list: 'indicators' })}
      />
    </EntryPage>
  )
}
