import type { RosterOutcome } from '@/lib/domain/people/roster'

/** A line of a 名册 as it is shown before anything is written: what it comes to, or a sentence for each thing that is wrong with it. */
export type RosterRow = {
  line: number
  department: string
  person: string
  /** null: the line could not be read. */
  outcome: Pick<RosterOutcome, 'department' | 'person'> | null
  sentences: readonly string[]
}
