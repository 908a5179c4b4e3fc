import { getEntry } from '@/app/evaluations/[id]/entry'
import { EntryPage } from '@/app/evaluations/[id]/entry-page'
import { CellInput } from '@/components/evaluation/cells/cell-input'
import { PrefilledCell } from '@/components/evaluation/cells/prefilled-cell'
import { Section } from '@/components/ui/page'
import { isFormB } from '@/lib/domain/evaluation/sections'
import { sectionLabels } from '@/lib/messages/section-labels'

export const metadata = { title: sectionLabels.cover }

export default async function CoverPage({ params }: { params: Promise<{ id: string }> }) {
  const entry = await getEntry((await params).id)
  const formB = isFormB(entry.evaluation)
  return (
    <EntryPage entry={entry} section="cover">
      <Section>
        <div className="grid max-w-3xl gap-5 sm:grid-cols-2">
          <CellInput address="cover/annexNumber" label="附件序号" hint="印在报告首行，例如“附件2”。" />
          <CellInput address="cover/signature" label="落款单位" hint="印在报告末尾，可用规范简称。" />
          <CellInput address="cover/date" label="落款日期" hint="例如 2024-05-29。" />
          <CellInput address="cover/preparer" label="填报人" />
          {/* Only for who fills this evaluation in: looking at the page writes nothing */}
          {entry.mayEnter && entry.actedAt === 'entry' ? <PrefilledCell address="cover/preparer" text={entry.viewer.name} /> : null}
          <CellInput address="cover/principal" label={formB ? '项目负责人' : '负责人'} />
          {formB ? <CellInput address="cover/financePrincipal" label="财务负责人" /> : null}
          <CellInput address="cover/phone" label="联系电话" />
        </div>
      </Section>
    </EntryPage>
  )
}
