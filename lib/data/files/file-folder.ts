import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import fs, { type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'

/**
 * The folder in which files are kept, each named by the SHA-256 of its bytes: what has another content has another name, so
 * that nothing is ever overwritten by something else. Which of them count is told by the rows of the database.
 */

/** The folder that `HENGJI_FILES_DIR` names. Throws where it names none: nothing is ever kept elsewhere. */
function folder(): string {
  const named = process.env.HENGJI_FILES_DIR
  if (!named) throw new Error('HENGJI_FILES_DIR is not set')
  return named
}

/** Where files are written before they are whole. In the same file system, so that they can be renamed into their place. */
export const incomingFolder = (): string => path.join(/* turbopackIgnore: true */ folder(), 'incoming')

const HASH = /^[0-9a-f]{64}$/

const isHash = (name: string): boolean => HASH.test(name)

/** Where the file of that hash is kept. Throws for what is no hash: it never becomes a path. */
export function pathOf(hash: string): string {
  if (!isHash(hash)) throw new Error('no SHA-256')
  return path.join(/* turbopackIgnore: true */ folder(), hash.slice(0, 2), hash)
}

/** Bytes that are whole and on the disk, though not in their place yet. `hash` is their SHA-256 in hex, `size` their number. */
export type IncomingFile = { path: string; hash: string; size: number }

/** What a full, write-protected or broken disk answers; anything else is a bug. */
const DISK_TROUBLE = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOTDIR', 'ESTALE', 'EFBIG'])

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** What the disk does not take is a refusal, `file-not-kept`. */
export async function onDisk<T>(work: () => Promise<T>): Promise<Decision<T>> {
  try {
    return accepted(await work())
  } catch (error) {
    if (!DISK_TROUBLE.has(codeOf(error))) throw error
    console.error('files', error)
    return refused('file-not-kept')
  }
}

/**
 * Writes a stream beside the store, hashing it on the way; memory stays flat whatever its size. Refused as `file-not-kept` where
 * the disk does not take it. What was received is either placed or discarded.
 */
export const receiveFile = (source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Decision<IncomingFile>> =>
  onDisk(async () => {
    await fs.mkdir(incomingFolder(), { recursive: true })
    const at = path.join(/* turbopackIgnore: true */ incomingFolder(), randomUUID())
    const file = await fs.open(at, 'wx', 0o640)
    try {
      return { path: at, ...(await written(file, source)) }
    } catch (error) {
      await fs.rm(at, { force: true })
      throw error
    } finally {
      await file.close()
    }
  })

async function written(
  file: FileHandle,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ hash: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of source) {
    hash.update(chunk)
    size += chunk.byteLength
    await file.appendFile(chunk)
  }
  await file.sync()
  return { hash: hash.digest('hex'), size }
}

/** Puts a received file into its place, on the disk for good. Refused as `file-not-kept`. Safe to do twice with the same bytes. */
export const placeFile = (file: IncomingFile): Promise<Decision<null>> =>
  onDisk(async () => {
    const to = pathOf(file.hash)
    const made = await fs.mkdir(path.dirname(to), { recursive: true })
    await fs.rename(file.path, to)
    await keepNames(path.dirname(to))
    if (made !== undefined) await keepNames(folder())
    return null
  })

/** A name is on the disk once its folder is. Windows has no such call. */
async function keepNames(of: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await fs.open(of, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Takes back what was received and not placed. */
export const discardFile = (file: IncomingFile): Promise<void> => fs.rm(file.path, { force: true })

export const removeFile = (hash: string): Promise<void> => fs.rm(pathOf(hash), { force: true })

/** How a file is: as it was kept, gone, with other bytes, or not to be read at the moment. */
export type FileState = 'sound' | 'missing' | 'altered' | 'unreadable'

/** Reads the whole file and compares; memory stays flat. */
export async function stateOfFile(hash: string, size: number): Promise<FileState> {
  try {
    const file = await fs.open(pathOf(hash), 'r')
    try {
      if ((await file.stat()).size !== size) return 'altered'
      const found = createHash('sha256')
      for await (const chunk of file.createReadStream({ autoClose: false })) found.update(chunk as Buffer)
      return found.digest('hex') === hash ? 'sound' : 'altered'
    } finally {
      await file.close()
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return 'missing'
    if (!DISK_TROUBLE.has(code)) throw error
    return 'unreadable'
  }
}

/** The hashes of all files in the folder, a subfolder at a time, each with the time of its last change; what is not named so is left out. */
export async function* filesInFolder(): AsyncGenerator<{ hash: string; changedAt: Date }[]> {
  for (const name of await namesIn(folder())) {
    if (!/^[0-9a-f]{2}$/.test(name)) continue
    const files = await changedFiles(path.join(/* turbopackIgnore: true */ folder(), name))
    yield files.filter((file) => isHash(file.name)).map(({ name: hash, changedAt }) => ({ hash, changedAt }))
  }
}

/** Removes what was received before `before` and neither placed nor discarded: its process ended in between. */
export async function clearIncoming(before: Date): Promise<void> {
  for (const { name, changedAt } of await changedFiles(incomingFolder()))
    if (changedAt < before) await fs.rm(path.join(/* turbopackIgnore: true */ incomingFolder(), name), { force: true })
}

const namesIn = (of: string): Promise<string[]> =>
  fs.readdir(of).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })

async function changedFiles(of: string): Promise<{ name: string; changedAt: Date }[]> {
  const found = await Promise.all(
    (await namesIn(of)).map(async (name) => {
      const stat = await fs.stat(path.join(/* turbopackIgnore: true */ of, name)).catch(() => null)
      return stat === null ? [] : [{ name, changedAt: stat.mtime }]
    }),
  )
  return found.flat()
}
