import type { CheckCode, FactsOf } from './facts'

/** 校验结果. */
export type Severity = 'error' | 'warning' | 'info'

/** One result of the check `Code`: how bad, at which cell, and the facts that its sentence needs. `lib/messages/findings.ts` says it. */
export type FindingOf<Code extends CheckCode> = {
  code: Code
  severity: Severity
  /** Cell address (`indicators/<row>/actual`) in the product; JSON pointer for an evaluation document. */
  at: string
  facts: FactsOf[Code]
  /** It says that the cell is 未填, and no more. */
  unfilled: boolean
  /** What an explanation hangs on beside code and cell, as the check has it now and, behind it, as it had it before; empty of what is not explained. */
  figures: readonly string[]
  expected?: string
  found?: string
}
export type Finding = { [Code in CheckCode]: FindingOf<Code> }[CheckCode]

/** A department's answer to a warning. It holds for the figures it was given for; when they change it is asked again. */
export type Explanation = { code: string; at: string; figures: string; text: string; byName: string; atTime: string }

/** The figures that an explanation given now hangs on; empty where nothing is explained. */
export const figuresOf = ({ figures }: Finding): string => figures[0] ?? ''

/** The explanation that still holds for this finding, the latest way of telling its figures first; null where none was given for them. */
export function explanationFor({ code, at, figures }: Finding, all: readonly Explanation[]): Explanation | null {
  const given = all.filter((explanation) => explanation.code === code && explanation.at === at)
  return figures.flatMap((own) => given.find((explanation) => explanation.figures === own) ?? [])[0] ?? null
}
