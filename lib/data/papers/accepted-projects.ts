import 'server-only'
import { projectCell, readProjectCell } from '@/lib/domain/cells/addresses'
import { accepted, type Decision } from '@/lib/domain/decision/decision'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { AskedOfBook, BookDifferences, ReadsCell } from '@/lib/exchange/workbook/differences'
import { acceptDifferences, type BookAcceptance, differencesIn } from './accepted-differences'
import type { BroughtBook } from './read-workbooks'

/** What a workbook of many projects says otherwise than their forms, project by project. */

/** What of a workbook that was brought is one project's, as if it had been brought for it; null where nothing is. */
function partOf(brought: BroughtBook, project: Pick<Evaluation, 'id'>): BroughtBook | null {
  const content = brought.book?.projects?.find(({ id }) => id === project.id)
  if (brought.book === null || content === undefined) return null
  const { id: evaluation, name: _, ...own } = content
  const { projects: __, ...head } = brought.book
  return { ...brought, foreign: null, book: { ...head, evaluation, ...own } }
}

/** By project, whether or not it differs; those that the workbook does not know are left out. */
export const differencesInProjects = (
  brought: BroughtBook,
  projects: readonly Evaluation[],
  readOf: (project: Evaluation) => ReadsCell,
): { project: Evaluation; differences: BookDifferences }[] =>
  projects.flatMap((project) => {
    const own = partOf(brought, project)
    return own === null ? [] : [{ project, differences: differencesIn(own, project, readOf(project)) }]
  })

type Asked = {
  projects: readonly Evaluation[]
  brought: BroughtBook
  /** By the names of cells that `projectCell` gives. */
  seen: Readonly<Partial<Record<string, number>>>
  asked: AskedOfBook
}

/** As one thing of a project is called in the form of all: `projects/<id>/…`, behind `-` where a row goes. */
export const nameInAll = (project: string, at: string): string =>
  at.startsWith('-') ? `-${projectCell({ project, at: at.slice(1) })}` : projectCell({ project, at })

/** What that is called in the project's own form; null where it is another's. */
function nameInOne(project: string, name: string): string | null {
  const goes = name.startsWith('-')
  const cell = readProjectCell(goes ? name.slice(1) : name)
  if (cell?.project !== project) return null
  return goes ? `-${cell.at}` : cell.at
}

/**
 * Accepts what is asked for, project by project: each as `acceptDifferences` does, those before one that is refused stay. Conflicts are
 * called by `nameInAll`. Refused as there.
 */
export async function acceptInProjects(
  viewer: Viewer,
  { projects, brought, seen, asked }: Asked,
  readOf: (project: Evaluation) => ReadsCell,
): Promise<
  Decision<{ written: number; removed: number; conflicts: { address: string; conflict: BookAcceptance['conflicts'][number] }[] }>
> {
  const done = { written: 0, removed: 0, conflicts: [] as { address: string; conflict: BookAcceptance['conflicts'][number] }[] }
  for (const project of projects) {
    const own = partOf(brought, project)
    const askedHere = own && askedOf(project.id, asked)
    if (own === null || askedHere === null) continue
    const seenHere = Object.fromEntries(
      Object.entries(seen).flatMap(([address, number]) => {
        const at = nameInOne(project.id, address)
        return at === null ? [] : [[at, number]]
      }),
    )
    const written = await acceptDifferences(
      viewer,
      { evaluation: project, brought: own, seen: seenHere, asked: askedHere },
      readOf(project),
    )
    if (!written.ok) return written
    done.written += written.value.written
    done.removed += written.value.removed
    for (const conflict of written.value.conflicts) done.conflicts.push({ address: nameInAll(project.id, conflict.address), conflict })
  }
  return accepted(done)
}

/** What is asked for of a project; null where nothing of it is. */
function askedOf(project: string, asked: AskedOfBook): AskedOfBook | null {
  if (asked.scope !== 'one') return asked
  const at = nameInOne(project, asked.at)
  return at === null ? null : { scope: 'one', at }
}
