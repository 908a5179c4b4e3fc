import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReconstructedTag, StatusTag } from '@/components/evaluation/status-tag'
import { TotalScore } from '@/components/review/total-score'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader, Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { requireViewer } from '@/lib/auth/viewer'
import { listEvaluations } from '@/lib/data/evaluation/evaluations'
import { treeBeginning } from '@/lib/data/people/department-tree'
import { findDepartment, listAncestors } from '@/lib/data/people/departments'
import { administers } from '@/lib/domain/people/administration'
import { isRoot } from '@/lib/domain/people/department'
import type { Query } from '@/lib/forms/query'
import { departmentKindLabels } from '@/lib/messages/labels'
import { percent } from '@/lib/messages/numbers'
import { CloseForm, MoveForm, RenameForm } from './department-forms'

export const metadata: Metadata = { title: '部门' }

export default async function DepartmentPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const viewer = await requireViewer()
  const department = await findDepartment(viewer, (await params).id)
  if (department === null) notFound()
  const { path: _, ...node } = department
  const may = administers(viewer, department)
  const [above, evaluations, tree] = await Promise.all([
    listAncestors(viewer, node.id),
    listEvaluations(viewer, { departmentId: node.id, kind: 'department' }),
    may ? treeBeginning(viewer) : null,
  ])
  const parent = above.at(-2)
  const query = await searchParams

  return (
    <>
      <PageHeader
        title={node.name}
        description={
          <span className="inline-flex flex-wrap items-center gap-2">
            {departmentKindLabels[node.kind]} · 单位代码 {node.code}
            {node.closed ? <Tag tone="warning">已撤销</Tag> : null}
          </span>
        }
        breadcrumb={[
          { label: '工作台', href: '/' },
          ...(may ? [{ label: '部门', href: '/departments' }] : []),
          ...above.map(({ name }) => ({ label: name })),
        ]}
      />
      <DoneNotice query={query}>
        {parent === undefined ? null : (
          <LinkButton href={`/departments/new?parent=${parent.id}`} className="mt-2">
            再建一个
          </LinkButton>
        )}
      </DoneNotice>
      <Section title="历年自评">
        {evaluations.length === 0 ? (
          <EmptyState title="尚无自评表">{may ? '在“自评任务”中将本部门列入某一年度后，自评表随即建立。' : null}</EmptyState>
        ) : (
          <Table caption="历年自评" captionHidden stickyFirst className="min-w-[40rem]">
            <thead>
              <tr>
                <Th>年度</Th>
                <Th>任务</Th>
                <Th>状态</Th>
                <Th numeric>预算执行率</Th>
                <Th numeric>得分（分）</Th>
                <Th>等级</Th>
              </tr>
            </thead>
            <tbody>
              {evaluations.map((evaluation) => (
                <tr key={evaluation.id}>
                  <Th scope="row" className="whitespace-nowrap tabular-nums">
                    <Link href={`/evaluations/${evaluation.id}`} className="text-action underline underline-offset-4">
                      {evaluation.year}
                    </Link>
                  </Th>
                  <Td>
                    {evaluation.roundName} {evaluation.reconstructed ? <ReconstructedTag /> : null}
                  </Td>
                  <Td className="whitespace-nowrap">
                    <StatusTag status={evaluation.status} node={evaluation.node} />
                  </Td>
                  <Td numeric>{evaluation.executionRate === null ? '—' : percent(evaluation.executionRate)}</Td>
                  <Td numeric>
                    <TotalScore {...evaluation} />
                  </Td>
                  <Td>{evaluation.gradeName ?? '—'}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
      {tree ? (
        <>
          <Section title="名称和代码">
            <RenameForm node={node} />
          </Section>
          {isRoot(department) || parent === undefined ? null : (
            <>
              <Section title="移动" description="连同全部下级一并移动；新旧上级都须在您的管理范围内。">
                <MoveForm node={node} parent={parent} tree={tree} />
              </Section>
              <Section title={node.closed ? '恢复部门' : '撤销部门'} description="撤销后不再列入新的自评任务；已有自评表和记录保留。">
                <CloseForm node={node} />
              </Section>
            </>
          )}
        </>
      ) : null}
    </>
  )
}
