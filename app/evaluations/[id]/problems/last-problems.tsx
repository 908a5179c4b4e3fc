import type { Entry } from '@/app/evaluations/[id]/entry'
import { StillStands } from '@/app/evaluations/[id]/loaded-when-needed'
import { Section } from '@/components/ui/page'
import { findYearBefore } from '@/lib/data/change/carrying'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { leadsIn } from '@/lib/domain/cells/list-places'
import { runsText } from '@/lib/report/data-text'

/** 上年存在的问题, to be checked against what was done about them; nothing where there are none. */
export async function LastProblems({ entry: { viewer, evaluation } }: { entry: Entry }) {
  const before = await findYearBefore(viewer, evaluation)
  if (before === null || before.problems.length === 0) return null
  const { score } = await findAssessment(viewer, before)
  const measures = new Map(before.measures.map(({ id, text }) => [id, runsText(text, { evaluation: before, score })]))
  const problems = before.problems
    .filter((problem) => !leadsIn(problem))
    .map(({ text, ...problem }) => ({ ...problem, text: runsText(text, { evaluation: before, score }) }))
    .filter(({ text }) => text.trim() !== '')
  if (problems.length === 0) return null
  return (
    <Section
      title={`${before.year} 年度存在的问题`}
      description="逐条核对整改情况：仍然存在的，列为本年问题；已解决的，可写入主要工作成效。"
    >
      <ol className="grid list-decimal gap-3 pl-6 text-sm">
        {problems.map(({ id, text, measureIds }, index) => {
          const proposed = measureIds.flatMap((measure) => measures.get(measure) ?? [])
          return (
            <li key={id}>
              <p className="whitespace-pre-line">{text}</p>
              {proposed.map((measure) => (
                <p key={measure} className="text-muted">{`当时提出的措施：${measure}`}</p>
              ))}
              <StillStands number={index + 1} text={text} measures={proposed} />
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
