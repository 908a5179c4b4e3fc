import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SchemeTags } from '@/components/schemes/scheme-tags'
import { SchemeView } from '@/components/schemes/scheme-view'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { findSchemeVersion } from '@/lib/data/schemes/scheme-versions'
import { administersEverything } from '@/lib/domain/people/administration'
import { UNVERIFIED_MARK } from '@/lib/messages/labels'
import { schemeName } from '@/lib/messages/scheme-name'
import { DraftButtons } from './draft-buttons'

export const metadata: Metadata = { title: '评价方案' }

export default async function SchemePage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer()
  const found = await findSchemeVersion(viewer, (await params).id)
  if (found === null) notFound()
  const { id, name, version, verified, publishedAt, revision, scheme } = found
  const mayChange = administersEverything(viewer)
  return (
    <>
      <PageHeader
        title={
          <>
            {`${name} 第 ${version} 版`} <SchemeTags published={publishedAt !== null} verified={verified} />
          </>
        }
        description={publishedAt === null ? '草稿：发布后才能用于自评任务。' : '已发布：不能修改，采用它的自评表一直按它计分。'}
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '评价方案', href: '/schemes' }, { label: schemeName(found) }]}
        actions={
          <>
            {mayChange ? <LinkButton href={`/schemes/${id}/copy`}>复制</LinkButton> : null}
            <LinkButton href={`/schemes/${id}/trial`}>试算</LinkButton>
            {mayChange && publishedAt === null ? <LinkButton href={`/schemes/${id}/edit`}>修改</LinkButton> : null}
          </>
        }
      />
      {verified ? null : (
        <Notice tone="warning" title={`${UNVERIFIED_MARK}：本方案未与依据文件逐条核对`} className="mb-4">
          分值和规则可能与正式文件不一致，用于正式工作前请核对，必要时复制后修订。
        </Notice>
      )}
      {mayChange && publishedAt === null ? <DraftButtons versionId={id} revision={revision} /> : null}
      <SchemeView scheme={scheme} />
    </>
  )
}
