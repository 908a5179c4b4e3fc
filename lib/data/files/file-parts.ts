import 'server-only'
import { constants } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Decision } from '@/lib/domain/decision/decision'
import { incomingFolder, onDisk } from './file-folder'

/**
 * Files that arrive part by part, each growing beside the store under the name of its upload until it is whole. How far it has come is
 * the file's own length: nothing else is kept of it, and what nobody goes on with is cleared away with all that is incoming.
 */

/** Which upload: `owner` is whose it is, `file` which of theirs. Both are made of letters and digits, never of what somebody typed. */
export type PartialFile = { owner: string; file: string }

const nameOf = ({ owner, file }: PartialFile): string => {
  if (!/^[a-z0-9]+$/.test(owner + file)) throw new Error('no name of an upload')
  return `${owner}.${file}`
}

const placeOf = (upload: PartialFile): string => path.join(/* turbopackIgnore: true */ incomingFolder(), nameOf(upload))

/**
 * Writes the next part behind what is there, up to `whole` bytes in all, and gives how many are there then. A part that does not begin
 * where the file ends is left: the sender learns from the answer where to go on. What came before a connection broke stays. Refused as
 * `file-not-kept`.
 */
export const addPart = (
  upload: PartialFile,
  { from, whole }: { from: number; whole: number },
  part: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Decision<number>> =>
  onDisk(async () => {
    await fs.mkdir(incomingFolder(), { recursive: true })
    const file = await fs.open(placeOf(upload), constants.O_RDWR | constants.O_CREAT, 0o640)
    try {
      let end = (await file.stat()).size
      if (from !== end) return end
      for await (const chunk of part) {
        const fitting = chunk.subarray(0, whole - end)
        if (fitting.byteLength === 0) break
        await file.write(fitting, 0, fitting.byteLength, end)
        end += fitting.byteLength
      }
      return end
    } finally {
      await file.close()
    }
  })

/** What has arrived, from its beginning; nothing where it has been dropped. */
export async function* partsOf(upload: PartialFile): AsyncGenerator<Uint8Array> {
  const file = await fs.open(placeOf(upload), constants.O_RDONLY | constants.O_CREAT, 0o640)
  try {
    for await (const chunk of file.createReadStream({ autoClose: false })) yield chunk as Buffer
  } finally {
    await file.close()
  }
}

export const dropParts = (upload: PartialFile): Promise<void> => fs.rm(placeOf(upload), { force: true })

/** How many uploads of theirs have not come to their end, besides this one. */
export async function unfinishedBesides({ owner, file }: PartialFile): Promise<number> {
  const names = await fs.readdir(incomingFolder()).catch(() => [])
  return names.filter((name) => name.startsWith(`${owner}.`) && name !== nameOf({ owner, file })).length
}
