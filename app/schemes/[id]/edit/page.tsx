import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { PageHeader } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { findSchemeVersion } from '@/lib/data/schemes/scheme-versions'
import { administersEverything } from '@/lib/domain/people/administration'
import { draftOf } from '@/lib/forms/administration/scheme-form'
import { schemeName } from '@/lib/messages/scheme-name'
import { SchemeForm } from './scheme-form'

export const metadata: Metadata = { title: '修改评价方案' }

export default async function EditSchemePage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer()
  const found = await findSchemeVersion(viewer, (await params).id)
  if (found === null || !administersEverything(viewer)) notFound()
  const { id, publishedAt, revision, scheme } = found
  if (publishedAt !== null) redirect(`/schemes/${id}`)
  return (
    <>
      <PageHeader
        title={`修改 ${schemeName(found)}`}
        description="保存时核对各级分值合计；有误的地方会指明，不会丢失已填内容。"
        breadcrumb={[
          { label: '工作台', href: '/' },
          { label: '评价方案', href: '/schemes' },
          { label: schemeName(found), href: `/schemes/${id}` },
          { label: '修改' },
        ]}
      />
      <SchemeForm versionId={id} revision={revision} initial={draftOf(scheme)} />
    </>
  )
}
