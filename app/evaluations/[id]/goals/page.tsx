import { getEntry } from '@/app/evaluations/[id]/entry'
import { EntryPage } from '@/app/evaluations/[id]/entry-page'
import { GoalGrid } from '@/app/evaluations/[id]/loaded-when-needed'
import { Section } from '@/components/ui/page'
import { sectionLabels } from '@/lib/messages/section-labels'
import { GoalList } from './goal-list'

export const metadata = { title: sectionLabels.goals }

export default async function GoalsPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await getEntry((await params).id)
  const { goals, kind } = entry.evaluation
  const ids = goals.map((goal) => goal.id)
  return (
    <EntryPage entry={entry} section="goals" description="逐条填写批复的年度绩效目标，并对应填写实际完成情况。">
      <Section>{kind === 'project' ? <GoalGrid ids={ids} /> : <GoalList ids={ids} />}</Section>
    </EntryPage>
  )
}
