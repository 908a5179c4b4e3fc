import 'server-only'
import { database, inTransaction } from '@/lib/data/database/database'
import { Prisma } from '@/lib/generated/prisma/client'
import { clearIncoming, filesInFolder, removeFile } from './file-folder'
import { holdFile, referenced } from './stored-files'

const DAY_MS = 86_400_000

/** A file that nothing refers to stays for so long: a copy of the database made before may still need it. */
const KEPT_DAYS = 7

/** Files without a row, or not whole, are left alone for so long: somebody may just be keeping them. */
const STRAY_DAYS = 1

/**
 * Removes the files that nothing has referred to for `KEPT_DAYS`, and what broken-off work has left in the folder. Each is
 * removed while it is held, so that nobody refers to it in the same moment.
 */
export async function sweepFiles(now: Date = new Date()): Promise<void> {
  const [unreferenced, stray] = [KEPT_DAYS, STRAY_DAYS].map((days) => new Date(now.getTime() - days * DAY_MS))
  if (!unreferenced || !stray) return
  await noteReferences(now)
  const old = await database().storedFile.findMany({ where: { unreferencedSince: { lt: unreferenced } }, select: { hash: true } })
  for (const { hash } of old) await removeUnreferenced(hash, unreferenced)
  await clearIncoming(stray)
  for await (const files of filesInFolder()) for (const { hash, changedAt } of files) if (changedAt < stray) await removeWithoutRow(hash)
}

/** Since when nothing refers to a file stands in its row. */
async function noteReferences(now: Date): Promise<void> {
  const isReferenced = await referenced(database())
  await database().$executeRaw`
    UPDATE stored_files f SET unreferenced_since = CASE WHEN ${isReferenced} THEN NULL ELSE ${now}::timestamptz END
    WHERE (unreferenced_since IS NULL) <> ${isReferenced}`
}

async function removeUnreferenced(hash: string, before: Date): Promise<void> {
  try {
    await inTransaction(async (tx) => {
      await holdFile(tx, hash)
      const removed = await tx.storedFile.deleteMany({ where: { hash, unreferencedSince: { lt: before } } })
      if (removed.count === 1) await removeFile(hash)
    })
  } catch (error) {
    // Something refers to it again: the key keeps the row, and the row the file.
    if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003')) throw error
  }
}

const removeWithoutRow = (hash: string): Promise<void> =>
  inTransaction(async (tx) => {
    await holdFile(tx, hash)
    if ((await tx.storedFile.count({ where: { hash } })) === 0) await removeFile(hash)
  })
