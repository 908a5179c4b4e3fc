import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader, Section } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { treeBeginning } from '@/lib/data/people/department-tree'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { CreateUserForm } from './create-user-form'

export const metadata: Metadata = { title: '新建用户' }

export default async function NewUserPage() {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'administrator')) notFound()
  const tree = await treeBeginning(viewer)
  return (
    <>
      <PageHeader
        title="新建用户"
        description="账号建立后系统给出初始密码，仅显示一次；本人首次登录时须修改。"
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '用户', href: '/users' }, { label: '新建用户' }]}
      />
      <Section>
        <CreateUserForm tree={tree} />
      </Section>
    </>
  )
}
