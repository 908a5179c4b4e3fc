import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { findDeviations } from '@/lib/data/jobs/recompute-job'
import type { Viewer } from '@/lib/domain/people/permissions'
import { isUnderWay, type Job } from '@/lib/domain/record/job'
import { deviationLabel, deviationsSummary } from '@/lib/messages/deviations'
import { evaluationName } from '@/lib/messages/projects'

type Props = { viewer: Viewer; job: Extract<Job, { kind: 'recompute' }> }

/** What a recomputation found that is stored otherwise. */
export async function Deviations({ viewer, job: { id, input, state } }: Props) {
  const { count, frozen, first } = await findDeviations(viewer, id)
  return (
    <Section title="核对结果">
      <p className="mb-3 text-sm">{deviationsSummary({ count, frozen, write: input.write, underWay: isUnderWay(state) })}</p>
      {count === 0 ? null : (
        <Table caption={first.length < count ? `不一致之处（前 ${first.length} 处）` : '不一致之处'} stickyFirst className="min-w-[40rem]">
          <thead>
            <tr>
              <Th>部门</Th>
              <Th>项目</Th>
              <Th>所存结果</Th>
              <Th>重新计算</Th>
              <Th>说明</Th>
            </tr>
          </thead>
          <tbody>
            {first.map((row) => (
              <tr key={`${row.evaluationId}/${row.field}`}>
                <Th scope="row">
                  <Link href={`/evaluations/${row.evaluationId}`} className="text-action underline underline-offset-4">
                    {evaluationName(row)}
                  </Link>
                </Th>
                <Td>{deviationLabel(row.field)}</Td>
                <Td className="tabular-nums">{row.stored ?? '空'}</Td>
                <Td className="tabular-nums">{row.recomputed ?? '空'}</Td>
                <Td>{row.frozen ? '已通过，不更正' : ''}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  )
}
