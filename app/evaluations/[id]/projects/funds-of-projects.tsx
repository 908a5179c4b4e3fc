import { keepReviewDraft, moveTypedRow, removeTypedRows, replyToReviewNote, settleReviewNote } from '@/app/evaluations/[id]/actions'
import type { Entry } from '@/app/evaluations/[id]/entry'
import { ProjectFundsGrid } from '@/app/evaluations/[id]/loaded-when-needed'
import { projectCellsSinceReturn } from '@/app/evaluations/[id]/since-return'
import { CellForm } from '@/components/evaluation/saving/cell-form'
import { findProjectsLastYear, findProjectsWithRevisions } from '@/lib/data/change/project-cells'
import { projectCell } from '@/lib/domain/cells/addresses'
import { type FigureItem, type FigureName, fundingOf } from '@/lib/domain/cells/funds'
import { PROJECT_COLUMNS } from '@/lib/domain/evaluation/evaluation'
import { cellOf } from '@/lib/domain/evaluation/evaluation-cells'
import { schemeOfProjects } from '@/lib/domain/schemes/project-scheme'
import type { FormCell } from '@/lib/forms/saving/cell-view'
import { packCells } from '@/lib/forms/saving/pack-cells'
import { cellLabel } from '@/lib/messages/cell-labels'
import { shownText } from '@/lib/messages/cell-texts'
import { sectionLabels } from '@/lib/messages/section-labels'
import { saveProjectFigures } from './save-figures'

const figuresOf = (sources: readonly FigureItem[]) =>
  (['total', ...sources] as const).flatMap((item) => PROJECT_COLUMNS.map((column) => `funds/${item}/${column}` as `funds/${FigureName}`))

/** 项目资金 of all projects as one form: each cell is its project's own, with the revision that the person sees. */
export async function FundsOfProjects({ entry }: { entry: Entry }) {
  const { viewer, evaluation, mayEnter } = entry
  const { id, projects, revision, scheme } = evaluation
  const sources = fundingOf(schemeOfProjects(scheme).figureGroups)
  const figures = figuresOf(sources)
  const cells: Record<string, FormCell> = {}
  const own = await findProjectsWithRevisions(viewer, evaluation)
  const all = own.map(({ project }) => project)
  const [lastYear, submitted] = await Promise.all([findProjectsLastYear(viewer, all), projectCellsSinceReturn(viewer, evaluation, all)])
  for (const { project, revisions } of own) {
    const before = lastYear.get(project.id)
    for (const at of figures) {
      const value = cellOf(project, at)
      if (value === null) continue
      const ago = before === undefined ? null : cellOf(before, at)
      const then = submitted.get(project.id)?.get(at)
      const said = ago === null ? '' : shownText(ago)
      cells[projectCell({ project: project.id, at })] = {
        text: shownText(value),
        seen: revisions.get(at)?.number ?? 0,
        label: `${project.projectName ?? ''} · ${cellLabel(at, project)}`,
        ...(said === '' ? {} : { lastYear: said }),
        ...(then === undefined ? {} : { submitted: then }),
      }
    }
  }
  return (
    <CellForm
      cells={packCells(cells)}
      notes={{}}
      findings={{}}
      names={{}}
      data={[]}
      replyDrafts={{}}
      evaluation={`/evaluations/${id}`}
      revision={revision}
      readOnly={!mayEnter}
      next={{ href: `/evaluations/${id}/projects`, label: sectionLabels.projects }}
      open={{ here: [], after: `/evaluations/${id}/projects` }}
      save={saveProjectFigures.bind(null, id)}
      rows={{ remove: removeTypedRows.bind(null, id), move: moveTypedRow.bind(null, id) }}
      noteActions={{
        settle: settleReviewNote.bind(null, id),
        reply: replyToReviewNote.bind(null, id),
        keep: keepReviewDraft.bind(null, id),
      }}
    >
      <ProjectFundsGrid
        sources={sources}
        projects={projects.map(({ id: project, name, code }) => ({ id: project, name, code: code ?? '' }))}
      />
    </CellForm>
  )
}
