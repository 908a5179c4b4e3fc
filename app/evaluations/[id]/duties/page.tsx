import { getEntry } from '@/app/evaluations/[id]/entry'
import { EntryPage } from '@/app/evaluations/[id]/entry-page'
import { BlockList } from '@/components/evaluation/rows/block-list'
import { Section } from '@/components/ui/page'
import { sectionLabels } from '@/lib/messages/section-labels'

export const metadata = { title: sectionLabels.duties }

export default async function DutiesPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await getEntry((await params).id)
  const { narrative } = entry.evaluation
  return (
    <EntryPage entry={entry} section="duties" description="按“三定”规定逐条填写部门主要职责，打印时自动编号。">
      <Section>
        <BlockList
          ids={narrative.duties.map((block) => block.id)}
          noun="职能"
          numbered
          place={{ list: 'narrative', section: 'duties' }}
          kind="item"
        />
      </Section>
    </EntryPage>
  )
}
