import { parseAddress } from '@/lib/domain/cells/addresses'
import type { COVER_CELLS } from '@/lib/domain/cells/cells'
import { DEPARTMENT_GROUPS, isAskedFor } from '@/lib/domain/cells/funds'
import { GENERATED_SECTIONS, NARRATIVE_SECTIONS, PROJECT_TEXTS } from '@/lib/domain/cells/narrative'

const notAsked: ReadonlySet<string> = new Set([...GENERATED_SECTIONS, ...PROJECT_TEXTS])

/** Lists and sections that a scheme may require to hold something: what the data say of themselves is always there, and what only projects have is asked of none. */
export const REQUIRABLE_SECTIONS: readonly string[] = [
  ...NARRATIVE_SECTIONS.filter((section) => !notAsked.has(section)),
  'goals',
  'tasks',
  'indicators',
  'problems',
  'measures',
]
export const REQUIRABLE_COVER = [
  'signature',
  'date',
  'preparer',
  'principal',
  'phone',
  'annexNumber',
] as const satisfies (keyof typeof COVER_CELLS)[]

/** 佐证材料 that a scheme may require: some for each scored indicator; the stamped scans of 附件1 and 附件2. */
export const REQUIRABLE_EVIDENCE = ['evidence/indicators', 'evidence/table', 'evidence/report'] as const
export type RequirableEvidence = (typeof REQUIRABLE_EVIDENCE)[number]
export const isRequirableEvidence = (name: string): name is RequirableEvidence => REQUIRABLE_EVIDENCE.some((one) => one === name)

/** The same of its projects: a project has one paper, its form. */
export const PROJECT_EVIDENCE = ['evidence/indicators', 'evidence/table'] as const satisfies RequirableEvidence[]
export type ProjectEvidence = (typeof PROJECT_EVIDENCE)[number]

/** Whether a scheme may require this: a section, a figure (`funds/total/adjustedBudget`), a line of the cover (`cover/date`) or evidence. */
export function isRequirable(name: string): boolean {
  const cell = parseAddress(name)
  if (cell?.part === 'funds') return isAskedFor(cell.figure, 'department', DEPARTMENT_GROUPS)
  if (cell?.part === 'cover') return REQUIRABLE_COVER.some((line) => line === cell.column)
  return REQUIRABLE_SECTIONS.includes(name) || isRequirableEvidence(name)
}
