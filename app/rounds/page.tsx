import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RoundSchemes } from '@/components/administration/round-schemes'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { requireViewer } from '@/lib/auth/viewer'
import { listRounds } from '@/lib/data/rounds/rounds'
import { administersEverything } from '@/lib/domain/people/administration'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { REVIEW_STATUSES } from '@/lib/domain/review/review'
import type { Query } from '@/lib/forms/query'
import { dayOf } from '@/lib/messages/dates'
import { nodeLabels, statusLabels } from '@/lib/messages/labels'
import { RecomputeForm } from './recompute-form'

export const metadata: Metadata = { title: '自评任务' }

export default async function RoundsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'administrator')) notFound()
  const rounds = await listRounds(viewer)
  return (
    <>
      <PageHeader
        title="自评任务"
        description="每年为选定的部门开启一次自评：确定评价方案和各环节期限，自评表随即建立。"
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '自评任务' }]}
        actions={
          <>
            <LinkButton href="/rounds/past-years">读入往年数据</LinkButton>
            <LinkButton variant="primary" href="/rounds/new">
              开启任务
            </LinkButton>
          </>
        }
      />
      <DoneNotice query={await searchParams} />
      {rounds.length === 0 ? (
        <EmptyState title="还没有自评任务">点击“开启任务”，为一个年度选定评价方案和部门。</EmptyState>
      ) : (
        <Table caption="自评任务" captionHidden stickyFirst className="min-w-[64rem]">
          <thead>
            <tr>
              <Th>年度</Th>
              <Th>任务</Th>
              <Th>评价方案</Th>
              <Th>开启日期</Th>
              <Th>期限</Th>
              {REVIEW_STATUSES.map((status) => (
                <Th key={status} numeric>
                  {statusLabels[status]}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <tr key={round.id}>
                <Th scope="row" className="whitespace-nowrap tabular-nums">
                  {round.year}
                </Th>
                <Td>
                  <Link href={`/rounds/${round.id}`} className="text-action underline underline-offset-4">
                    {round.name}
                  </Link>
                </Td>
                <Td>
                  <RoundSchemes groups={round.groups} />
                </Td>
                <Td className="whitespace-nowrap tabular-nums">{dayOf(round.openedAt)}</Td>
                <Td className="whitespace-nowrap tabular-nums">
                  {round.nodes.flatMap((node) => {
                    const date = round.deadlines[node]
                    return date ? [<div key={node}>{`${nodeLabels[node]} ${date}`}</div>] : []
                  })}
                </Td>
                {REVIEW_STATUSES.map((status) => (
                  <Td key={status} numeric>
                    {round.progress[status]}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {administersEverything(viewer) && rounds.length > 0 ? (
        <Section
          title="核对已存得分"
          description="按自评表的内容重新计算一个年度的得分、等级和校验结果，与所存的逐位比较。在后台进行，结果见“后台任务”。已通过的自评表只核对，不更正。"
        >
          <RecomputeForm years={[...new Set(rounds.map(({ year }) => year))]} />
        </Section>
      ) : null}
    </>
  )
}
