import { getEntry } from '@/app/evaluations/[id]/entry'
import { EntryPage } from '@/app/evaluations/[id]/entry-page'
import { GeneratedSection } from '@/app/evaluations/[id]/generated-section'
import { FundsTables, ProjectFunds } from '@/components/evaluation/figures/funds-tables'
import { BlockList } from '@/components/evaluation/rows/block-list'
import { LiveExecution } from '@/components/evaluation/scores/live-score'
import { Section } from '@/components/ui/page'
import { isFormB } from '@/lib/domain/evaluation/sections'
import { frameOf } from '@/lib/forms/saving/live-evaluation'
import { narrativeSectionLabels } from '@/lib/messages/form-labels'
import { sectionLabels } from '@/lib/messages/section-labels'

export const metadata = { title: sectionLabels.funds }

const UNITS = '金额以万元填写，最多六位小数；也可改为以元填写，最多两位小数。留空为未填；确无金额请填 0；不适用请填“不适用：原因”。'
const DEPARTMENT = `${UNITS}全年预算数、全年执行数及执行数的分项必须填写，其余可以不填。`
const PROJECT = `${UNITS}年度资金总额三栏必须填写；只有总额计分，各项来源用于核对。`

export default async function FundsPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await getEntry((await params).id)
  const { narrative, scheme, kind } = entry.evaluation
  const isProject = kind === 'project'
  return (
    <EntryPage entry={entry} section="funds" description={isProject ? PROJECT : DEPARTMENT}>
      <LiveExecution frame={frameOf({ ...entry.evaluation, indicators: [] }, entry.score)} />
      {isProject ? <ProjectFunds groups={scheme.figureGroups} /> : <FundsTables groups={scheme.figureGroups} />}
      {isProject ? null : (
        <Section title="部门整体收支情况" description="报告中的这段文字由上表数据写成，可以改写，也可以不印。">
          <GeneratedSection entry={entry} section="income" noun="收支情况" />
        </Section>
      )}
      <Section
        title="预算执行偏差说明"
        description={
          isFormB(entry.evaluation)
            ? '即自评表预算执行情况的“原因”：执行率低于方案要求或超过 100%、年中调整预算时，在此说明。'
            : '执行率低于方案要求或超过 100%、年中调整预算、“三公”经费较上年增减时，在此说明原因。'
        }
      >
        <BlockList
          ids={narrative.deviation.map((block) => block.id)}
          noun="偏差说明"
          rows={4}
          place={{ list: 'narrative', section: 'deviation' }}
          kind="paragraph"
        />
      </Section>
      <Section
        title={narrativeSectionLabels.fundsManagement}
        description="资金分配、下达、拨付、使用和绩效管理的情况，存在的问题和改进措施；没有要求的可以不填。"
      >
        <BlockList
          ids={narrative.fundsManagement.map((block) => block.id)}
          noun="资金管理情况"
          rows={4}
          place={{ list: 'narrative', section: 'fundsManagement' }}
          kind="paragraph"
        />
      </Section>
    </EntryPage>
  )
}
