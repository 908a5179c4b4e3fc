import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RoundSchemes } from '@/components/administration/round-schemes'
import { StatusTag } from '@/components/evaluation/status-tag'
import { JobNotice } from '@/components/jobs/job-notice'
import { DoneNotice } from '@/components/ui/done-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader, Section } from '@/components/ui/page'
import { PageLinks } from '@/components/ui/page-links'
import { Table, Td, Th } from '@/components/ui/table'
import { requireViewer } from '@/lib/auth/viewer'
import { findJobAbout } from '@/lib/data/jobs/jobs'
import { treeBeginning } from '@/lib/data/people/department-tree'
import { listRoundDepartments } from '@/lib/data/rounds/round-list'
import { findRound, listSchemeChoices, maySetDeadlines, type RoundGroupRecord } from '@/lib/data/rounds/rounds'
import { REVIEW_STATUSES } from '@/lib/domain/review/review'
import { addressOf, type Query, queryText } from '@/lib/forms/query'
import { dayOf } from '@/lib/messages/dates'
import { nodeLabels, scopeLabels } from '@/lib/messages/labels'
import { schemeChoice } from '@/lib/messages/scheme-name'
import { DepartmentFilter } from './department-filter'
import { AddDepartmentsForm, AddGroupForm, DeadlinesForm, VoidForm } from './round-forms'

export const metadata: Metadata = { title: '自评任务' }

/** Departments that the list shows at once. */
const PAGE_SIZE = 50

const groupLabel = ({ name, schemeName, schemeVersion }: RoundGroupRecord): string => `${name}（${schemeName} 第 ${schemeVersion} 版）`

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function RoundPage({ params, searchParams }: Props) {
  const viewer = await requireViewer()
  const round = await findRound(viewer, (await params).id)
  if (round === null) notFound()
  const query = await searchParams
  const asked = { search: queryText(query, 'search'), status: REVIEW_STATUSES.find((one) => one === queryText(query, 'status')) ?? null }
  const [listed, tree, mayChange, opening, schemes] = await Promise.all([
    listRoundDepartments(viewer, round.id, asked, { after: queryText(query, 'after'), size: PAGE_SIZE }),
    treeBeginning(viewer, round.id),
    maySetDeadlines(viewer, round.id),
    findJobAbout(viewer, 'open-round', { roundId: round.id }),
    listSchemeChoices(viewer),
  ])
  const path = `/rounds/${round.id}`
  const own = Object.values(round.progress).reduce((sum, count) => sum + count, 0)
  const set = round.nodes.flatMap((node) => (round.deadlines[node] ? [`${nodeLabels[node]} ${round.deadlines[node]}`] : []))

  return (
    <>
      <PageHeader
        title={round.name}
        description={
          <>
            {round.year} 年度 · <RoundSchemes groups={round.groups} /> · {dayOf(round.openedAt)} 开启
          </>
        }
        breadcrumb={[{ label: '工作台', href: '/' }, { label: '自评任务', href: '/rounds' }, { label: round.name }]}
      />
      <DoneNotice query={query} />
      {opening && opening.state !== 'done' ? <JobNotice job={opening} title="正在建立自评表" /> : null}
      {!opening && round.pending > 0 ? (
        <Notice
          tone="warning"
          title={`还有 ${round.pending} 个部门的自评表由其他管理员的后台任务建立；任务已中止的，可在下方重新补充这些部门`}
          className="mb-4"
        />
      ) : null}
      <Section title="各环节期限">
        {mayChange ? (
          <DeadlinesForm roundId={round.id} nodes={round.nodes} deadlines={round.deadlines} />
        ) : (
          <p className="text-sm">{set.length === 0 ? '未设定期限。' : set.join('　')}</p>
        )}
      </Section>
      <Section id="departments" title={`部门（${listed.count === own ? own : `${listed.count} / ${own}`}）`}>
        {own > 0 ? <DepartmentFilter path={path} {...asked} /> : null}
        {own === 0 ? (
          <EmptyState title="您管理的部门尚未列入本任务">可在下方补充部门。</EmptyState>
        ) : listed.count === 0 ? (
          <EmptyState title="没有符合条件的部门">请放宽或清除筛选条件。</EmptyState>
        ) : (
          <Table caption="本任务的部门" captionHidden stickyFirst className="min-w-[36rem]">
            <thead>
              <tr>
                <Th>部门</Th>
                <Th>单位代码</Th>
                <Th>评价范围</Th>
                <Th>状态</Th>
                <Th>办理</Th>
              </tr>
            </thead>
            <tbody>
              {listed.rows.map((department) => (
                <tr key={department.evaluationId}>
                  <Th scope="row">
                    <Link href={`/evaluations/${department.evaluationId}`} className="text-action underline underline-offset-4">
                      {department.name}
                    </Link>
                  </Th>
                  <Td className="tabular-nums">{department.code}</Td>
                  <Td>{scopeLabels[department.scope]}</Td>
                  <Td>
                    <StatusTag status={department.status} node={department.node} />
                  </Td>
                  <Td>
                    <Link
                      href={`${path}/departments/${department.evaluationId}`}
                      aria-label={`期限与移出：${department.name}`}
                      className="text-action underline underline-offset-4"
                    >
                      期限与移出
                    </Link>
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        <PageLinks
          part={listed}
          unit="个"
          href={(after) => `${addressOf(path, { search: asked.search, status: asked.status ?? '', after })}#departments`}
        />
      </Section>
      {mayChange ? (
        <Section title="部门组" description="同一任务中，有的部门可以按另外的评价方案自评：为它们增加一组，再为这一组补充部门。">
          <details>
            <summary className="min-h-6 text-sm text-action">增加部门组</summary>
            <AddGroupForm
              roundId={round.id}
              unnamed={round.groups.some(({ name }) => name === '')}
              schemes={schemes.map((scheme) => ({ value: scheme.id, label: schemeChoice(scheme) }))}
            />
          </details>
        </Section>
      ) : null}
      <Section title="补充部门" description="为选中的部门按本任务的评价方案建立自评表。">
        <AddDepartmentsForm
          roundId={round.id}
          tree={tree}
          groups={round.groups.map((group) => ({ value: group.name, label: groupLabel(group) }))}
        />
      </Section>
      {mayChange ? (
        <Section title="作废任务" description="开错的任务可以作废，任务和其中的空白自评表一并移除。已有部门开始填报的，不能作废。">
          <VoidForm roundId={round.id} name={round.name} />
        </Section>
      ) : null}
    </>
  )
}
