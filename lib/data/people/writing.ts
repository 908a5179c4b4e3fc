import 'server-only'
import { inTransaction, type Transaction } from '@/lib/data/database/database'
import { databaseTrouble } from '@/lib/data/database/database-trouble'
import { STEADY } from '@/lib/data/database/steady'
import { type Decision, refused } from '@/lib/domain/decision/decision'
import type { Viewer } from '@/lib/domain/people/permissions'
import { Prisma } from '@/lib/generated/prisma/client'
import { VIEWER_COLUMNS, type ViewerRow, viewerFrom } from './viewers'

/** First key of the locks on what people may do; the second is the user's, or 0 for everybody. Everybody's is taken first. */
const RIGHTS = 9
const NOTHING = Prisma.sql`SELECT 1 WHERE false`
const NO_VALUE = Prisma.sql`SELECT NULL`

/**
 * Writes in a viewer's name, in one transaction. `hold` takes what has to be held: a statement, several, or nothing; then the viewer
 * is read again, and `work` decides by what it is given: a role that was taken away while the request was under way, or waited its
 * turn, counts no more. Whoever takes a role away waits for what is being written in it (`changeRights`), so that nothing
 * is kept afterwards. Refused as `signed-out` where the account is gone, disabled, or must first change its password; and
 * what went wrong around the database (`databaseTrouble`) is a refusal as well, so that a page keeps what was typed in it.
 * `read` selects a value with which `work` begins: once everything is held, in the statement that reads the viewer again.
 */
export const writingAs = <T, Answer extends { ok: boolean } = Decision<T>>(
  viewer: Viewer,
  hold: Prisma.Sql | ((tx: Transaction) => Promise<unknown>) | null,
  work: (tx: Transaction, viewer: Viewer, read: unknown) => Promise<Decision<T> | Answer>,
  read: Prisma.Sql = NO_VALUE,
): Promise<Decision<T> | Answer> =>
  inTransaction(async (tx) => {
    if (typeof hold === 'function') await hold(tx)
    const now = await viewerNow(tx, viewer.userId, typeof hold === 'function' ? null : hold, read)
    if (now === null || now.mustChangePassword) return refused('signed-out')
    return work(tx, { ...now.viewer, ...(viewer.address === undefined ? {} : { address: viewer.address }) }, now.read)
  }).catch((error: unknown) => {
    const trouble = databaseTrouble(error)
    if (trouble === null) throw error
    console.error(`not kept: ${trouble.code}`)
    return { ok: false, refusal: trouble }
  })

/**
 * A user as they may act at this moment and until the transaction ends; null: they have no account any more, or a disabled one.
 * What `hold` selects is held before, and what `read` selects is read with them: each change waits for every statement.
 */
export async function viewerNow(
  tx: Transaction,
  userId: string,
  hold: Prisma.Sql | null = null,
  read: Prisma.Sql = NO_VALUE,
): Promise<{ viewer: Viewer; mustChangePassword: boolean; read: unknown } | null> {
  await tx.$executeRaw`${STEADY}
    WITH held AS MATERIALIZED (${hold ?? NOTHING}), all_held AS MATERIALIZED (SELECT count(*) FROM held)
    SELECT pg_advisory_xact_lock_shared(${RIGHTS}::int, 0), pg_advisory_xact_lock_shared(${RIGHTS}::int, hashtext(${userId})) FROM all_held`
  // In a statement of its own: one sees only what was kept before it began, and that of the locks began before it had waited for them
  const [user] = await tx.$queryRaw<(ViewerRow & { mustChangePassword: boolean; read: unknown })[]>`${STEADY}
    SELECT ${VIEWER_COLUMNS}, u.must_change_password AS "mustChangePassword", (${read}) AS read FROM users u WHERE u.id = ${userId} AND u.disabled_at IS NULL`
  return user === undefined ? null : { viewer: viewerFrom(user), mustChangePassword: user.mustChangePassword, read: user.read }
}

/** Part of `hold` where a user's rights change: nothing is being written in their name any more, nor begun until the end. */
export const changeRights = (tx: Transaction, userId: string) =>
  tx.$executeRaw`
    SELECT pg_advisory_xact_lock_shared(${RIGHTS}::int, 0), pg_advisory_xact_lock(${RIGHTS}::int, hashtext(${userId}))`

/** The same where everybody's may change, because departments change their places. */
export const changeEverybodysRights = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${RIGHTS}::int, 0)`
