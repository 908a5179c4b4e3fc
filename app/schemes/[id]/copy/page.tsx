import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader, Section } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { findSchemeVersion } from '@/lib/data/schemes/scheme-versions'
import { administersEverything } from '@/lib/domain/people/administration'
import { schemeName } from '@/lib/messages/scheme-name'
import { CopyForm } from './copy-form'

export const metadata: Metadata = { title: '复制评价方案' }

export default async function CopySchemePage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer()
  const found = await findSchemeVersion(viewer, (await params).id)
  if (found === null || !administersEverything(viewer)) notFound()
  const { id, schemeId, name } = found
  return (
    <>
      <PageHeader
        title={`复制 ${schemeName(found)}`}
        description="复制得到一份可以修改的草稿。"
        breadcrumb={[
          { label: '工作台', href: '/' },
          { label: '评价方案', href: '/schemes' },
          { label: schemeName(found), href: `/schemes/${id}` },
          { label: '复制' },
        ]}
      />
      <Section>
        <CopyForm fromId={id} schemeId={schemeId} name={name} />
      </Section>
    </>
  )
}
