import { type Entry, getEntry } from '@/app/evaluations/[id]/entry'
import { EntryPage } from '@/app/evaluations/[id]/entry-page'
import { GeneratedSection } from '@/app/evaluations/[id]/generated-section'
import { DraftedTexts } from '@/app/evaluations/[id]/loaded-when-needed'
import { BlockList } from '@/components/evaluation/rows/block-list'
import { Section } from '@/components/ui/page'
import type { GeneratedSection as GeneratedName, NarrativeSection } from '@/lib/domain/cells/narrative'
import { narrativeSectionLabel, narrativeSectionLabels } from '@/lib/messages/form-labels'
import { sectionLabels } from '@/lib/messages/section-labels'
import { draftsFor } from '@/lib/report/passages/passages'

export const metadata = { title: sectionLabels.analysis }

/** 评价结论 as form B has it. */
const PROJECT_CONCLUSION = '概括目标完成、资金执行和得分，一般不超过 200 字；存在问题和改进措施在“问题与措施”中填写。'

export default async function AnalysisPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await getEntry((await params).id)
  const { narrative, tasks, kind } = entry.evaluation
  if (kind === 'project') return <AnalysisOfProject entry={entry} />
  const texts = (section: NarrativeSection, noun: string, kind: 'paragraph' | 'item' = 'paragraph') => (
    <BlockList ids={narrative[section].map((block) => block.id)} noun={noun} rows={5} place={{ list: 'narrative', section }} kind={kind} />
  )
  const generated = (section: GeneratedName) => (
    <div className="mt-6">
      <h3 className="mb-2 font-medium">{narrativeSectionLabels[section]}</h3>
      <GeneratedSection entry={entry} section={section} noun={narrativeSectionLabels[section]} />
    </div>
  )
  return (
    <EntryPage
      entry={entry}
      section="analysis"
      description="对应报告的“二、综合评价分析”。得分、执行率等数字可用“插入数据”或输入 / 引用，此后随表中数据更新。"
    >
      <Section title="（一）自评结论综述">
        <DraftedTexts
          ids={narrative.conclusion.map((block) => block.id)}
          noun="自评结论"
          rows={5}
          place={{ list: 'narrative', section: 'conclusion' }}
          kind="paragraph"
          drafts={draftsFor({ section: 'conclusion' }, entry)}
        />
        {generated('composition')}
        {generated('deductions')}
      </Section>
      <Section title="（二）各重点工作任务绩效目标完成情况">
        <h3 className="mb-2 font-medium">总述</h3>
        {texts('taskOverview', '总述')}
        {tasks.length === 0 ? <p className="mt-4 text-sm text-muted">填写“年度重点工作任务”后，在此逐项填写完成情况。</p> : null}
        {tasks.map((task, index) => (
          <div key={task.id} className="mt-6">
            <h3 className="mb-2 font-medium">
              {index + 1}. {task.name || `重点工作任务 ${index + 1}`}
            </h3>
            <DraftedTexts
              ids={task.completion.map((block) => block.id)}
              noun={`任务 ${index + 1} 的完成情况`}
              rows={5}
              place={{ list: 'narrative', section: 'completion', taskId: task.id }}
              kind="paragraph"
              drafts={draftsFor({ section: 'completion', taskId: task.id }, entry)}
            />
          </div>
        ))}
      </Section>
      <Section title="（三）主要工作成效">{texts('achievements', '工作成效', 'item')}</Section>
    </EntryPage>
  )
}

/** Of a project in form B: how it was carried out, and what is concluded. */
const AnalysisOfProject = ({ entry }: { entry: Entry }) => (
  <EntryPage
    entry={entry}
    section="analysis"
    description="印在项目自评表的“项目基本情况”和“评价结论”中。得分、执行率等数字可用“插入数据”或输入 / 引用，此后随表中数据更新。"
  >
    <Section title={narrativeSectionLabel('implementation', 'project')} description="项目怎样组织、分几步实施、做了什么。">
      <BlockList
        ids={entry.evaluation.narrative.implementation.map((block) => block.id)}
        noun="实施情况"
        rows={5}
        place={{ list: 'narrative', section: 'implementation' }}
        kind="paragraph"
      />
    </Section>
    <Section title={narrativeSectionLabel('conclusion', 'project')} description={PROJECT_CONCLUSION}>
      <BlockList
        ids={entry.evaluation.narrative.conclusion.map((block) => block.id)}
        noun="评价结论"
        rows={5}
        place={{ list: 'narrative', section: 'conclusion' }}
        kind="paragraph"
      />
    </Section>
  </EntryPage>
)
