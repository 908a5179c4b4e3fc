import { projectCell } from '@/lib/domain/cells/addresses'
import type { SaveAnswer } from './save-form'

/** What a save of one project answered, with its cells as the form of many projects calls them. */
export function asCellsOf(project: string, { saved, refusals, conflicts, ...answer }: SaveAnswer): SaveAnswer {
  const named = <T extends { address: string }>(one: T): T => ({ ...one, address: projectCell({ project, at: one.address }) })
  return { ...answer, saved: saved.map(named), refusals: refusals.map(named), conflicts: conflicts.map(named) }
}

/** Several answers as one. */
export const together = (answers: readonly SaveAnswer[]): SaveAnswer => ({
  saved: answers.flatMap(({ saved }) => saved),
  refusals: answers.flatMap(({ refusals }) => refusals),
  conflicts: answers.flatMap(({ conflicts }) => conflicts),
  message: null,
})

/** The answer about cells of a project that is gone: whoever typed is told, and keeps the texts. */
export const removedWith = (cells: readonly { address: string; text: string }[]): SaveAnswer => ({
  saved: [],
  refusals: [],
  conflicts: cells.map(({ address, text }) => ({ address, typed: text, current: null, revision: 0, byName: '', own: false, at: '' })),
  message: null,
})
