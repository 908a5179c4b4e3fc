'use client'
import { ReconstructedTag, StatusTag } from '@/components/evaluation/status-tag'
import { Link } from '@/components/ui/link'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { ListColumn } from '@/lib/domain/evaluation/evaluation-list'
import type { Points, Rate } from '@/lib/domain/quantities'
import type { ReviewNode, ReviewStatus } from '@/lib/domain/review/review'
import { type DashboardView, searchOf } from '@/lib/forms/dashboard'
import { percent } from '@/lib/messages/numbers'
import { TotalScore } from './total-score'

type Row = {
  id: string
  departmentName: string
  /** The round's name, where the department has several evaluations in the year. */
  roundToName: string | null
  status: ReviewStatus
  node: ReviewNode
  reconstructed: boolean
  overdue: boolean
  executionRate: Rate | null
  total: Points | null
  reviewedTotal: Points | null
  gradeName: string | null
  openErrors: number
  openWarnings: number
  explained: number
  dueOn: string | null
}
type Props = { year: number; rows: readonly Row[]; view: DashboardView }

/** The departments' evaluations of a year; the heads sort, and the order stands in the URL. */
export function EvaluationTable({ year, rows, view }: Props) {
  const head = { year, view }
  return (
    <Table caption={`${year} 年度各部门自评情况`} captionHidden stickyFirst className="min-w-[44rem]">
      <thead>
        <tr>
          <SortHead {...head} column="department" label="部门" firstDescending={false} />
          <SortHead {...head} column="rate" label="预算执行率" numeric />
          <SortHead {...head} column="total" label="得分（分）" numeric />
          <Th>等级</Th>
          <SortHead {...head} column="status" label="状态" firstDescending={false} />
          <SortHead {...head} column="findings" label="校验结果" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row" className="max-w-40 font-normal sm:max-w-none">
              <Link href={`/evaluations/${row.id}/review`} className="text-action underline underline-offset-2">
                {row.departmentName}
                {row.roundToName === null ? null : `（${row.roundToName}）`}
              </Link>{' '}
              {row.reconstructed ? <ReconstructedTag /> : null}
            </Th>
            <Td numeric>{row.executionRate === null ? '—' : percent(row.executionRate)}</Td>
            <Td numeric>
              <TotalScore total={row.total} reviewedTotal={row.reviewedTotal} />
            </Td>
            <Td>{row.gradeName ?? '—'}</Td>
            <Td>
              <StatusTag status={row.status} node={row.node} />
              {row.overdue ? <span className="ml-2 text-xs text-danger">已逾期（{row.dueOn} 截止）</span> : null}
            </Td>
            <Td>
              <FindingCounts {...row} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function SortHead(props: {
  year: number
  view: DashboardView
  column: ListColumn
  label: string
  numeric?: boolean
  firstDescending?: boolean
}) {
  const { year, view, column, label, numeric = false, firstDescending = true } = props
  const { by, descending } = view.order
  const current = by === column
  const order = { by: column, descending: current ? !descending : firstDescending }
  return (
    <Th numeric={numeric} aria-sort={current ? (descending ? 'descending' : 'ascending') : 'none'}>
      <Link
        href={`/dashboard/${year}${searchOf({ selection: view.selection, order })}#list`}
        scroll={false}
        className="inline-block min-h-6 underline-offset-4 hover:underline"
      >
        {label}
        <span aria-hidden="true" className="ml-1">
          {current ? (descending ? '▼' : '▲') : '↕'}
        </span>
      </Link>
    </Th>
  )
}

function FindingCounts({ id, status, openErrors, openWarnings, explained }: Row) {
  if (status === 'draft') return <span className="text-muted">填报中</span>
  if (openErrors + openWarnings + explained === 0) return <span>无</span>
  return (
    <Link href={`/evaluations/${id}/review#findings`} className="inline-flex flex-wrap gap-1">
      {openErrors > 0 ? <Tag tone="danger">错误 {openErrors}</Tag> : null}
      {openWarnings > 0 ? <Tag tone="warning">警告 {openWarnings}</Tag> : null}
      {explained > 0 ? <Tag>已说明 {explained}</Tag> : null}
    </Link>
  )
}
