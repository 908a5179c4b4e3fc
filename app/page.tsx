import { ReconstructedTag, StatusTag } from '@/components/evaluation/status-tag'
import { TotalScore } from '@/components/review/total-score'
import { DoneNotice } from '@/components/ui/done-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page'
import { PageLinks } from '@/components/ui/page-links'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { requireViewer } from '@/lib/auth/viewer'
import type { ListedSummary } from '@/lib/data/evaluations'
import { listVisible, type ToDo, toDos } from '@/lib/data/workbench'
import { isOverdue } from '@/lib/domain/evaluation/evaluation-list'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { addressOf, type Query, queryText } from '@/lib/forms/query'
import { dayOf, deadlineLabel, formatTime } from '@/lib/messages/dates'
import { percent, score } from '@/lib/messages/numbers'

export const metadata = { title: '工作台' }

/** To-dos, and evaluations beside them, that are shown at once. */
const TO_DOS = 20
const LISTED = 50

/** 工作台: what waits for me, what came back and why, and the evaluations I can see. */
export default async function WorkbenchPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer()
  const query = await searchParams
  const asked = { todo: queryText(query, 'todo'), after: queryText(query, 'after') }
  const [waiting, visible] = await Promise.all([
    toDos(viewer, { after: asked.todo, size: TO_DOS }),
    listVisible(viewer, { after: asked.after, size: LISTED }),
  ])
  const today = dayOf(new Date())
  return (
    <>
      <PageHeader title="工作台" description={`${viewer.name}，今天是 ${today}。`} />
      <DoneNotice query={query} />
      <Section
        id="todo"
        title={`待办（${waiting.count}）`}
        description={waiting.count > 1 ? '按期限先后排列，逾期最久的在最前。' : undefined}
      >
        {waiting.count === 0 ? <NothingToDo viewer={viewer} some={visible.count > 0} /> : null}
        <ul className="divide-y divide-line">
          {waiting.rows.map((toDo) => (
            <ToDoItem key={toDo.evaluation.id} toDo={toDo} today={today} />
          ))}
        </ul>
        <PageLinks part={waiting} unit="项" href={(todo) => `${addressOf('/', { ...asked, todo })}#todo`} />
      </Section>
      {visible.count > 0 ? (
        <Section id="list" title={`自评一览（${visible.count}）`}>
          <EvaluationTable evaluations={visible.rows} />
          <PageLinks part={visible} unit="份" href={(after) => `${addressOf('/', { ...asked, after })}#list`} />
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

function EvaluationTable({ evaluations }: { evaluations: readonly ListedSummary[] }) {
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
                {row.roundToName === null ? null : `（${row.roundToName}）`}
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
