import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader, Section } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { findNode, treeBeginning } from '@/lib/data/people/department-tree'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { type Query, queryText } from '@/lib/forms/query'
import { AddDepartmentForm } from './add-department-form'

export const metadata: Metadata = { title: '新增部门' }

export default async function NewDepartmentPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'administrator')) notFound()
  const [tree, parent] = await Promise.all([treeBeginning(viewer), findNode(viewer, queryText(await searchParams, 'parent'))])
  return (
    <>
      <PageHeader
        title="新增部门"
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '部门', href: '/departments' }, { label: '新增部门' }]}
      />
      <Section>
        <AddDepartmentForm tree={tree} parent={parent && { id: parent.id, name: parent.name }} />
      </Section>
    </>
  )
}
