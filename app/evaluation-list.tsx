'use client'
import { ReconstructedTag, StatusTag } from '@/components/evaluation/status-tag'
import { TotalScore } from '@/components/review/total-score'
import { Link } from '@/components/ui/link'
import { Table, Td, Th } from '@/components/ui/table'
import type { ListedSummary } from '@/lib/data/evaluation/evaluations'
import { percent } from '@/lib/messages/numbers'

/** 自评一览: the evaluations that the viewer can see, a line each. */
export function EvaluationList({ evaluations }: { evaluations: readonly ListedSummary[] }) {
  return (
    <Table caption="自评一览" captionHidden stickyFirst className="min-w-[36rem]">
      <thead>
        <tr>
          <Th>部门</Th>
          <Th numeric>年度</Th>
          <Th numeric>执行率</Th>
          <Th numeric>总分</Th>
          <Th>等级</Th>
          <Th>状态</Th>
        </tr>
      </thead>
      <tbody>
        {evaluations.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="border-b border-line px-3 py-2 text-left font-normal">
              <Link href={`/evaluations/${row.id}`} className="text-action underline-offset-4 hover:underline">
                {row.departmentName}
                {row.roundToName === null ? null : `（${row.roundToName}）`}
              </Link>{' '}
              {row.reconstructed ? <ReconstructedTag /> : null}
            </th>
            <Td numeric>{row.year}</Td>
            <Td numeric>{row.executionRate === null ? '—' : percent(row.executionRate)}</Td>
            <Td numeric>
              <TotalScore {...row} />
            </Td>
            <Td>{row.gradeName ?? '—'}</Td>
            <Td>
              <StatusTag status={row.status} node={row.node} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
