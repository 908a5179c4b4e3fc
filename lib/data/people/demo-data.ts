import 'server-only'
import { database, inTransaction } from '@/lib/data/database/database'
import { hasRealAccounts } from '@/lib/data/database/installation'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Grant } from '@/lib/domain/people/administration'
import type { Viewer } from '@/lib/domain/people/permissions'
import { plantTree } from './departments'
import { storeUser } from './users'
import { VIEWER_COLUMNS, type ViewerRow, viewerFrom } from './viewers'

/** A demo account: nobody knows its password, and it is offered at sign-in in demo mode only. */
export type DemoAccount = { loginName: string; name: string; passwordHash: string }

/**
 * Begins demo data, or goes on with what an interrupted start left: plants the tree, makes the demo administrator and
 * marks the database as a demo's in one transaction. Gives the administrator; null when the demo data is complete.
 * Refused as `demo-with-real-accounts` where anybody real has an account.
 */
export async function beginDemoData(root: { name: string; code: string }, account: DemoAccount): Promise<Decision<Viewer | null>> {
  if (await hasRealAccounts()) return refused('demo-with-real-accounts')
  const installation = await database().installation.findUnique({ where: { id: 1 } })
  if (installation?.demoDataAt) return accepted(null)
  if (!installation?.demo) {
    const planted = await inTransaction(async (tx) => {
      const departmentId = await plantTree(tx, root)
      const grant: Grant = { departmentId, role: 'administrator', withSubtree: true }
      await tx.installation.upsert({ where: { id: 1 }, create: { demo: true }, update: { demo: true } })
      return storeUser(tx, null, { ...account, mustChangePassword: false, demo: true, grant })
    })
    if (!planted.ok) return planted
  }
  return accepted(await demoViewer(account.loginName))
}

/** Adds a demo account with its first role; one that is there already stays as it is. */
export async function addDemoAccount(administrator: Viewer, account: DemoAccount, grant: Grant): Promise<Decision<null>> {
  if (await database().user.findUnique({ where: { loginName: account.loginName }, select: { id: true } })) return accepted(null)
  const stored = await inTransaction((tx) => storeUser(tx, administrator, { ...account, mustChangePassword: false, demo: true, grant }))
  return stored.ok ? accepted(null) : stored
}

/** Acts as a demo account, for loading demo data. Throws where there is none of this name. */
export async function demoViewer(loginName: string): Promise<Viewer> {
  const [user] = await database().$queryRaw<ViewerRow[]>`SELECT ${VIEWER_COLUMNS} FROM users u WHERE u.login_name = ${loginName} AND u.demo`
  if (user === undefined) throw new Error(`no demo account ${loginName}`)
  return viewerFrom(user)
}

/** Marks the demo data as complete: the next start leaves it alone. */
export async function completeDemoData(): Promise<void> {
  await database().installation.update({ where: { id: 1 }, data: { demoDataAt: new Date() } })
}
