import { getEntry } from '@/app/evaluations/[id]/entry'
import { EntryPage } from '@/app/evaluations/[id]/entry-page'
import { Section } from '@/components/ui/page'
import { sectionLabels } from '@/lib/messages/section-labels'
import { LastProblems } from './last-problems'
import { MeasureList, ProblemList } from './problem-lists'

export const metadata = { title: sectionLabels.problems }

export default async function ProblemsPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await getEntry((await params).id)
  const { problems, measures } = entry.evaluation
  const measureIds = measures.map((measure) => measure.id)
  return (
    <EntryPage entry={entry} section="problems" description="先列问题，再列措施，并勾选每个问题由哪些措施解决；一项措施可以对应多个问题。">
      <LastProblems entry={entry} />
      <Section title="三、存在的主要问题">
        <ProblemList ids={problems.map((problem) => problem.id)} measures={measureIds} />
      </Section>
      <Section title="四、下一步改进措施">
        <MeasureList ids={measureIds} />
      </Section>
    </EntryPage>
  )
}
