import type { NarrativeSection } from '@/lib/domain/cells/narrative'
import type { EvaluationKind } from './evaluation'

type Row = { id: string }

/** What cells are called by: the rows of an evaluation in printed order, with their names and without what is in them. */
export type NamedRows = {
  /** Some figures of a project are called otherwise. Absent: a department's. */
  kind?: EvaluationKind
  narrative: Readonly<Record<NarrativeSection, readonly Row[]>>
  goals: readonly Row[]
  tasks: readonly (Row & { name: string; subItems: readonly Row[]; completion: readonly Row[] })[]
  indicators: readonly (Row & { name: string })[]
  problems: readonly Row[]
  measures: readonly Row[]
}
