import type { Mark } from '@/lib/domain/cells/marks'
import type { NarrativeSection, Run } from '@/lib/domain/cells/narrative'
import type { EvaluationKind } from './evaluation'

type Row = { id: string }
/** A row of a list in which one may lead in the others; only of such a one the text is needed. */
type ListedRow = Row & { mark?: Mark; text?: readonly Run[] | null }

/** What cells are called by: the rows of an evaluation in printed order, with their names and without what is in them. */
export type NamedRows = {
  /** Some figures of a project are called otherwise. Absent: a department's. */
  kind?: EvaluationKind
  narrative: Readonly<Record<NarrativeSection, readonly Row[]>>
  goals: readonly ListedRow[]
  tasks: readonly (Row & { name: string; subItems: readonly Row[]; completion: readonly Row[] })[]
  indicators: readonly (Row & { name: string })[]
  problems: readonly ListedRow[]
  measures: readonly ListedRow[]
}
