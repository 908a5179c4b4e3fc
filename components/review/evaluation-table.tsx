import Link from 'next/link'
import { ReconstructedTag, StatusTag } from '@/components/evaluation/status-tag'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { ListColumn, ListedEvaluation } from '@/lib/domain/evaluation/evaluation-list'
import type { Points } from '@/lib/domain/quantities'
import { type DashboardView, searchOf } from '@/lib/forms/dashboard'
import { percent } from '@/lib/messages/numbers'

import { TotalScore } from './total-score'

type Row = ListedEvaluation & {
  id: string
  reconstructed: boolean
  selfTotal: Points | null
  reviewedTotal: Points | null
  dueOn: string | null
}
/** `rounds`: the names of rounds where a department has several evaluations in the year. */
type Props = { year: number; rows: readonly Row[]; rounds: ReadonlyMap<string, string>; view: DashboardView }

/** The departments' evaluations of a year; the heads sort, and the order stands in the URL. */
export function EvaluationTable({ year, rows, rounds, view }: Props) {
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
                {rounds.has(row.id) ? `（${rounds.get(row.id)}）` : null}
              </Link>{' '}
              {row.reconstructed ? <ReconstructedTag /> : null}
            </Th>
            <Td numeric>{row.executionRate === null ? '—' : percent(row.executionRate)}</Td>
            <Td numeric>
              <TotalScore total={row.selfTotal} reviewedTotal={row.reviewedTotal} />
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
        href={`/dashboard/${year}${searchOf({ ...view, order })}#list`}
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

function FindingCounts({ id, openErrors, openWarnings, explained }: Row) {
  if (openErrors + openWarnings + explained === 0) return <span>无</span>
  return (
    <Link href={`/evaluations/${id}/review#findings`} className="inline-flex flex-wrap gap-1">
      {openErrors > 0 ? <Tag tone="danger">错误 {openErrors}</Tag> : null}
      {openWarnings > 0 ? <Tag tone="warning">警告 {openWarnings}</Tag> : null}
      {explained > 0 ? <Tag>已说明 {explained}</Tag> : null}
    </Link>
  )
}
