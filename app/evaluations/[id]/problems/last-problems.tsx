import type { Entry } from '@/app/evaluations/[id]/entry'
import { Section } from '@/components/ui/page'
import { findProblemsBefore } from '@/lib/data/carrying'

/** 上年存在的问题, to be checked against what was done about them; nothing where there are none. */
export async function LastProblems({ entry: { viewer, evaluation } }: { entry: Entry }) {
  const before = await findProblemsBefore(viewer, evaluation)
  if (before.problems.length === 0) return null
  return (
    <Section
      title={`${before.year} 年度存在的问题`}
      description="逐条核对整改情况：仍然存在的，在下方作为本年问题填写；已解决的，可写入主要工作成效。"
    >
      <ol className="grid list-decimal gap-2 pl-6 text-sm">
        {before.problems.map(({ id, text, measures }) => (
          <li key={id}>
            <p className="whitespace-pre-line">{text}</p>
            {measures.map((measure) => (
              <p key={measure} className="text-muted">{`当时提出的措施：${measure}`}</p>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  )
}
