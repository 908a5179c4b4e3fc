import { DoneNotice } from '@/components/ui/done-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page'
import { PageLinks } from '@/components/ui/page-links'
import { requireViewer } from '@/lib/auth/viewer'
import { listVisible, toDos } from '@/lib/data/rounds/workbench'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { addressOf, type Query, queryText } from '@/lib/forms/query'
import { dayOf } from '@/lib/messages/dates'
import { EvaluationList } from './evaluation-list'
import { ToDoList } from './to-do-list'

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
        <ToDoList toDos={waiting.rows} today={today} />
        <PageLinks part={waiting} unit="项" href={(todo) => `${addressOf('/', { ...asked, todo })}#todo`} />
      </Section>
      {visible.count > 0 ? (
        <Section id="list" title={`自评一览（${visible.count}）`}>
          <EvaluationList evaluations={visible.rows} />
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
