import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHeader, Section } from '@/components/ui/page'
import { requireViewer } from '@/lib/auth/viewer'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { RosterForm } from './roster-form'

export const metadata: Metadata = { title: '按名册建立' }

/** Departments, accounts and roles by one list out of a workbook. */
export default async function RosterPage() {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'administrator')) notFound()
  return (
    <>
      <PageHeader
        title="按名册建立"
        description="一次建立多个部门、账号和角色。检查时不写入任何内容；有一行不对，就一行也不建立。已有的部门和账号不会被改动。"
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '用户', href: '/users' }, { label: '按名册建立' }]}
      />
      <Section>
        <RosterForm />
      </Section>
    </>
  )
}
