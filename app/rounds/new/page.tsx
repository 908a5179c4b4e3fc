import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader, Section } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { treeBeginning } from '@/lib/data/people/department-tree'
import { listSchemeChoices } from '@/lib/data/rounds/rounds'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { dayOf } from '@/lib/messages/dates'
import { OpenRoundForm } from './open-round-form'

export const metadata: Metadata = { title: '开启自评任务' }

export default async function NewRoundPage() {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'administrator')) notFound()
  const [schemes, tree] = await Promise.all([listSchemeChoices(viewer), treeBeginning(viewer)])
  const today = dayOf(new Date())
  const lastYear = Number(today.slice(0, 4)) - 1
  return (
    <>
      <PageHeader
        title="开启自评任务"
        description="为选定部门建立某一年度的自评表，并按评价方案带入固定指标。同一任务中每个部门一份。"
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '自评任务', href: '/rounds' }, { label: '开启自评任务' }]}
      />
      <Section>
        {schemes.length === 0 ? (
          <EmptyState title="还没有已发布的评价方案">请先在“评价方案”中发布一个方案。</EmptyState>
        ) : (
          <OpenRoundForm schemes={schemes} tree={tree} year={lastYear} today={today} />
        )}
      </Section>
    </>
  )
}
