import 'server-only'
import { moveFilesOut } from './moved-files'
import { sweepFiles } from './swept-files'

const DAY_MS = 86_400_000

const kept = globalThis as typeof globalThis & { hengjiFileKeeper?: true }

/**
 * Moves what an older release kept in the database into the folder, and removes once a day what nobody needs any more, as
 * long as the program runs. Pages do not wait for it: a file is found where it is.
 */
export function startFileKeeping(): void {
  if (kept.hengjiFileKeeper) return
  kept.hengjiFileKeeper = true
  const round = async () => {
    try {
      await moveFilesOut()
      await sweepFiles()
    } catch (error) {
      console.error('files', error)
    }
    setTimeout(round, DAY_MS).unref()
  }
  void round()
}
