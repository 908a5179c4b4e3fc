import type { RequiredProjects } from '@/lib/domain/schemes/scheme'

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
