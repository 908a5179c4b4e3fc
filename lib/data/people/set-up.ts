import 'server-only'
import { inTransaction } from '@/lib/data/database/database'
import { hasDemoData } from '@/lib/data/database/installation'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { plantTree } from './departments'
import { storeReset, storeUser } from './users'
import { changeRights } from './writing'

/** What is done from the command line, by whoever runs the machine. No viewer stands behind it: the log names the system. */

/** Code of the root that set-up plants; it can be changed later. */
const ROOT_CODE = '000000'

/**
 * Makes an administrator of the whole tree; where there is no tree yet, its root with the name given.
 * Refused on a database with demo data, which never becomes a real system.
 */
export async function createAdministrator(account: {
  loginName: string
  name: string
  passwordHash: string
  mustChangePassword: boolean
  regionName: string
}): Promise<Decision<{ rootName: string }>> {
  const { regionName, ...user } = account
  if (await hasDemoData()) return refused('demo-database')
  return inTransaction(async (tx) => {
    const root = await tx.department.findFirst({ where: { parentId: null }, select: { id: true, name: true } })
    const departmentId = root?.id ?? (await plantTree(tx, { name: regionName, code: ROOT_CODE }))
    const stored = await storeUser(tx, null, { ...user, demo: false, grant: { departmentId, role: 'administrator', withSubtree: true } })
    return stored.ok ? accepted({ rootName: root?.name ?? regionName }) : stored
  })
}

/** Sets a password that has to be changed at the next sign-in, and ends the account's sessions. */
export async function resetPasswordOf(loginName: string, passwordHash: string): Promise<Decision<{ disabled: boolean }>> {
  return inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { loginName }, select: { id: true, loginName: true, disabledAt: true } })
    if (user === null) return refused('no-such-login-name', { loginName })
    await changeRights(tx, user.id)
    await storeReset(tx, null, user, passwordHash)
    return accepted({ disabled: user.disabledAt !== null })
  })
}
