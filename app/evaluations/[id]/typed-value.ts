import 'server-only'
import { findProjects } from '@/lib/data/change/projects'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import type { Decision, Refusal } from '@/lib/domain/decision/decision'
import type { CellValue } from '@/lib/domain/evaluation/cell-value'
import type { Viewer } from '@/lib/domain/people/permissions'
import { readCellValue } from '@/lib/forms/cells/cells'
import { cellLabel } from '@/lib/messages/cell-labels'
import { missingGlyphs, namesOf, printedText, unprintable, unprintableCells } from '@/lib/report/glyphs'

/** What was typed into a cell, as a value that can be kept and printed. Refused as `readCellValue`, and as `missing-glyph`. */
export function readTypedValue(address: string, typed: string): Decision<CellValue> {
  const value = readCellValue(address, typed)
  const missing = value.ok ? unprintable(printedText(value.value)) : []
  return missing.length > 0 ? missingGlyphs(missing) : value
}

/**
 * What of an evaluation or of its projects, which are handed in with it, no paper could show: kept when other fonts were there. Its own cells
 * stand on its page of findings; those of projects are named. null: all can be printed, or the viewer does not see it.
 */
export async function unprintableIn(viewer: Viewer, evaluationId: string): Promise<Refusal | null> {
  const evaluation = await findEvaluation(viewer, evaluationId)
  if (evaluation === null) return null
  const [own] = unprintableCells(evaluation)
  if (own !== undefined) return missingGlyphs(own.characters).refusal
  for (const project of await findProjects(viewer, evaluation)) {
    const [first] = unprintableCells(project)
    if (first === undefined) continue
    const place = { project: project.projectName ?? '', cell: cellLabel(first.at, project) }
    return { code: 'missing-glyph-in-project', facts: { characters: namesOf(first.characters), ...place } }
  }
  return null
}
