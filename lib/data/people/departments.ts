import 'server-only'
import { type Actor, audit } from '@/lib/data/audit/audit'
import { database, type Transaction } from '@/lib/data/database/database'
import { newId } from '@/lib/data/database/new-id'
import { searchText } from '@/lib/data/database/search'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { administers } from '@/lib/domain/people/administration'
import { type DepartmentKind, type DepartmentPlace, isRoot, mayStandBelow, moveBelow } from '@/lib/domain/people/department'
import type { Role, Viewer } from '@/lib/domain/people/permissions'
import { departmentsOf } from './visibility'
import { changeEverybodysRights, writingAs } from './writing'

/** A node of the department tree as pages show it. */
export type DepartmentNode = {
  id: string
  parentId: string | null
  kind: DepartmentKind
  name: string
  code: string
  path: string
  /** 已撤销: no new evaluations. */
  closed: boolean
}

const SHOWN = { id: true, parentId: true, kind: true, name: true, code: true, path: true, closedAt: true } as const

type Row = Omit<DepartmentNode, 'closed'> & { closedAt: Date | null }
const nodeOf = ({ closedAt, ...row }: Row): DepartmentNode => ({ ...row, closed: closedAt !== null })

/** Departments for which the viewer has one of the roles (any role when none are named), by code. */
export async function listDepartments(viewer: Viewer, roles?: readonly Role[]): Promise<DepartmentNode[]> {
  const rows = await database().department.findMany({ where: departmentsOf(viewer, roles), select: SHOWN, orderBy: { code: 'asc' } })
  return rows.map(nodeOf)
}

/** A department that the viewer has any role for; null when there is none or the viewer may not see it. */
export async function findDepartment(viewer: Viewer, id: string): Promise<DepartmentNode | null> {
  const row = await database().department.findFirst({ where: { AND: [{ id }, departmentsOf(viewer)] }, select: SHOWN })
  return row && nodeOf(row)
}

/** The nodes from the root down to one that the viewer may see, for showing where it stands; empty where they may not. */
export async function listAncestors(viewer: Viewer, id: string): Promise<{ id: string; name: string }[]> {
  const ids = (await findDepartment(viewer, id))?.path.split('/').filter(Boolean) ?? []
  const rows = await database().department.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/** Changes of the tree wait for one another: a path is built from the paths above it. */
export const lockTree = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(3, 0)`

/** Where a department goes, so go rights. */
async function lockPlaces(tx: Transaction): Promise<void> {
  await lockTree(tx)
  await changeEverybodysRights(tx)
}

/** The node within what the viewer administers. */
async function administered(tx: Transaction, viewer: Viewer, id: string): Promise<Row | null> {
  const row = await tx.department.findUnique({ where: { id }, select: SHOWN })
  return row && administers(viewer, row) ? row : null
}

async function refuseTaken(
  tx: Transaction,
  { id, parentId, name, code }: { id: string | null; parentId: string | null; name: string; code: string },
): Promise<Decision<void>> {
  const others = id === null ? {} : { id: { not: id } }
  const sameCode = await tx.department.findFirst({ where: { code, ...others }, select: { name: true } })
  if (sameCode) return refused('department-code-taken', { code, name: sameCode.name })
  const sameName = await tx.department.findFirst({ where: { parentId, name, ...others }, select: { id: true } })
  return sameName ? refused('department-name-taken', { name }) : accepted(undefined)
}

/** Adds a department below one that the viewer administers with its subtree. */
export async function addDepartment(
  viewer: Viewer,
  { parentId, kind, name, code }: { parentId: string; kind: DepartmentKind; name: string; code: string },
): Promise<Decision<string>> {
  return writingAs(viewer, lockTree, async (tx, viewer) => {
    const parent = await administered(tx, viewer, parentId)
    if (parent === null || !administers(viewer, parent, true)) return refused('department-not-found')
    if (parent.closedAt !== null) return refused('department-parent-closed')
    if (!mayStandBelow(kind, parent.kind)) return refused('department-parent-kind', { kind, parentKind: parent.kind })
    const free = await refuseTaken(tx, { id: null, parentId, name, code })
    if (!free.ok) return free
    const { id } = await storeDepartment(tx, viewer, parent, { kind, name, code })
    return accepted(id)
  })
}

/** Writes a new department below another and the audit entry; whether it may be is decided before. */
export async function storeDepartment(
  tx: Transaction,
  actor: Actor,
  parent: DepartmentPlace,
  { kind, name, code }: { kind: DepartmentKind; name: string; code: string },
): Promise<DepartmentPlace> {
  const id = newId()
  const path = `${parent.path}${id}/`
  await tx.department.create({ data: { id, parentId: parent.id, kind, name, code, path, search: searchText(name, code) } })
  const after = { parentId: parent.id, kind, name, code }
  await audit(tx, actor, { action: 'departments.add', subject: id, payload: { before: null, after } })
  return { id, path }
}

/** Changes name and code. Evaluations keep the name of their year. */
export async function renameDepartment(
  viewer: Viewer,
  id: string,
  { name, code, seen }: { name: string; code: string; seen: { name: string; code: string } },
): Promise<Decision<void>> {
  return writingAs(viewer, lockTree, async (tx, viewer) => {
    const department = await administered(tx, viewer, id)
    if (department === null) return refused('department-not-found')
    if (department.name !== seen.name || department.code !== seen.code) return refused('department-changed', { name: department.name })
    const free = await refuseTaken(tx, { id, parentId: department.parentId, name, code })
    if (!free.ok) return free
    await tx.department.update({ where: { id }, data: { name, code, search: searchText(name, code) } })
    const before = { name: department.name, code: department.code }
    await audit(tx, viewer, { action: 'departments.rename', subject: id, payload: { before, after: { name, code } } })
    return accepted(undefined)
  })
}

/** Moves a department with everything below it. The viewer must administer both where it stands and where it goes. */
export async function moveDepartment(viewer: Viewer, id: string, parentId: string): Promise<Decision<void>> {
  return writingAs(viewer, lockPlaces, async (tx, viewer) => {
    const department = await administered(tx, viewer, id)
    const parent = await administered(tx, viewer, parentId)
    if (department === null || parent === null) return refused('department-not-found')
    if (!administers(viewer, department, true) || !administers(viewer, parent, true)) return refused('department-not-found')
    if (parent.closedAt !== null) return refused('department-parent-closed')
    const path = moveBelow(department, parent)
    if (!path.ok) return path
    if (parentId === department.parentId) return accepted(undefined)
    const free = await refuseTaken(tx, { id, parentId, name: department.name, code: department.code })
    if (!free.ok) return free
    await tx.$executeRaw`
      UPDATE departments SET path = ${path.value} || substr(path, ${department.path.length + 1}::int)
      WHERE starts_with(path, ${department.path})`
    await tx.department.update({ where: { id }, data: { parentId } })
    await audit(tx, viewer, {
      action: 'departments.move',
      subject: id,
      payload: { before: { parentId: department.parentId }, after: { parentId } },
    })
    return accepted(undefined)
  })
}

/** Closes a department (no new evaluations; the old ones stay), or opens it again. */
export async function setDepartmentClosed(viewer: Viewer, id: string, closed: boolean): Promise<Decision<void>> {
  return writingAs(viewer, lockTree, async (tx, viewer) => {
    const department = await administered(tx, viewer, id)
    if (department === null) return refused('department-not-found')
    if (isRoot(department)) return refused('department-root')
    if ((department.closedAt !== null) === closed) return accepted(undefined)
    if (closed) {
      const count = await tx.department.count({ where: { parentId: id, closedAt: null } })
      if (count > 0) return refused('department-has-open-children', { count: String(count) })
    } else {
      const parent =
        department.parentId && (await tx.department.findUnique({ where: { id: department.parentId }, select: { closedAt: true } }))
      if (parent && parent.closedAt !== null) return refused('department-parent-closed')
    }
    await tx.department.update({ where: { id }, data: { closedAt: closed ? new Date() : null } })
    await audit(tx, viewer, {
      action: closed ? 'departments.close' : 'departments.reopen',
      subject: id,
      payload: { before: { closed: !closed }, after: { closed } },
    })
    return accepted(undefined)
  })
}

/** The root of an empty tree, made at set-up. Refused where a tree exists. */
export async function plantTree(tx: Transaction, { name, code }: { name: string; code: string }): Promise<string> {
  await lockTree(tx)
  const id = newId()
  await tx.department.create({ data: { id, kind: 'region', name, code, path: `/${id}/`, search: searchText(name, code) } })
  await audit(tx, null, {
    action: 'departments.add',
    subject: id,
    payload: { before: null, after: { parentId: null, kind: 'region', name, code } },
  })
  return id
}
