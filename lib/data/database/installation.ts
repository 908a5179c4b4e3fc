import 'server-only'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { database } from './database'

/** Whether accounts exist that are not demo accounts: then this is a real system, and never a demo. */
export const hasRealAccounts = async (): Promise<boolean> =>
  (await database().user.findFirst({ where: { demo: false }, select: { id: true } })) !== null

/** Whether demo data was loaded into this database, or begun to be. */
export const hasDemoData = async (): Promise<boolean> =>
  (await database().installation.findUnique({ where: { id: 1 }, select: { demo: true } }))?.demo === true

/** Whether nothing was ever filled in here: no account, no department. */
export const isEmptyDatabase = async (): Promise<boolean> =>
  (await database().user.count()) === 0 && (await database().department.count()) === 0

/**
 * Whether this database may be served in the wanted mode: demo mode is refused where real accounts exist, and a real
 * system where demo data does, so that invented figures never stand among reported ones.
 */
export async function checkInstallation(demo: boolean): Promise<Decision<void>> {
  if (demo) return (await hasRealAccounts()) ? refused('demo-with-real-accounts') : accepted(undefined)
  return (await hasDemoData()) ? refused('demo-data-present') : accepted(undefined)
}
