import { randomBytes } from 'node:crypto'
import { hashPassword } from '@/lib/auth/passwords'
import { addDemoAccount, beginDemoData, demoViewer } from '@/lib/data/people/demo-data'
import { addDepartment, type DepartmentNode, listDepartments } from '@/lib/data/people/departments'
import { addMembership } from '@/lib/data/people/users'
import type { Role, Viewer } from '@/lib/domain/people/permissions'
import { jinhua } from '@/prisma/seed/jinhua'
import { type DemoUser, demoUsers, regions } from '@/prisma/seed/people'
import { profiles } from '@/prisma/seed/plan'
import { settled } from './settled'

/** Who loads the demo data: the administrator, and for a department its editor, approver or reviewer. */
export type People = {
  administrator: Viewer
  departments: ReadonlyMap<string, DepartmentNode>
  actingFor: (code: string, role: Exclude<Role, 'administrator'>) => Viewer
}

const ADMINISTRATOR = 'demo-administrator'

const find = (loginName: string): DemoUser => {
  const user = demoUsers.find((candidate) => candidate.loginName === loginName)
  if (!user) throw new Error(`no demo user ${loginName}`)
  return user
}

/** Plants the tree and makes the accounts, as far as they are missing; null when the demo data is complete already. */
export async function preparePeople(): Promise<People | null> {
  const passwordHash = await hashPassword(randomBytes(32).toString('base64'))
  const [root] = regions
  const { loginName, name } = find(ADMINISTRATOR)
  const administrator = settled(await beginDemoData(root, { loginName, name, passwordHash }), 'demo data')
  if (administrator === null) return null
  const departments = await plantDepartments(administrator)
  for (const user of demoUsers) await addAccount(administrator, departments, user, passwordHash)
  const viewers = await Promise.all(demoUsers.map(async (user) => ({ user, viewer: await demoViewer(user.loginName) })))
  return {
    administrator,
    departments,
    actingFor: (code, role) => {
      const path = departments.get(code)?.path ?? ''
      const found = viewers.find(({ viewer }) =>
        viewer.memberships.some(
          (m) => m.role === role && (m.departmentPath === path || (m.withSubtree && path.startsWith(m.departmentPath))),
        ),
      )
      if (!found) throw new Error(`no demo ${role} for ${code}`)
      return found.viewer
    },
  }
}

async function plantDepartments(administrator: Viewer): Promise<Map<string, DepartmentNode>> {
  const units = [
    ...profiles.map(({ unit }) => ({ ...unit, parent: '9901', kind: 'authority' as const })),
    { ...jinhua, parent: '4401', kind: 'authority' as const },
  ]
  const wanted = [...regions.slice(1).map((region) => ({ ...region, kind: 'region' as const })), ...units]
  let planted = await byCode(administrator)
  for (const { code, name, kind, parent } of wanted) {
    if (planted.has(code)) continue
    const parentId = (parent === null ? undefined : planted.get(parent))?.id ?? ''
    settled(await addDepartment(administrator, { parentId, kind, name, code }), name)
    planted = await byCode(administrator)
  }
  return planted
}

const byCode = async (administrator: Viewer): Promise<Map<string, DepartmentNode>> =>
  new Map((await listDepartments(administrator)).map((department) => [department.code, department]))

async function addAccount(
  administrator: Viewer,
  departments: ReadonlyMap<string, DepartmentNode>,
  user: DemoUser,
  passwordHash: string,
): Promise<void> {
  const grants = user.memberships.map(({ code, role, withSubtree }) => ({
    departmentId: departments.get(code)?.id ?? '',
    role,
    withSubtree,
  }))
  const [first, ...others] = grants
  if (!first) return
  settled(await addDemoAccount(administrator, { loginName: user.loginName, name: user.name, passwordHash }, first), user.name)
  const { userId } = await demoViewer(user.loginName)
  for (const grant of others) {
    const given = await addMembership(administrator, userId, grant)
    if (!given.ok && given.refusal.code !== 'membership-exists') settled(given, user.name)
  }
}
