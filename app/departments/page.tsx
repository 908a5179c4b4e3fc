import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { PageHeader, Section } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { countAdministered, treeBeginning } from '@/lib/data/people/department-tree'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { DepartmentsTree } from './departments-tree'

export const metadata: Metadata = { title: '部门' }

export default async function DepartmentsPage() {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'administrator')) notFound()
  const [tree, count] = await Promise.all([treeBeginning(viewer), countAdministered(viewer)])
  return (
    <>
      <PageHeader
        title="部门"
        description={`行政区、主管部门和单位。点击名称可修改、移动或撤销。共 ${count} 个。`}
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '部门' }]}
        actions={
          <LinkButton variant="primary" href="/departments/new">
            新增部门
          </LinkButton>
        }
      />
      <Section>
        <DepartmentsTree tree={tree} />
      </Section>
    </>
  )
}
