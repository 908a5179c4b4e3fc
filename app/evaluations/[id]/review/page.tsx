import { notFound } from 'next/navigation'
import { keepReviewDraft } from '@/app/evaluations/[id]/actions'
import { evidenceGroups, MOST_BESIDE } from '@/app/evaluations/[id]/evidence/shown-evidence'
import { shownProjects } from '@/app/evaluations/[id]/projects/shown-projects'
import { ProjectTable } from '@/components/evaluation/projects/project-table'
import { EvidenceHere } from '@/components/evidence/evidence-files'
import { FigureTable } from '@/components/review/figure-table'
import { FindingList } from '@/components/review/finding-list'
import { GeneratedReading } from '@/components/review/generated-reading'
import { IndicatorReading } from '@/components/review/indicator-reading'
import { ReadingSection, ReadingText, ReadingTexts, Unfilled } from '@/components/review/reading-section'
import { ReviewDrafts } from '@/components/review/review-drafts'
import { TaskReading } from '@/components/review/task-reading'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { actedAt, findCellRevisions, findEvaluation, listExplanations } from '@/lib/data/evaluation/evaluations'
import { listEvidence } from '@/lib/data/papers/evidence'
import { listNotes } from '@/lib/data/review/notes'
import { listDrafts } from '@/lib/data/review/review-drafts'
import { countedPlace, leadsIn } from '@/lib/domain/cells/list-places'
import type { GeneratedSection } from '@/lib/domain/cells/narrative'
import { openFindings } from '@/lib/domain/checks/assessment'
import { SCANS } from '@/lib/domain/evaluation/evidence'
import { isFormB, sectionsOf } from '@/lib/domain/evaluation/sections'
import { chineseDay } from '@/lib/domain/reading/calendar'
import { isApproverOnly, mayDo } from '@/lib/domain/review/review'
import type { Query } from '@/lib/forms/query'
import { scanLabels } from '@/lib/messages/evidence'
import { LEAD_IN, narrativeSectionLabel, narrativeSectionLabels } from '@/lib/messages/form-labels'
import { reviewLabel, sectionLabel, sectionLabels } from '@/lib/messages/section-labels'
import { inPrintedOrder } from '@/lib/report/printed-order'
import { saveReviewScore } from './actions'
import {
  type FilesAt,
  readBlocks,
  readDrafts,
  readFigures,
  readFindings,
  readGenerated,
  readIndicators,
  readRow,
  readTasks,
  readText,
} from './reading'
import { ReviewSteps } from './review-steps'
import { ReviewSummary, sayResult } from './review-summary'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export const metadata = { title: sectionLabels.review }

/** One evaluation read in full, as its reviewers see it, with what they may do at the end. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const { id } = await params
  const evaluation = await findEvaluation(viewer, id)
  if (!evaluation) notFound()
  const [explanations, notes, acted, revisions, drafts, files] = await Promise.all([
    listExplanations(viewer, id),
    listNotes(viewer, id),
    actedAt(viewer, id),
    findCellRevisions(viewer, id),
    listDrafts(viewer, id),
    listEvidence(viewer, id),
  ])
  const { score, findings, reviewedTotal } = await findAssessment(viewer, evaluation)
  // As on the paper that it is read beside
  const assessed = inPrintedOrder({ evaluation, score })
  const projects = sectionsOf(evaluation).includes('projects') ? await shownProjects(viewer, evaluation, 'review') : null
  const groups = new Map(evidenceGroups(evaluation, [], files, MOST_BESIDE).map((group) => [group.place, group]))
  const filesAt: FilesAt = (place) => groups.get(place) ?? null
  const open = openFindings(findings, explanations).filter(({ severity }) => severity !== 'info').length
  const mayReturn = mayDo(viewer, evaluation, 'return', acted).ok
  const mayScore = mayDo(viewer, evaluation, 'score', acted).ok
  const parts = sectionsOf(evaluation)
  const { narrative, tasks, goals, problems, measures, cover } = evaluation
  const generated = (section: GeneratedSection) => (
    <GeneratedReading title={narrativeSectionLabels[section]} read={readGenerated(section, assessed)} notes={notes} />
  )
  const texts = (blocks: Parameters<typeof readBlocks>[0]) => <ReadingTexts texts={readBlocks(blocks, assessed)} notes={notes} />

  const content = (
    <>
      <Section id="findings" title="校验结果与单位说明" className="scroll-mt-24">
        <FindingList findings={readFindings(findings, explanations, evaluation, filesAt)} />
      </Section>
      {parts.includes('duties') ? (
        <ReadingSection id="duties" title={sectionLabels.duties} notes={notes} evidence={filesAt('duties')}>
          {texts(narrative.duties)}
        </ReadingSection>
      ) : null}
      <ReadingSection id="funds" title={sectionLabel('funds', evaluation.kind)} notes={notes} evidence={filesAt('funds')}>
        <FigureTable figures={readFigures(evaluation)} notes={notes} kind={evaluation.kind} groups={evaluation.scheme.figureGroups} />
        {evaluation.kind === 'project' ? null : generated('income')}
        <h3 className="mt-4 mb-1 font-medium">预算执行偏差说明</h3>
        {texts(narrative.deviation)}
        {narrative.fundsManagement.length === 0 ? null : (
          <>
            <h3 className="mt-4 mb-1 font-medium">{narrativeSectionLabels.fundsManagement}</h3>
            {texts(narrative.fundsManagement)}
          </>
        )}
      </ReadingSection>
      <ReadingSection id="goals" title={sectionLabels.goals} notes={notes} evidence={filesAt('goals')}>
        {goals.length === 0 ? <Unfilled /> : null}
        <ol className="grid gap-4">
          {goals.map((goal, index) => (
            <li key={goal.id} id={`goals/${goal.id}`}>
              <h3 className="font-medium">{leadsIn(goal) ? LEAD_IN : `目标 ${index + 1}`}</h3>
              <ReadingTexts texts={[readText(`goals/${goal.id}/text`, goal.text, assessed)]} notes={notes} />
              {leadsIn(goal) ? null : (
                <>
                  <p className="mt-1 text-sm text-muted">完成情况</p>
                  <ReadingTexts texts={[readText(`goals/${goal.id}/completion`, goal.completion, assessed)]} notes={notes} />
                </>
              )}
            </li>
          ))}
        </ol>
      </ReadingSection>
      {parts.includes('tasks') ? (
        <ReadingSection id="tasks" title={sectionLabels.tasks} notes={notes} evidence={filesAt('tasks')}>
          <TaskReading tasks={readTasks(assessed)} notes={notes} />
        </ReadingSection>
      ) : null}
      <ReadingSection id="indicators" title={sectionLabels.indicators} notes={notes} evidence={filesAt('indicators')}>
        <IndicatorReading
          evaluationId={id}
          indicators={readIndicators(assessed, revisions, filesAt)}
          notes={notes}
          saveScore={mayScore ? saveReviewScore : null}
        />
      </ReadingSection>
      {projects === null ? null : (
        <ReadingSection id="projects" title={sectionLabels.projects} notes={notes} evidence={filesAt('projects')}>
          {projects.rows.length === 0 ? <p className="text-sm text-muted">没有列入项目。</p> : <ProjectTable {...projects} remove={null} />}
        </ReadingSection>
      )}
      {isFormB(evaluation) ? (
        <ReadingSection id="analysis" title={sectionLabel('analysis', 'project')} notes={notes} evidence={filesAt('analysis')}>
          <h3 className="mb-1 font-medium">{narrativeSectionLabel('implementation', 'project')}</h3>
          {texts(narrative.implementation)}
          <h3 className="mt-4 mb-1 font-medium">{narrativeSectionLabel('conclusion', 'project')}</h3>
          {texts(narrative.conclusion)}
        </ReadingSection>
      ) : parts.includes('analysis') ? (
        <ReadingSection id="analysis" title={sectionLabels.analysis} notes={notes} evidence={filesAt('analysis')}>
          <h3 className="mb-1 font-medium">自评结论综述</h3>
          {texts(narrative.conclusion)}
          {generated('composition')}
          {generated('deductions')}
          <h3 className="mt-4 mb-1 font-medium">各重点工作任务绩效目标完成情况</h3>
          <h4 className="text-sm font-medium">总述</h4>
          {texts(narrative.taskOverview)}
          {tasks.map((task, index) => (
            <div key={task.id} className="mt-3">
              <h4 className="text-sm font-medium">
                {index + 1}. {task.name}
              </h4>
              {texts(task.completion)}
            </div>
          ))}
          <h3 className="mt-4 mb-1 font-medium">主要工作成效</h3>
          {texts(narrative.achievements)}
        </ReadingSection>
      ) : null}
      <ReadingSection id="problems" title={sectionLabels.problems} notes={notes} evidence={filesAt('problems')}>
        {problems.length === 0 ? <Unfilled /> : null}
        <ol className="grid gap-4">
          {problems.map((problem, index) => (
            <li key={problem.id} id={`problems/${problem.id}`}>
              <h3 className="text-sm font-medium">{leadsIn(problem) ? LEAD_IN : `问题 ${countedPlace(problems, index)}`}</h3>
              <ReadingTexts texts={[readRow(`problems/${problem.id}`, problem.text, assessed, filesAt)]} notes={notes} />
              <div id={`problems/${problem.id}/measures`} className="mt-1 border-l-4 border-line-strong pl-3">
                {problem.measureIds.length === 0 && !leadsIn(problem) ? <p className="text-sm text-muted">没有对应的改进措施</p> : null}
                {measures.map(({ id: measure, text }, place) =>
                  problem.measureIds.includes(measure) ? (
                    <p key={measure}>
                      <span className="text-muted">措施 {countedPlace(measures, place)}：</span>
                      <ReadingText pieces={readText(`measures/${measure}/text`, text, assessed).pieces} />
                    </p>
                  ) : null,
                )}
              </div>
            </li>
          ))}
        </ol>
        <h3 className="mt-4 mb-1 font-medium">下一步改进措施</h3>
        <ReadingTexts texts={measures.map((measure) => readRow(`measures/${measure.id}`, measure.text, assessed, filesAt))} notes={notes} />
      </ReadingSection>
      <ReadingSection id="cover" title={sectionLabels.cover} notes={notes} evidence={filesAt('cover')}>
        <p>{[cover.annexNumber, cover.signature, chineseDay(cover.date)].filter((text) => text !== '').join(' · ') || '未填'}</p>
        <p className="text-sm text-muted">
          填报人：{cover.preparer || '未填'}　负责人：{cover.principal || '未填'}
          {isFormB(evaluation) ? `　财务负责人：${cover.financePrincipal || '未填'}` : ''}　联系电话：{cover.phone || '未填'}
        </p>
        {SCANS.map((scan) => (
          <EvidenceHere key={scan} group={filesAt(`scans/${scan}`)} title={scanLabels[scan]} />
        ))}
      </ReadingSection>
      {evaluation.parentId === null ? (
        <ReviewSteps
          viewer={viewer}
          evaluation={evaluation}
          actedAt={acted}
          openFindings={open}
          result={sayResult(evaluation, score, reviewedTotal)}
        />
      ) : (
        <p className="mb-6 text-sm">
          项目随部门自评一并办理。
          <Link href={`/evaluations/${evaluation.parentId}/review`} className="text-action underline underline-offset-4">
            回到{evaluation.departmentName}
          </Link>
        </p>
      )}
    </>
  )

  return (
    <>
      <PageHeader
        title={reviewLabel(isApproverOnly(viewer, evaluation))}
        description={mayReturn ? '自评全文、校验结果与单位说明。审核意见在本页末尾填写。' : '自评全文、校验结果与单位说明。'}
        actions={
          <>
            {files.length === 0 ? null : <LinkButton href={`/evaluations/${id}/evidence`}>佐证材料（{files.length} 个）</LinkButton>}
            {mayReturn ? <LinkButton href="#steps">去填写审核意见</LinkButton> : null}
          </>
        }
      />
      <DoneNotice query={await searchParams} />
      <ReviewSummary evaluation={evaluation} score={score} reviewed={reviewedTotal} />
      {mayReturn ? (
        <ReviewDrafts {...readDrafts(drafts, notes, evaluation)} save={keepReviewDraft.bind(null, id)}>
          {content}
        </ReviewDrafts>
      ) : (
        content
      )}
    </>
  )
}
