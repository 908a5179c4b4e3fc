import { getEntry } from '@/app/evaluations/[id]/entry'
import { evidenceGroups, evidencePlaces } from '@/app/evaluations/[id]/evidence/shown-evidence'
import { EvidenceList } from '@/components/evidence/evidence-list'
import { partOfGroups } from '@/components/evidence/evidence-parts'
import { EvidenceUpload } from '@/components/evidence/evidence-upload'
import { EmptyState } from '@/components/ui/empty-state'
import { HelpLink } from '@/components/ui/help-link'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page'
import { PageLinks } from '@/components/ui/page-links'
import { listEvidence } from '@/lib/data/papers/evidence'
import { queryText } from '@/lib/forms/query'
import { sayFileSize } from '@/lib/messages/evidence'
import { sectionLabels } from '@/lib/messages/section-labels'
import { removeEvidenceFile } from './actions'

export const metadata = { title: sectionLabels.evidence }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** 佐证材料: what vouches for the evaluation, by the places that it belongs to. `?place=` chooses the place that is brought for, `?after=` the part of the list. */
export default async function EvidencePage({ params, searchParams }: Props) {
  const { id } = await params
  const { viewer, evaluation, explanations, mayEnter, locked } = await getEntry(id)
  const files = await listEvidence(viewer, id)
  const places = evidencePlaces(evaluation, explanations)
  const query = await searchParams
  const asked = queryText(query, 'place', 300)
  const initial = places.find(({ place }) => place === asked) ?? places[0]
  const groups = evidenceGroups(evaluation, places, files)
  const shown = partOfGroups(groups, queryText(query, 'after'), asked)
  const size = files.reduce((sum, file) => sum + file.size, 0)
  return (
    <>
      <PageHeader
        title={sectionLabels.evidence}
        description="证明所填内容的文件：台账、合同、验收单、照片、盖章的附件等。归到所证明的指标、栏目或说明之下，审核时可在该处查看。"
        actions={<HelpLink href="/help/evidence" />}
      />
      {locked ? <Notice className="mb-4" title={locked} /> : null}
      {mayEnter && initial !== undefined ? (
        <Section title="上传">
          <EvidenceUpload evaluationId={id} places={places} initial={initial.place} />
        </Section>
      ) : null}
      {files.length === 0 ? (
        <EmptyState title="还没有佐证材料">{mayEnter ? '在上面选择材料所属的位置，再选择文件上传。' : '填报人上传后在此查看。'}</EmptyState>
      ) : (
        <Section title="已有材料" description={`${groups.length} 处，${files.length} 个文件，共 ${sayFileSize(size)}`}>
          <EvidenceList evaluationId={id} groups={shown.groups} remove={mayEnter ? removeEvidenceFile : null} />
          <PageLinks part={shown.part} unit="个" href={(after) => `/evaluations/${id}/evidence?${new URLSearchParams({ after })}`} />
        </Section>
      )}
    </>
  )
}
