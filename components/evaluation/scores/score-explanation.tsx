import type { ScoreExplanationText } from '@/lib/messages/score-explanation'

type Explained = {
  explanation: ScoreExplanationText
  /** Where the reader finds the cell that an input stands in. */
  hrefOf: (at: string) => string
}
/** `label`: what opens the panel, e.g. 计分说明 or the score itself. */
type Props = Explained & { label: string }

export const explanationSummary = 'cursor-pointer text-action underline decoration-dotted underline-offset-4'

/** 计分说明: opens beside a score and says where it comes from. A native disclosure, so that keyboard and screen readers need no script. */
export const ScoreExplanationPanel = ({ label, ...explained }: Props) => (
  <details className="group text-sm">
    <summary className={explanationSummary}>{label}</summary>
    <ExplanationText {...explained} />
  </details>
)

/** Where a score comes from. */
export function ExplanationText({ explanation, hrefOf }: Explained) {
  const { summary, inputs, rule, clause, steps, gains } = explanation
  return (
    <div className="mt-2 grid max-w-xl gap-3 rounded border border-line bg-surface p-3 text-left text-ink">
      <p className="font-semibold">{summary}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {inputs.map((input) => (
          <Input key={`${input.at ?? ''} ${input.label}`} {...input} href={input.at === null ? undefined : hrefOf(input.at)} />
        ))}
      </dl>
      <p>
        <span className="font-semibold">规则：</span>
        {rule}
      </p>
      {clause !== '' && (
        <p>
          <span className="font-semibold">依据：</span>
          {clause}
        </p>
      )}
      {steps.length > 0 && (
        <ol className="list-decimal pl-5">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {gains.length > 0 && (
        <div>
          <p className="font-semibold">怎样可以多得分</p>
          <ul className="list-disc pl-5">
            {gains.map((gain) => (
              <li key={gain}>{gain}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Input({ label, value, href }: { label: string; value: string; href: string | undefined }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="tabular-nums">
        {href === undefined ? (
          value
        ) : (
          <a href={href} className="inline-block min-h-6 text-action underline underline-offset-4">
            {value}
          </a>
        )}
      </dd>
    </>
  )
}
