import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SearchForm } from '@/components/forms/search-form'
import { Button, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field, TextInput } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page'
import { PageLinks } from '@/components/ui/page-links'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { requireViewer } from '@/lib/auth/viewer'
import { listUsers } from '@/lib/data/people/user-records'
import { hasRoleAnywhere } from '@/lib/domain/people/permissions'
import { addressOf, type Query, queryText } from '@/lib/forms/query'
import { roleLabels, scopeOfRole } from '@/lib/messages/labels'

export const metadata: Metadata = { title: '用户' }

const PAGE_SIZE = 50

export default async function UsersPage({ searchParams }: { searchParams: Promise<Query> }) {
  const viewer = await requireViewer()
  if (!hasRoleAnywhere(viewer, 'administrator')) notFound()
  const query = await searchParams
  const search = queryText(query, 'search')
  const listed = await listUsers(viewer, search, { after: queryText(query, 'after'), size: PAGE_SIZE })
  const { rows: users, count } = listed

  return (
    <>
      <PageHeader
        title="用户"
        description={`建立、停用账号，授予角色，重置密码。共 ${count} 个账号。`}
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '用户' }]}
        actions={
          <>
            <LinkButton href="/users/roster">按名册建立</LinkButton>
            <LinkButton variant="primary" href="/users/new">
              新建用户
            </LinkButton>
          </>
        }
      />
      <search>
        <SearchForm action="/users" className="mb-4 flex flex-wrap items-end gap-2">
          <Field id="search" label="用户名、姓名、部门、单位代码或拼音" className="w-full sm:w-80">
            <TextInput id="search" type="search" name="search" defaultValue={search} maxLength={100} />
          </Field>
          <Button type="submit">查找</Button>
          {search ? (
            <LinkButton variant="quiet" href="/users">
              清除
            </LinkButton>
          ) : null}
        </SearchForm>
      </search>
      {users.length === 0 ? (
        <EmptyState title={search ? '没有找到相符的用户' : '还没有用户'}>
          {search ? '请更换关键词，或清除后查看全部。' : '点击“新建用户”开始。'}
        </EmptyState>
      ) : (
        <Table caption="用户列表" captionHidden stickyFirst className="min-w-[40rem]">
          <thead>
            <tr>
              <Th>用户名</Th>
              <Th>姓名</Th>
              <Th>角色</Th>
              <Th>状态</Th>
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <tr key={user.id}>
                <Th scope="row" className="whitespace-nowrap">
                  <Link href={`/users/${user.id}`} className="text-action underline underline-offset-4">
                    {user.loginName}
                  </Link>
                </Th>
                <Td className="whitespace-nowrap">{user.name}</Td>
                <Td>
                  {user.memberships.length === 0 ? (
                    <span className="text-muted">未授予</span>
                  ) : (
                    <ul>
                      {user.memberships.map((m) => (
                        <li key={m.id}>
                          {roleLabels[m.role]} · {m.departmentName}
                          <span className="text-muted">（{scopeOfRole(m.withSubtree)}）</span>
                        </li>
                      ))}
                    </ul>
                  )}
                </Td>
                <Td>{user.disabled ? <Tag tone="danger">已停用</Tag> : <Tag tone="success">正常</Tag>}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <PageLinks part={listed} unit="个" href={(after) => addressOf('/users', { search, after })} />
    </>
  )
}
