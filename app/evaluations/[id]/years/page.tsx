import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { requireViewer } from '@/lib/auth/viewer'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { findYears } from '@/lib/data/rounds/years'
import { linesOverYears } from '@/lib/domain/evaluation/years'
import { figureItemLabel, NOT_FILLED } from '@/lib/messages/form-labels'
import { score as sayScore } from '@/lib/messages/numbers'
import { sectionLabels } from '@/lib/messages/section-labels'
import { actualText, targetText } from '@/lib/report/actual-text'
import { yearRows } from './year-rows'

export const metadata = { title: sectionLabels.years }

/** Two years stand beside each other on a phone; on a wide page the years of both tables stand under one another. */
const WIDTHS = 'xl:table-fixed [&_th:first-child]:min-w-28'

/** 历年对照: the years of one subject side by side, the newest first: funds and results, then each indicator on its line. */
export default async function YearsPage({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer()
  const evaluation = await findEvaluation(viewer, (await params).id)
  if (evaluation === null || evaluation.stage !== 'selfEvaluation') notFound()
  // What was approved is shown as it was approved
  const years = await Promise.all(
    (await findYears(viewer, evaluation)).map(async (one) => ({ evaluation: one, score: (await findAssessment(viewer, one)).score })),
  )
  const lines = linesOverYears(years.map((one) => one.evaluation.indicators))
  const scores = years.map(({ score }) => new Map(score.indicators.map((row) => [row.id, row])))
  const heads = years.map(({ evaluation: { id, year } }) => (
    <Th key={id} numeric>
      <Link href={`/evaluations/${id}`} className="text-action underline underline-offset-2">
        {year} 年度
      </Link>
    </Th>
  ))
  return (
    <>
      <PageHeader
        title={sectionLabels.years}
        description={`${evaluation.projectName ?? evaluation.departmentName}各年度的资金、得分和指标，最近五个年度。同一指标改名后仍在同一行。`}
      />
      {years.length < 2 ? <EmptyState title="只有一个年度">有了其他年度的自评后，在这里逐年对照。</EmptyState> : null}
      <Table caption={`${figureItemLabel('total', evaluation.kind)}与得分（金额单位：万元）`} stickyFirst className={WIDTHS}>
        <thead>
          <tr>
            <Th>项目</Th>
            {heads}
          </tr>
        </thead>
        <tbody>
          {yearRows(years).map(({ label, cells }) => (
            <tr key={label}>
              <Th scope="row" className="font-normal">
                {label}
              </Th>
              {cells.map(({ year, text }) => (
                <Td key={year} numeric>
                  {text || '—'}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {lines.length === 0 ? null : (
        <div className="mt-6">
          <Table caption="指标（年度指标值 / 实际完成值 / 得分）" stickyFirst className={WIDTHS}>
            <thead>
              <tr>
                <Th>指标</Th>
                {heads}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ line, rows }) => (
                <tr key={line}>
                  <Th scope="row" className="font-normal">
                    {rows.find((row) => row !== null)?.name || NOT_FILLED}
                  </Th>
                  {rows.map((row, place) => {
                    const year = years[place]
                    const scored = row === null ? undefined : scores[place]?.get(row.id)
                    return (
                      <Td key={year?.evaluation.id} numeric>
                        <span className="whitespace-normal">
                          {row === null || scored === undefined
                            ? '—'
                            : [targetText(row), actualText(row, scored), scored.score === null ? '' : sayScore(scored.score)]
                                .map((text) => text || '—')
                                .join(' / ')}
                        </span>
                      </Td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </>
  )
}
