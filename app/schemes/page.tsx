import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SchemeTags } from '@/components/schemes/scheme-tags'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { requireViewer } from '@/lib/auth/viewer'
import { listSchemeVersions } from '@/lib/data/schemes/scheme-versions'
import { administersEverything } from '@/lib/domain/people/administration'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { dayOf } from '@/lib/messages/dates'
import { schemeName } from '@/lib/messages/scheme-name'

export const metadata: Metadata = { title: '评价方案' }

export default async function SchemesPage() {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'administrator')) notFound()
  const versions = await listSchemeVersions(viewer)
  const mayChange = administersEverything(viewer)
  return (
    <>
      <PageHeader
        title="评价方案"
        description={`各地的指标体系、分值和计分规则。已发布的版本不能修改；${mayChange ? '需要调整时复制为新版本' : '由管理全部部门的管理员调整'}。标有“示例”的方案尚未与依据文件逐条核对。`}
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '评价方案' }]}
      />
      <div className="mb-6">
        <Table caption="评价方案及版本" captionHidden stickyFirst className="min-w-[48rem]">
          <thead>
            <tr>
              <Th>方案</Th>
              <Th numeric>版本</Th>
              <Th>适用地区</Th>
              <Th>状态</Th>
              <Th>发布日期</Th>
              <Th numeric>自评任务</Th>
              {mayChange ? <Th>操作</Th> : null}
            </tr>
          </thead>
          <tbody>
            {versions.map(({ id, name, version, region, verified, publishedAt, rounds }) => (
              <tr key={id}>
                <Th scope="row" className="min-w-40">
                  <Link href={`/schemes/${id}`} className="text-action underline underline-offset-4">
                    {name}
                  </Link>
                </Th>
                <Td numeric>{`第 ${version} 版`}</Td>
                <Td>{region}</Td>
                <Td>
                  <SchemeTags published={publishedAt !== null} verified={verified} />
                </Td>
                <Td className="whitespace-nowrap tabular-nums">{publishedAt === null ? '—' : dayOf(publishedAt)}</Td>
                <Td numeric>{rounds}</Td>
                {mayChange ? (
                  <Td>
                    <Link
                      href={`/schemes/${id}/copy`}
                      aria-label={`复制${name}第 ${version} 版`}
                      className="text-action underline underline-offset-4"
                    >
                      复制
                    </Link>
                  </Td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <Section title="比较两个版本">
        <form action="/schemes/compare" className="flex flex-wrap items-end gap-3">
          {(['left', 'right'] as const).map((side) => (
            <Field key={side} id={`compare-${side}`} label={side === 'left' ? '原方案' : '比较方案'} className="min-w-72">
              <Select id={`compare-${side}`} name={side} defaultValue={versions[side === 'left' ? 0 : 1]?.id}>
                {versions.map((version) => (
                  <option key={version.id} value={version.id}>
                    {`${schemeName(version)}${version.publishedAt === null ? '（草稿）' : ''}`}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
          <Button type="submit">比较</Button>
        </form>
      </Section>
    </>
  )
}
