import type { ProjectTableProps } from '@/components/evaluation/projects/project-table'
import { listUnfinished } from '@/lib/data/change/projects'
import { listEvaluations } from '@/lib/data/evaluation/evaluations'
import { figure } from '@/lib/domain/cells/funds'
import { type Evaluation, PROJECT_COLUMNS } from '@/lib/domain/evaluation/evaluation'
import type { Viewer } from '@/lib/domain/people/permissions'
import { dividedBy, isPositive, isZero, minus, type Quantity, sum } from '@/lib/domain/quantities'
import { figureColumnLabels } from '@/lib/messages/form-labels'
import { percent, score as sayScore, wan } from '@/lib/messages/numbers'

/** The projects of a department's year as they are shown, with their sum and how it stands to 项目支出. `page`: the project's page that a row leads to. */
export async function shownProjects(viewer: Viewer, evaluation: Evaluation, page: string): Promise<Omit<ProjectTableProps, 'remove'>> {
  const { id: parentId, projects, figures } = evaluation
  const unfinished = await listUnfinished(viewer, evaluation)
  const summaries = new Map((await listEvaluations(viewer, { parentId })).map((summary) => [summary.id, summary]))
  const sums = PROJECT_COLUMNS.map((column) => added(projects.map((project) => project[column])))
  const whole = PROJECT_COLUMNS.map((column) => figure(figures, `project/${column}`))
  const differences = sums.map((one, place) => {
    const other = whole[place] ?? null
    return one === null || other === null ? null : minus(one, other)
  })
  return {
    columns: PROJECT_COLUMNS.map((column) => figureColumnLabels[column]),
    hrefs: Object.fromEntries(projects.map(({ id }) => [id, `/evaluations/${id}${page === '' ? '' : `/${page}`}`])),
    rows: projects.map((project) => {
      const summary = summaries.get(project.id)
      const { executionRate = null, total = null, reviewedTotal = null, gradeName = null } = summary ?? {}
      return {
        id: project.id,
        name: project.name,
        code: project.code ?? '',
        amounts: PROJECT_COLUMNS.map((column) => said(project[column])),
        rate: executionRate === null ? '' : percent(executionRate),
        total: said(reviewedTotal ?? total, sayScore),
        grade: gradeName ?? '',
        open: (summary?.openErrors ?? 0) + (summary?.openWarnings ?? 0),
        isDone: !unfinished.has(project.id),
      }
    }),
    sums: [
      { label: '合计', amounts: sums.map((one) => said(one)), rate: rateOf(sums), off: false },
      { label: '部门项目支出', amounts: whole.map((one) => said(one)), rate: rateOf(whole), off: false },
      {
        label: '相差（合计 − 项目支出）',
        amounts: differences.map((one) => said(one)),
        rate: '',
        off: differences.some((one) => one !== null && isPositive(one) && !isZero(one)),
      },
    ],
  }
}

const said = (value: Quantity | null, say: (value: Quantity) => string = wan): string => (value === null ? '' : say(value))

/** What is filled in, together; null where nothing is. */
function added(amounts: readonly (Quantity | null)[]): Quantity | null {
  const filled = amounts.filter((amount) => amount !== null)
  return filled.length === 0 ? null : sum(filled)
}

/** 全年执行数 ÷ 全年预算数 of a line of amounts; empty where there is none. */
function rateOf([, budget = null, spent = null]: readonly (Quantity | null)[]): string {
  return budget === null || spent === null || !isPositive(budget) ? '' : percent(dividedBy(spent, budget))
}
