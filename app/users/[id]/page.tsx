import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { requireViewer } from '@/lib/auth/viewer'
import { treeBeginning } from '@/lib/data/people/department-tree'
import { findUser } from '@/lib/data/people/user-records'
import { administersUser } from '@/lib/domain/people/administration'
import { roleLabels, scopeOfRole } from '@/lib/messages/labels'
import { DisableForm, GrantForm, RenameForm, ResetForm, RevokeForm } from './user-forms'

export const metadata: Metadata = { title: '用户' }

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer()
  const user = await findUser(viewer, (await params).id)
  if (user === null) notFound()
  const may = administersUser(viewer, user.memberships)
  const tree = may ? await treeBeginning(viewer) : null

  return (
    <>
      <PageHeader
        title={user.name}
        description={
          <span className="inline-flex flex-wrap items-center gap-2">
            用户名：{user.loginName}
            {user.disabled ? <Tag tone="danger">已停用</Tag> : <Tag tone="success">正常</Tag>}
            {user.mustChangePassword ? <Tag tone="warning">下次登录须修改密码</Tag> : null}
          </span>
        }
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '用户', href: '/users' }, { label: user.name }]}
      />
      {may ? null : (
        <Notice tone="info" title="仅供查看" className="mb-6">
          该用户还有您管理范围以外的角色，须由上级管理员修改。
        </Notice>
      )}
      <Section title="角色" description="授予或撤销角色即时生效，该用户须重新登录。">
        {user.memberships.length === 0 ? (
          <EmptyState title="尚未授予任何角色" />
        ) : (
          <Table caption="角色" captionHidden className="min-w-[28rem]">
            <thead>
              <tr>
                <Th>角色</Th>
                <Th>部门</Th>
                <Th>范围</Th>
                {may ? <Th>操作</Th> : null}
              </tr>
            </thead>
            <tbody>
              {user.memberships.map((m) => (
                <tr key={m.id}>
                  <Td>{roleLabels[m.role]}</Td>
                  <Td>
                    {m.departmentName} <span className="text-muted tabular-nums">{m.departmentCode}</span>
                  </Td>
                  <Td>{scopeOfRole(m.withSubtree)}</Td>
                  {may ? (
                    <Td>
                      <RevokeForm userId={user.id} membershipId={m.id} role={`${m.departmentName}的${roleLabels[m.role]}`} />
                    </Td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
      {tree ? (
        <>
          <Section title="授予角色">
            <GrantForm userId={user.id} tree={tree} />
          </Section>
          <Section title="姓名">
            <RenameForm userId={user.id} name={user.name} />
          </Section>
          <Section title="重置密码" description="系统给出新的初始密码，仅显示一次；该用户的所有登录随即失效，下次登录时须修改密码。">
            <ResetForm userId={user.id} name={user.name} />
          </Section>
          <Section
            title={user.disabled ? '启用账号' : '停用账号'}
            description={user.disabled ? '启用后即可用原密码登录。' : '停用后不能登录，已有登录随即失效；其填报和审核记录保留。'}
          >
            <DisableForm userId={user.id} name={user.name} disabled={user.disabled} own={user.id === viewer.userId} />
          </Section>
        </>
      ) : null}
    </>
  )
}
