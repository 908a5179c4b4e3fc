import { getEntry } from '@/app/evaluations/[id]/entry'
import { EntryPage } from '@/app/evaluations/[id]/entry-page'
import { Section } from '@/components/ui/page'
import { sectionLabels } from '@/lib/messages/section-labels'
import { TaskList } from './task-list'

export const metadata = { title: sectionLabels.tasks }

export default async function TasksPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await getEntry((await params).id)
  const { tasks } = entry.evaluation
  return (
    <EntryPage
      entry={entry}
      section="tasks"
      also={['analysis']}
      description="填写年度重点工作任务及其分项；预算、执行金额可以不填。完成情况在“完成情况与成效”中填写。"
    >
      <Section>
        <TaskList
          tasks={tasks.map((task) => ({
            id: task.id,
            subItems: task.subItems.map((block) => block.id),
            completion: task.completion.map((block) => block.id),
          }))}
        />
      </Section>
    </EntryPage>
  )
}
