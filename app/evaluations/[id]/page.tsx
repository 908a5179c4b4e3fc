import { SummaryExplanations } from '@/components/evaluation/scores/summary-explanations'
import { GradeTag } from '@/components/evaluation/status-tag'
import { StepKeys } from '@/components/evaluation/step-keys'
import { LinkButton } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page'
import { Tag, type TagTone } from '@/components/ui/tag'
import { findCarried } from '@/lib/data/evaluation/evaluations'
import { listSteps } from '@/lib/data/evaluation/history'
import { type EntrySection, type SectionState, sectionOf, sectionsOf } from '@/lib/domain/evaluation/sections'
import { gradeName } from '@/lib/domain/scoring/grade'
import { formatTime } from '@/lib/messages/dates'
import { NOT_FILLED } from '@/lib/messages/form-labels'
import { actionLabels, nodeLabels } from '@/lib/messages/labels'
import { percent, score as sayScore } from '@/lib/messages/numbers'
import { sayFilled } from '@/lib/messages/progress'
import { sectionLabel } from '@/lib/messages/section-labels'
import { type Entry, getEntry } from './entry'
import { firstOpen } from './open-places'
import { changedSinceReturn, projectsChangedSinceReturn } from './since-return'

const states: Record<SectionState, { label: string; tone: TagTone }> = {
  empty: { label: '未开始', tone: 'neutral' },
  filling: { label: '填报中', tone: 'info' },
  wrong: { label: '有错误', tone: 'danger' },
  doubtful: { label: '待说明', tone: 'warning' },
  done: { label: '已完成', tone: 'success' },
}

const contents: Record<EntrySection, string> = {
  duties: '部门主要职责，逐条填写',
  funds: '年初预算数、全年预算数、全年执行数，按来源和性质；结转结余；偏差说明',
  goals: '年度绩效目标及完成情况',
  tasks: '年度重点工作任务及分项',
  indicators: '指标值、完成值、分值、得分和偏差原因',
  projects: '各项目的支出绩效自评表，与部门的项目支出核对',
  analysis: '自评结论、各任务完成情况、主要工作成效',
  problems: '存在的主要问题和对应的改进措施',
  cover: '附件序号、落款单位、日期、填报人、负责人',
}

/** Of a project, where it asks for something else. */
const projectContents: Partial<Record<EntrySection, string>> = {
  funds: '年度资金总额及其来源：年初预算数、全年预算数、全年执行数；偏差说明',
  analysis: '实施内容及过程概述、评价结论',
}

/** 概览: what is left to do, the score and where it comes from, and the steps so far. */
export default async function EvaluationPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await getEntry((await params).id)
  const { viewer, evaluation, progress, mayEnter, locked } = entry
  const isProject = evaluation.kind === 'project'
  const notes = entry.notes.filter(({ state }) => state !== 'resolved')
  const [steps, carried, changed, projects] = await Promise.all([
    listSteps(viewer, evaluation.id),
    findCarried(viewer, evaluation.id),
    changedSinceReturn(viewer, evaluation),
    projectsChangedSinceReturn(viewer, evaluation),
  ])
  const lastReturn = evaluation.status === 'returned' ? steps.findLast(({ action }) => action === 'return') : undefined
  return (
    <>
      <h1 className="mb-4 text-2xl font-semibold">概览</h1>
      {lastReturn ? (
        <Notice tone="error" title={`已退回：${lastReturn.reason}`} className="mb-4">
          {lastReturn.byName} {formatTime(lastReturn.at)} 退回
          {notes.length > 0 ? `，另有 ${notes.length} 条批注标在相应位置` : ''}
          {changed.size > 0 ? `；退回后已改 ${changed.size} 处` : ''}
          {projects.length > 0 ? `；退回后有 ${projects.length} 个项目变化` : ''}。
        </Notice>
      ) : null}
      {locked && evaluation.status !== 'approved' ? <Notice className="mb-4" title={locked} /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_24rem]">
        <Section
          title="填报任务"
          actions={
            mayEnter ? (
              <div className="flex flex-wrap gap-2">
                {isProject ? null : <LinkButton href={`/evaluations/${evaluation.id}/intake`}>读入已有报告</LinkButton>}
                <LinkButton href={`/evaluations/${evaluation.id}/workbook`}>填报工作簿</LinkButton>
              </div>
            ) : null
          }
        >
          <ul className="divide-y divide-line">
            {sectionsOf(evaluation).flatMap((section) => {
              const here = progress[section]
              if (here === undefined) return []
              const noteCount = notes.filter(({ at }) => sectionOf(evaluation, at) === section).length
              return (
                <li key={section} className="flex flex-wrap items-center justify-between gap-2 py-2.5">
                  <div>
                    <Link
                      href={`/evaluations/${evaluation.id}/${section}`}
                      className="font-medium text-action underline-offset-4 hover:underline"
                    >
                      {sectionLabel(section, evaluation.kind)}
                    </Link>
                    <p className="text-sm text-muted">{(isProject ? projectContents[section] : undefined) ?? contents[section]}</p>
                  </div>
                  <span className="flex flex-wrap items-center gap-2">
                    <span className="text-sm text-muted tabular-nums">{sayFilled(here)}</span>
                    {Object.hasOwn(carried, section) ? <Tag tone="warning">沿用待确认</Tag> : null}
                    {noteCount > 0 ? <Tag tone="danger">批注 {noteCount}</Tag> : null}
                    <Tag tone={states[here.state].tone}>{states[here.state].label}</Tag>
                  </span>
                </li>
              )
            })}
          </ul>
          {mayEnter ? (
            <div className="mt-4 flex flex-wrap gap-3">
              <LinkButton variant="primary" title="F8" href={firstOpen(entry)}>
                继续填报
              </LinkButton>
              <LinkButton href={`/evaluations/${evaluation.id}/check`}>
                {isProject ? '校验' : sectionLabel('check', evaluation.kind)}
              </LinkButton>
              <StepKeys open={firstOpen(entry)} />
            </div>
          ) : null}
        </Section>
        <div>
          <ScoreCard entry={entry} />
          {isProject ? (
            <p className="mb-6 text-sm text-muted">项目随部门自评一并送审、退回和复核，办理情况见部门自评。</p>
          ) : (
            <Section title="流转记录">
              {steps.length === 0 ? <p className="text-sm text-muted">尚未送审。</p> : null}
              <ol className="grid gap-2 text-sm">
                {steps.map(({ number, action, node, byName, at, reason }) => (
                  <li key={number}>
                    <span className="font-medium">{actionLabels[action]}</span>（{nodeLabels[node]}）{byName} {formatTime(at)}
                    {reason ? <p className="text-muted">{reason}</p> : null}
                  </li>
                ))}
              </ol>
            </Section>
          )}
        </div>
      </div>
    </>
  )
}

function ScoreCard({ entry: { evaluation, score, open, asked } }: { entry: Entry }) {
  const unfilled = open.filter((finding) => finding.unfilled).length
  const wrong = asked ? open.filter((finding) => !finding.unfilled) : []
  const errors = wrong.filter(({ severity }) => severity === 'error').length
  const said = [
    unfilled === 0 ? '' : `还有 ${unfilled} 处未填`,
    errors === 0 ? '' : `错误 ${errors} 项`,
    wrong.length === errors ? '' : `待说明警告 ${wrong.length - errors} 项`,
  ]
  return (
    <Section title="得分">
      <dl className="grid grid-cols-3 gap-3">
        <div>
          <dt className="text-sm text-muted">预算执行率</dt>
          <dd className="text-lg font-semibold tabular-nums">{score.executionRate === null ? NOT_FILLED : percent(score.executionRate)}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">总分</dt>
          <dd className="text-lg font-semibold tabular-nums">{score.total === null ? '—' : sayScore(score.total)}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">等级</dt>
          <dd className="text-lg">
            {score.grade === null ? '—' : <GradeTag grade={score.grade} name={gradeName(score.grade, evaluation.scheme)} />}
          </dd>
        </div>
      </dl>
      <p className="mt-3 text-sm">
        <Link href={`/evaluations/${evaluation.id}/check`} className="text-action underline underline-offset-4">
          校验结果
        </Link>
        ：{said.filter((part) => part !== '').join('，') || (asked ? '没有待处理的问题' : '尚未校验')}
      </p>
      <div className="mt-3 grid gap-2">
        <SummaryExplanations
          evaluation={evaluation}
          score={score}
          hrefOf={(at) => `/evaluations/${evaluation.id}/${sectionOf(evaluation, at) ?? ''}#${at}`}
        />
      </div>
    </Section>
  )
}
