import type { ReactNode } from 'react'
import { CarriedForms } from '@/app/evaluations/[id]/carried-notice'
import type { Entry } from '@/app/evaluations/[id]/entry'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page'
import { listUnfinished } from '@/lib/data/change/projects'
import { findCarried } from '@/lib/data/evaluation/evaluations'
import { listSteps } from '@/lib/data/evaluation/history'
import { figure } from '@/lib/domain/cells/funds'
import { mayDo, mayRecall } from '@/lib/domain/review/review'
import { gradeName } from '@/lib/domain/scoring/grade'
import { formatTime } from '@/lib/messages/dates'
import { NOT_FILLED } from '@/lib/messages/form-labels'
import { percent, score as sayScore, wan } from '@/lib/messages/numbers'
import { refusalSentence } from '@/lib/messages/refusals'
import { sectionLabels } from '@/lib/messages/section-labels'
import { RecallForm, SubmitForm } from './forms'

/** 撤回 for who may hand in, or why it is too late for that. */
async function Recalling({ entry: { viewer, evaluation, actedAt, opening } }: { entry: Entry }) {
  if (!mayDo(viewer, evaluation, 'recall', actedAt).ok) return null
  const steps = await listSteps(viewer, evaluation.id)
  const permitted = mayRecall(steps.at(-1)?.action ?? null, opening)
  return (
    <div className="mt-4 grid gap-2">
      {permitted.ok ? (
        <RecallForm evaluationId={evaluation.id} revision={evaluation.revision} />
      ) : (
        <p className="text-sm text-muted">
          {refusalSentence(permitted.refusal)}
          {opening === null ? '' : `（${formatTime(opening.at)}）`}
        </p>
      )}
    </div>
  )
}

/** A project is handed in with its department. */
const HandedInWith = ({ parentId, children }: { parentId: string; children: ReactNode }) => (
  <Section title="送审">
    {children}
    <p>
      项目随部门自评一并送审。
      <Link href={`/evaluations/${parentId}/check`} className="text-action underline underline-offset-4">
        去部门的校验与送审
      </Link>
    </p>
  </Section>
)

/** What waits to be confirmed is confirmed here, and the focus stays where one goes on from there. */
const THEN = 'then'

/** The main figures once more before they are handed in, and why they cannot be if so. */
export async function Handing({ entry }: { entry: Entry }) {
  const { viewer, evaluation, score, open, actedAt, locked, mayEnter } = entry
  const carried = mayEnter ? await findCarried(viewer, evaluation.id) : {}
  const waiting = (
    <div id={THEN} tabIndex={-1} className="mb-4 outline-none empty:mb-0">
      <CarriedForms evaluationId={evaluation.id} carried={carried} then={`#${THEN}`} />
    </div>
  )
  if (evaluation.parentId !== null) return <HandedInWith parentId={evaluation.parentId}>{waiting}</HandedInWith>
  const permitted = mayDo(viewer, evaluation, 'submit', actedAt)
  const unfinished = permitted.ok ? await listUnfinished(viewer, evaluation) : new Set()
  const amount = (name: 'total/adjustedBudget' | 'total/actualExpenditure') => {
    const value = figure(evaluation.figures, name)
    return value === null ? NOT_FILLED : `${wan(value)} 万元`
  }
  const lines = [
    ['全年预算数', amount('total/adjustedBudget')],
    ['全年执行数', amount('total/actualExpenditure')],
    ['预算执行率', score.executionRate === null ? NOT_FILLED : percent(score.executionRate)],
    ['指标数', `${evaluation.indicators.length} 项`],
    ['总分', score.total === null ? '尚不能计算' : `${sayScore(score.total)} 分`],
    ['等级', score.grade === null ? '—' : gradeName(score.grade, evaluation.scheme)],
    ['落款', `${evaluation.cover.signature || NOT_FILLED} ${evaluation.cover.date}`],
  ]
  return (
    <Section title="送审前核对">
      <dl className="mb-4 grid max-w-xl grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {lines.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {waiting}
      {!permitted.ok ? (
        <>
          <Notice title={locked ?? refusalSentence(permitted.refusal)} />
          <Recalling entry={entry} />
        </>
      ) : open.length > 0 ? (
        <Notice tone="warning" title={`还有 ${open.length} 项需要处理：未填的须填写，错误须更正，警告须说明。处理完后可以送审。`} />
      ) : unfinished.size > 0 ? (
        <Notice tone="warning" title={`还有 ${unfinished.size} 个项目没有填好，处理完后可以送审。`}>
          <Link href={`/evaluations/${evaluation.id}/projects`} className="text-action underline underline-offset-4">
            去{sectionLabels.projects}
          </Link>
        </Notice>
      ) : Object.keys(carried).length > 0 ? null : (
        <SubmitForm evaluationId={evaluation.id} revision={evaluation.revision} />
      )}
    </Section>
  )
}
