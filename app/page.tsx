import Link from 'next/link'
import { ReconstructedTag, StatusTag } from '@/components/evaluation/status-tag'
import { TotalScore } from '@/components/review/total-score'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { requireViewer } from '@/lib/auth/viewer'
import { type ToDo, toDos } from '@/lib/data/dashboard'
import { type EvaluationSummary, listEvaluations } from '@/lib/data/evaluations'
import { isOverdue, roundsToName } from '@/lib/domain/evaluation/evaluation-list'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { dayOf, deadlineLabel, formatTime } from '@/lib/messages/dates'
import { percent } from '@/lib/messages/numbers'

export const metadata = { title: '工作台' }

/** Most evaluations that the list beside the to-dos shows. */
const MOST_LISTED = 50

/** 工作台: what waits for me, what came back and why, and the evaluations I can see. */
export default async function WorkbenchPage() {
  const viewer = await requireViewer()
  const [waiting, evaluations] = await Promise.all([toDos(viewer), listEvaluations(viewer, { kind: 'department' })])
  const rounds = roundsToName(evaluations)
  const today = dayOf(new Date())
  return (
    <>
      <PageHeader title="工作台" description={`${viewer.name}，今天是 ${today}。`} />
      <Section title={`待办（${waiting.length}）`}>
        {waiting.length === 0 ? <NothingToDo viewer={viewer} some={evaluations.length > 0} /> : null}
        <ul className="divide-y divide-line">
          {waiting.map((toDo) => (
            <ToDoItem key={toDo.evaluation.id} toDo={toDo} roundName={rounds.get(toDo.evaluation.id)} today={today} />
          ))}
        </ul>
      </Section>
      {evaluations.length > 0 ? (
        <Section
          title="自评一览"
          description={evaluations.length > MOST_LISTED ? `共 ${evaluations.length} 份，此处显示最近 ${MOST_LISTED} 份。` : undefined}
        >
          <EvaluationTable evaluations={evaluations.slice(0, MOST_LISTED)} rounds={rounds} />
        </Section>
      ) : null}
    </>
  )
}

function NothingToDo({ viewer, some }: { viewer: Viewer; some: boolean }) {
  if (some) return <EmptyState title="目前没有待办">需要您处理的自评会出现在这里。</EmptyState>
  return (
    <EmptyState title="还没有自评">
      {hasRoleAnywhere(viewer, 'administrator')
        ? '请先在“部门”“用户”中建立部门和账号，再到“自评任务”开启一个年度。'
        : '管理员开启年度自评任务后，您所在部门的自评会出现在这里。'}
    </EmptyState>
  )
}

/** `roundName`: only where the department has several evaluations in the year. */
type ToDoProps = { toDo: ToDo; roundName: string | undefined; today: string }

function ToDoItem({ toDo: { evaluation, activities, returned }, roundName, today }: ToDoProps) {
  const base = `/evaluations/${evaluation.id}`
  const reviewing = !activities.includes('enter')
  return (
    <li className="grid gap-1 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link href={reviewing ? `${base}/review` : base} className="font-medium text-action underline-offset-4 hover:underline">
          {evaluation.departmentName} {evaluation.year} 年度
          {roundName === undefined ? null : `（${roundName}）`}
        </Link>
        <StatusTag status={evaluation.status} node={evaluation.node} />
        {evaluation.reconstructed ? <ReconstructedTag /> : null}
        {evaluation.dueOn === null ? null : isOverdue(evaluation, today) ? (
          <Tag tone="danger">{deadlineLabel(evaluation.dueOn, today)}</Tag>
        ) : (
          <span className="text-sm text-muted">{deadlineLabel(evaluation.dueOn, today)}</span>
        )}
        {evaluation.openErrors > 0 ? <Tag tone="danger">错误 {evaluation.openErrors}</Tag> : null}
        {evaluation.openWarnings > 0 ? <Tag tone="warning">待说明 {evaluation.openWarnings}</Tag> : null}
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

function EvaluationTable({ evaluations, rounds }: { evaluations: readonly EvaluationSummary[]; rounds: ReadonlyMap<string, string> }) {
  return (
    <Table caption="自评一览" captionHidden stickyFirst className="min-w-[36rem]">
      <thead>
        <tr>
          <Th>部门</Th>
          <Th numeric>年度</Th>
          <Th numeric>执行率</Th>
          <Th numeric>总分</Th>
          <Th>等级</Th>
          <Th>状态</Th>
        </tr>
      </thead>
      <tbody>
        {evaluations.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="border-b border-line px-3 py-2 text-left font-normal">
              <Link href={`/evaluations/${row.id}`} className="text-action underline-offset-4 hover:underline">
                {row.departmentName}
                {rounds.has(row.id) ? `（${rounds.get(row.id)}）` : null}
              </Link>{' '}
              {row.reconstructed ? <ReconstructedTag /> : null}
            </th>
            <Td numeric>{row.year}</Td>
            <Td numeric>{row.executionRate === null ? '—' : percent(row.executionRate)}</Td>
            <Td numeric>
              <TotalScore {...row} />
            </Td>
            <Td>{row.gradeName ?? '—'}</Td>
            <Td>
              <StatusTag status={row.status} node={row.node} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
