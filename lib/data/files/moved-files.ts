import 'server-only'
import { database, inTransaction } from '@/lib/data/database/database'
import { discardFile, placeFile, receiveFile, stateOfFile } from './file-folder'
import { holdFile } from './stored-files'

/**
 * Moves the bytes that an older release kept in the database into the folder. Each is written, read again, and only then
 * taken out of its row: whenever this ends, every file is in one of both places, and the next start goes on. Those that do not
 * fit their hash stay where they are, to be looked at by a person.
 */
export async function moveFilesOut(): Promise<void> {
  const waiting = await database().storedFile.findMany({
    where: { bytes: { not: null } },
    select: { hash: true },
    orderBy: { hash: 'asc' },
  })
  for (const { hash } of waiting) await moveOut(hash)
}

const moveOut = (hash: string): Promise<void> =>
  inTransaction(async (tx) => {
    await holdFile(tx, hash)
    const bytes = (await tx.storedFile.findUnique({ where: { hash }, select: { bytes: true } }))?.bytes ?? null
    if (bytes === null) return
    const received = await receiveFile([bytes])
    if (!received.ok) return
    const file = received.value
    try {
      if (file.hash !== hash) return console.error(`file ${hash} is altered`)
      const placed = await placeFile(file)
      if (!placed.ok || (await stateOfFile(hash, file.size)) !== 'sound') return
      await tx.storedFile.update({ where: { hash }, data: { bytes: null }, select: { hash: true } })
    } finally {
      await discardFile(file)
    }
  })
