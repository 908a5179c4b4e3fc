import 'server-only'
import type { ShownDifference } from '@/components/workbook/difference-table'
import type { ProjectWithRevisions } from '@/lib/data/change/project-cells'
import { differencesInProjects, nameInAll } from '@/lib/data/papers/accepted-projects'
import type { BroughtBook } from '@/lib/data/papers/read-workbooks'
import { rowOfCell } from '@/lib/domain/cells/addresses'
import { projectReferences } from './references'
import { shownDifferences } from './shown-differences'

type InProjects = {
  /** Sheet by sheet; each is a project's. */
  sheets: Map<string, ShownDifference[]>
  /** The revisions of the cells that are shown, as they are seen. */
  seen: Record<string, number>
}

/** What a workbook of many projects says otherwise than their forms do now. */
export function broughtProjects(brought: BroughtBook, found: readonly ProjectWithRevisions[]): InProjects {
  const revisionsOf = new Map(found.map(({ project, revisions }) => [project.id, revisions]))
  const sheets = new Map<string, ShownDifference[]>()
  const seen: Record<string, number> = {}
  const all = differencesInProjects(
    brought,
    found.map(({ project }) => project),
    (project) => projectReferences(project).read,
  )
  for (const { project, differences } of all) {
    const revisions = revisionsOf.get(project.id) ?? new Map()
    const shown = shownDifferences(differences, project, Object.fromEntries(revisions), projectReferences(project).say)
    for (const [sheet, here] of shown)
      sheets.set(sheet, [...(sheets.get(sheet) ?? []), ...here.map((one) => ({ ...one, at: nameInAll(project.id, one.at) }))])
    const rows = new Set(differences.gone.map(({ at }) => at))
    const goes = (address: string): boolean => {
      const row = rowOfCell(address)
      return row !== null && rows.has(row)
    }
    const cells = new Set<string>(differences.cells.map(({ address }) => address))
    for (const [address, { number }] of revisions) if (cells.has(address) || goes(address)) seen[nameInAll(project.id, address)] = number
  }
  return { sheets, seen }
}
