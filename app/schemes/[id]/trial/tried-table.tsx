import { ReconstructedTag } from '@/components/evaluation/status-tag'
import { Link } from '@/components/ui/link'
import { Table, Td, Th } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { TriedEvaluation } from '@/lib/data/jobs/scheme-trial'
import { isZero } from '@/lib/domain/quantities'
import { schemeName } from '@/lib/messages/scheme-name'
import { trialRow } from '@/lib/messages/scheme-trial'

/** What a trial made of some evaluations, beside what they have. */
export function TriedTable({ year, rows }: { year: number; rows: readonly TriedEvaluation[] }) {
  return (
    <Table caption={`${year} 年度试算结果`} stickyFirst className="min-w-[64rem]">
      <thead>
        <tr className="whitespace-nowrap">
          <Th>部门</Th>
          <Th>当年方案</Th>
          <Th numeric>当年总分</Th>
          <Th>当年等级</Th>
          <Th numeric>试算总分</Th>
          <Th>试算等级</Th>
          <Th numeric>增减</Th>
          <Th>说明</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((result) => {
          const row = trialRow(result)
          const moved = result.difference !== null && !isZero(result.difference)
          return (
            <tr key={result.evaluationId}>
              <Th scope="row" className="min-w-32">
                <Link href={`/evaluations/${result.evaluationId}`} className="text-action underline underline-offset-4">
                  {result.departmentName}
                </Link>{' '}
                {result.reconstructed ? <ReconstructedTag /> : null}
              </Th>
              <Td>{schemeName(result.scheme)}</Td>
              <Td numeric>{row.before}</Td>
              <Td>{row.gradeBefore}</Td>
              <Td numeric>{row.after}</Td>
              <Td>{row.gradeChanged ? <Tag tone="warning">{row.gradeAfter}</Tag> : row.gradeAfter}</Td>
              <Td numeric className={moved ? 'font-semibold' : ''}>
                {row.difference}
              </Td>
              <Td>{row.remark}</Td>
            </tr>
          )
        })}
      </tbody>
    </Table>
  )
}
