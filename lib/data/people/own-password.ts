import 'server-only'
import { audit } from '@/lib/data/audit/audit'
import { database, inTransaction } from '@/lib/data/database/database'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { endSessionsOf, openSession, type SessionToken } from './sessions'
import { changeRights } from './writing'

/** The hash of the viewer's own password, for checking it before it is changed. */
export const findOwnPasswordHash = async (viewer: Viewer): Promise<string> =>
  (await database().user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { passwordHash: true } })).passwordHash

/**
 * Keeps the viewer's new password, forgets their failed tries and ends all their sessions; gives the one with which they go
 * on: a copy of the token until now is good for nothing. Refused where the password was changed since `seenHash` was checked.
 */
export async function changeOwnPassword(
  viewer: Viewer,
  { seenHash, passwordHash }: { seenHash: string; passwordHash: string },
): Promise<Decision<SessionToken>> {
  return inTransaction(async (tx) => {
    await changeRights(tx, viewer.userId)
    const { count } = await tx.user.updateMany({
      where: { id: viewer.userId, passwordHash: seenHash, disabledAt: null },
      data: { passwordHash, mustChangePassword: false },
    })
    if (count === 0) return refused('password-wrong')
    const { loginName } = await tx.user.findUniqueOrThrow({ where: { id: viewer.userId }, select: { loginName: true } })
    await tx.signInFailure.deleteMany({ where: { loginName } })
    await endSessionsOf(tx, viewer.userId)
    const sessionId = await openSession(tx, viewer.userId, new Date())
    await audit(tx, viewer, { action: 'account.change-password', subject: viewer.userId, payload: {} })
    return accepted({ userId: viewer.userId, sessionId })
  })
}
