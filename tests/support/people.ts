import { hashPassword } from '@/lib/auth/passwords'
import { database, inTransaction } from '@/lib/data/database/database'
import { addDepartment, plantTree } from '@/lib/data/people/departments'
import { findAccount, openSession } from '@/lib/data/people/sessions'
import { createUser, storeUser } from '@/lib/data/people/users'
import type { Decision } from '@/lib/domain/decision/decision'
import type { DepartmentKind } from '@/lib/domain/people/department'
import type { Role, Viewer } from '@/lib/domain/people/permissions'
import { refusalSentence } from '@/lib/messages/refusals'
import { flawOf } from './sentences'

/** The value of a decision that must not be a refusal. */
export function value<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
  return decision.value
}

/** The code of a decision that must be a refusal, and whose sentence must be whole with the facts that it came with. */
export function refusal(decision: Decision<unknown>): string {
  if (decision.ok) throw new Error('accepted')
  const { code, facts } = decision.refusal
  const given = Object.values(facts ?? {}).toSorted((one, other) => other.length - one.length)
  const flaw = flawOf(given.reduce((text, fact) => text.replaceAll(fact, '示例'), refusalSentence(decision.refusal)))
  if (flaw !== null || given.includes('')) throw new Error(`${code} is not said whole: ${refusalSentence(decision.refusal)}`)
  return code
}

export const PASSWORD = 'calm-river-2024'

let passwordHash: Promise<string> | undefined
/** The hash of `PASSWORD`, made once a test file: hashing is slow on purpose. */
export const hashOfPassword = (): Promise<string> => {
  passwordHash ??= hashPassword(PASSWORD)
  return passwordHash
}

/** The user as the data layer sees them at this moment. */
export async function viewerOf(userId: string): Promise<Viewer> {
  const now = new Date()
  const sessionId = await inTransaction((tx) => openSession(tx, userId, now))
  const account = await findAccount({ userId, sessionId }, now)
  if (account === null) throw new Error('cannot sign in')
  return account.viewer
}

/** A tree with a root and its administrator of everything: what set-up makes. */
export async function aTree(): Promise<{ root: string; administrator: Viewer }> {
  const hash = await hashOfPassword()
  const made = await inTransaction(async (tx) => {
    const root = await plantTree(tx, { name: '示例市', code: '1' })
    const grant = { departmentId: root, role: 'administrator', withSubtree: true } as const
    const account = { loginName: 'root', name: '示例管理员', passwordHash: hash, mustChangePassword: false, demo: false }
    return { root, userId: value(await storeUser(tx, null, { ...account, grant })) }
  })
  return { root: made.root, administrator: await viewerOf(made.userId) }
}

/** A department below another. */
export const aDepartment = async (
  viewer: Viewer,
  parentId: string,
  name: string,
  code: string,
  kind: DepartmentKind = 'unit',
): Promise<string> => value(await addDepartment(viewer, { parentId, kind, name, code }))

/** A user with one role, who has changed the first password; signs in with `PASSWORD`. */
export async function aUser(viewer: Viewer, loginName: string, departmentId: string, role: Role, withSubtree = false): Promise<string> {
  const grant = { departmentId, role, withSubtree }
  const account = { loginName, name: `示例${loginName}`, passwordHash: await hashOfPassword(), grant, demo: false }
  const id = value(await createUser(viewer, account))
  await database().user.update({ where: { id }, data: { mustChangePassword: false } })
  return id
}
