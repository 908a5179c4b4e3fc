import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReconstructedTag } from '@/components/evaluation/status-tag'
import { SchemeTags } from '@/components/schemes/scheme-tags'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, Select } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { requireViewer } from '@/lib/auth/viewer'
import { listTrialYears, trySchemeOnYear } from '@/lib/data/scheme-trial'
import { findSchemeVersion } from '@/lib/data/scheme-versions'
import { isZero } from '@/lib/domain/quantities'
import { schemeName } from '@/lib/messages/scheme-name'
import { trialRow, trialSummary } from '@/lib/messages/scheme-trial'

export const metadata: Metadata = { title: '试算评价方案' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ year?: string | string[] }> }

export default async function TrialPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const version = await findSchemeVersion(viewer, (await params).id)
  if (version === null) notFound()
  const years = await listTrialYears(viewer)
  const asked = (await searchParams).year
  const year = years.find((one) => `${one}` === asked) ?? years[0]
  const tried = year === undefined ? null : await trySchemeOnYear(viewer, version.id, year)
  return (
    <>
      <PageHeader
        title={
          <>
            {`试算 ${version.name} 第 ${version.version} 版`}{' '}
            <SchemeTags published={version.publishedAt !== null} verified={version.verified} />
          </>
        }
        description="用往年的数据按本方案重新计分，与当年的得分和等级比较。只计算，不改动任何自评表。原有指标的分值按本方案各级分值等比例换算。"
        breadcrumb={[
          { label: '工作台', href: '/' },
          { label: '评价方案', href: '/schemes' },
          { label: schemeName(version), href: `/schemes/${version.id}` },
          { label: '试算' },
        ]}
      />
      {year === undefined || tried === null ? (
        <EmptyState title="还没有可以试算的年度">开启自评任务并填报后，可在此比较。</EmptyState>
      ) : (
        <>
          <Section>
            <form className="flex flex-wrap items-end gap-3">
              <Field id="trial-year" label="年度">
                <Select id="trial-year" name="year" defaultValue={`${year}`}>
                  {years.map((one) => (
                    <option key={one} value={one}>
                      {one}
                    </option>
                  ))}
                </Select>
              </Field>
              <Button type="submit">试算</Button>
            </form>
            <p className="mt-3 text-sm">{trialSummary(tried)}</p>
          </Section>
          <Table caption={`${year} 年度试算结果`} stickyFirst className="min-w-[64rem]">
            <thead>
              <tr className="whitespace-nowrap">
                <Th>部门</Th>
                <Th>当年方案</Th>
                <Th numeric>当年总分</Th>
                <Th>当年等级</Th>
                <Th numeric>试算总分</Th>
                <Th>试算等级</Th>
                <Th numeric>增减</Th>
                <Th>说明</Th>
              </tr>
            </thead>
            <tbody>
              {tried.map((result) => {
                const row = trialRow(result)
                const moved = result.difference !== null && !isZero(result.difference)
                return (
                  <tr key={result.evaluationId}>
                    <Th scope="row" className="min-w-32">
                      <Link href={`/evaluations/${result.evaluationId}`} className="text-action underline underline-offset-4">
                        {result.departmentName}
                      </Link>{' '}
                      {result.reconstructed ? <ReconstructedTag /> : null}
                    </Th>
                    <Td>{schemeName(result.scheme)}</Td>
                    <Td numeric>{row.before}</Td>
                    <Td>{row.gradeBefore}</Td>
                    <Td numeric>{row.after}</Td>
                    <Td>{row.gradeChanged ? <Tag tone="warning">{row.gradeAfter}</Tag> : row.gradeAfter}</Td>
                    <Td numeric className={moved ? 'font-semibold' : ''}>
                      {row.difference}
                    </Td>
                    <Td>{row.remark}</Td>
                  </tr>
                )
              })}
            </tbody>
          </Table>
        </>
      )}
    </>
  )
}
