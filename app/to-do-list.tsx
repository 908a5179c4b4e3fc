'use client'
import { ReconstructedTag, StatusTag } from '@/components/evaluation/status-tag'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import type { ListedSummary } from '@/lib/data/evaluation/evaluations'
import type { ToDo } from '@/lib/data/rounds/workbench'
import { isOverdue } from '@/lib/domain/evaluation/evaluation-list'
import { deadlineLabel, formatTime } from '@/lib/messages/dates'
import { percent, score } from '@/lib/messages/numbers'

/** 待办: what waits for the viewer, with what came back and why. `today` is YYYY-MM-DD. */
export function ToDoList({ toDos, today }: { toDos: readonly ToDo[]; today: string }) {
  return (
    <ul className="divide-y divide-line">
      {toDos.map((toDo) => (
        <ToDoItem key={toDo.evaluation.id} toDo={toDo} today={today} />
      ))}
    </ul>
  )
}

function ToDoItem({ toDo: { evaluation, activities, returned }, today }: { toDo: ToDo; today: string }) {
  const base = `/evaluations/${evaluation.id}`
  const reviewing = !activities.includes('enter')
  return (
    <li className="grid gap-1 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={reviewing ? `${base}/review` : base} className="font-medium text-action underline-offset-4 hover:underline">
          {evaluation.departmentName} {evaluation.year} 年度
          {evaluation.roundToName === null ? null : `（${evaluation.roundToName}）`}
        </Link>
        <StatusTag status={evaluation.status} node={evaluation.node} />
        {evaluation.reconstructed ? <ReconstructedTag /> : null}
        {evaluation.dueOn === null ? null : isOverdue(evaluation, today) ? (
          <Tag tone="danger">{deadlineLabel(evaluation.dueOn, today)}</Tag>
        ) : (
          <span className="text-sm text-muted">{deadlineLabel(evaluation.dueOn, today)}</span>
        )}
        <Figures evaluation={evaluation} />
        {/* What is still being filled in has nothing wrong yet */}
        {reviewing && evaluation.openErrors > 0 ? <Tag tone="danger">错误 {evaluation.openErrors}</Tag> : null}
        {reviewing && evaluation.openWarnings > 0 ? <Tag tone="warning">待说明 {evaluation.openWarnings}</Tag> : null}
      </div>
      {returned ? (
        <p className="text-sm">
          <strong className="text-danger">退回理由：</strong>
          {returned.reason}
          <span className="text-muted">
            （{returned.byName} {formatTime(returned.at)}
            {returned.openNotes > 0 ? `，另有 ${returned.openNotes} 条批注待处理` : ''}）
          </span>
        </p>
      ) : null}
    </li>
  )
}

/** What is known of it by now, so that the doubtful ones can be told without opening each. */
function Figures({ evaluation: { executionRate, total, reviewedTotal, gradeName } }: { evaluation: ListedSummary }) {
  const said = [
    executionRate === null ? null : `执行率 ${percent(executionRate)}`,
    total === null ? null : `自评 ${score(total)} 分`,
    reviewedTotal === null ? null : `复核 ${score(reviewedTotal)} 分`,
    gradeName,
  ].filter((part) => part !== null)
  return said.length === 0 ? null : <span className="text-sm text-muted tabular-nums">{said.join('　')}</span>
}
