import type { ProjectChange } from '@/lib/domain/evaluation/changed-projects'
import type { RequiredProjects } from '@/lib/domain/schemes/scheme'
import { cellLabel } from './cell-labels'

/** Which projects a scheme asks for; empty where it leaves that to the department. */
export function requiredProjects(required: RequiredProjects | undefined): string {
  switch (required?.must) {
    case 'all':
      return '方案要求所有项目都要自评：各项目合计应等于部门的项目支出。'
    case 'above':
      return `方案要求全年预算数 ${required.amount} 万元及以上的项目都要自评。`
    case 'named':
      return `方案要求下列项目自评：${required.names.filter((name) => name !== '').join('、')}。`
    default:
      return ''
  }
}

/** What an evaluation is called in a list of many: its department, and of a project the project as well. */
export const evaluationName = ({ departmentName, projectName }: { departmentName: string; projectName: string | null }): string =>
  projectName === null ? departmentName : `${departmentName} · ${projectName}`

/** So many of a project's changed cells are named; the others are counted. */
const MOST_NAMED = 4

/** What became of a project since it was handed in. */
export function sayProjectChange(change: ProjectChange): string {
  if (change.kind === 'added') return '退回后新增'
  if (change.kind === 'removed') return '退回后移除'
  const { project, before, cells } = change
  const named = cells.slice(0, MOST_NAMED).map((at) => cellLabel(at, project))
  const rest = cells.length > named.length ? '等' : ''
  return [
    before === project.projectName ? '' : `原名“${before}”`,
    cells.length === 0 ? '' : `退回后已改 ${cells.length} 处：${named.join('、')}${rest}`,
  ]
    .filter((part) => part !== '')
    .join('；')
}
