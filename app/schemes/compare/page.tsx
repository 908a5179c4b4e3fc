import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SchemeTags } from '@/components/schemes/scheme-tags'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { requireViewer } from '@/lib/auth/viewer'
import { findSchemeVersion } from '@/lib/data/schemes/scheme-versions'
import { schemeDifferences } from '@/lib/domain/schemes/scheme-difference'
import { sayPlace, saySchemeValue } from '@/lib/messages/scheme-fields'

export const metadata: Metadata = { title: '比较评价方案' }

type Query = { left?: string | string[]; right?: string | string[] }
const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))

export default async function CompareSchemesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer()
  const { left, right } = await searchParams
  const [before, after] = await Promise.all([findSchemeVersion(viewer, one(left)), findSchemeVersion(viewer, one(right))])
  if (before === null || after === null) notFound()
  const differences = schemeDifferences(before.scheme, after.scheme)
  return (
    <>
      <PageHeader
        title="比较评价方案"
        description={differences.length === 0 ? undefined : `共 ${differences.length} 处不同。`}
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '评价方案', href: '/schemes' }, { label: '比较' }]}
      />
      {differences.length === 0 ? (
        <EmptyState title="两个版本没有不同" />
      ) : (
        <Table caption="不同之处" captionHidden stickyFirst className="min-w-[44rem]">
          <thead>
            <tr>
              <Th>项目</Th>
              {[before, after].map((version) => (
                <Th key={version.id}>
                  {`${version.name} 第 ${version.version} 版 `}
                  <SchemeTags published={version.publishedAt !== null} verified={version.verified} />
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <tr key={JSON.stringify(difference.place)}>
                <Th scope="row" className="min-w-32">
                  {sayPlace(difference.place)}
                </Th>
                <Td>{saySchemeValue(difference.place, difference.before)}</Td>
                <Td>{saySchemeValue(difference.place, difference.after)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}
