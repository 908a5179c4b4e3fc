/** 校验结果. Codes as in the contract of the evaluation document; the product's own begin at F30, K30, T30. */
export type Severity = 'error' | 'warning' | 'info'

/**
 * One result of a check: which rule, how bad, at which cell, and the facts its sentence needs
 * (decimal texts and names, never wording). `lib/messages/findings.ts` says it.
 */
export type Finding = {
  code: string
  severity: Severity
  /** Cell address (`indicators/<row>/actual`) in the product; JSON pointer for an evaluation document. */
  at: string
  facts: Readonly<Record<string, string>>
  expected?: string
  found?: string
}

/** A department's answer to a warning. It holds for the figures it was given for; when they change it is asked again. */
export type Explanation = { code: string; at: string; figures: string; text: string; byName: string; atTime: string }

/** The figures of a finding in one line: what an explanation is tied to. */
export const figuresOf = (finding: Finding): string =>
  JSON.stringify([
    finding.expected ?? '',
    finding.found ?? '',
    ...Object.keys(finding.facts)
      .sort()
      .map((key) => [key, finding.facts[key]]),
  ])

/** The explanation that still holds for this finding; null where none was given for these figures. */
export const explanationFor = (finding: Finding, all: readonly Explanation[]): Explanation | null =>
  all.find((e) => e.code === finding.code && e.at === finding.at && e.figures === figuresOf(finding)) ?? null
