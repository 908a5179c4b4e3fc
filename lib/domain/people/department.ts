import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'

/** 行政区 → 主管部门 → 单位 */
export const DEPARTMENT_KINDS = ['region', 'authority', 'unit'] as const
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number]

/** A place in the department tree: its id, and `/root/…/id/`. */
export type DepartmentPlace = { id: string; path: string }

/** Which kinds may stand directly below a kind: units may have units of their own below them. */
const BELOW: Readonly<Record<DepartmentKind, readonly DepartmentKind[]>> = {
  region: ['region', 'authority', 'unit'],
  authority: ['unit'],
  unit: ['unit'],
}
export const mayStandBelow = (kind: DepartmentKind, parent: DepartmentKind): boolean => BELOW[parent].includes(kind)

/** Moves a department below another. Refused for the root, and below itself or what stands below it. */
export function moveBelow(
  department: DepartmentPlace & { kind: DepartmentKind },
  parent: DepartmentPlace & { kind: DepartmentKind },
): Decision<string> {
  if (isRoot(department)) return refused('department-root')
  if (parent.path.startsWith(department.path)) return refused('department-cycle')
  return mayStandBelow(department.kind, parent.kind)
    ? accepted(`${parent.path}${department.id}/`)
    : refused('department-parent-kind', { kind: department.kind, parentKind: parent.kind })
}

/** The top of the tree: its path holds nothing but itself. */
export const isRoot = ({ id, path }: DepartmentPlace): boolean => path === `/${id}/`
