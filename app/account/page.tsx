import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { requireAccount } from '@/lib/auth/viewer'
import { listOwnMemberships } from '@/lib/data/people/user-records'
import { roleLabels, scopeOfRole } from '@/lib/messages/labels'
import { PasswordForm } from './password-form'

export const metadata: Metadata = { title: '我的账号' }

export default async function AccountPage() {
  const { viewer, loginName, mustChangePassword } = await requireAccount()
  const memberships = await listOwnMemberships(viewer)
  return (
    <>
      <PageHeader
        title="我的账号"
        description={`${viewer.name}（用户名：${loginName}）`}
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '我的账号' }]}
      />
      {mustChangePassword ? (
        <Notice tone="warning" title="请先修改密码" className="mb-6">
          当前密码由管理员设定。修改密码后方可使用其他功能。
        </Notice>
      ) : null}
      <Section title="修改密码" id="password">
        <PasswordForm loginName={loginName} />
      </Section>
      <Section title="我的角色" description="角色由管理员授予，如有出入请联系管理员。">
        {memberships.length === 0 ? (
          <EmptyState title="尚未授予任何角色">请联系管理员。</EmptyState>
        ) : (
          <Table caption="我的角色" captionHidden className="min-w-[24rem]">
            <thead>
              <tr>
                <Th>角色</Th>
                <Th>部门</Th>
                <Th>范围</Th>
              </tr>
            </thead>
            <tbody>
              {memberships.map((m) => (
                <tr key={m.id}>
                  <Td>{roleLabels[m.role]}</Td>
                  <Td>{m.departmentName}</Td>
                  <Td>{scopeOfRole(m.withSubtree)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
    </>
  )
}
