import { redirect } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { years } from '@/lib/data/rounds/year-list'

export const metadata = { title: '年度看板' }

/** Leads to the newest year that has evaluations. */
export default async function DashboardPage() {
  const [newest] = await years(await requireViewer())
  if (newest !== undefined) redirect(`/dashboard/${newest}`)
  return (
    <>
      <PageHeader title="年度看板" breadcrumb={[{ label: '工作台', href: '/' }, { label: '年度看板' }]} />
      <EmptyState title="还没有可以查看的自评">管理员在“自评任务”中为部门开启年度自评后，各部门的进度和得分显示在这里。</EmptyState>
    </>
  )
}
