/**
 * The directory of a ZIP archive. Everything that it says is checked before anything is inflated, so that an archive of unknown
 * origin costs no more than its directory.
 */
export type ArchiveEntry = { name: string; method: number; packed: number; size: number; local: number }
export type DirectoryTrouble = 'notOffice' | 'encryptedFile' | 'suspiciousFile'

const MOST_ENTRIES = 2_000
/** All parts together, inflated. */
const LARGEST_TOTAL = 256 * 1024 * 1024
/** Text shrinks to a twentieth; a bomb to a thousandth. */
const MOST_RATIO = 200
const SMALL = 1024 * 1024

const [ENTRY, END] = [0x02014b50, 0x06054b50]

/** Within so many bytes of an archive's end stands the end of its directory. */
export const LONGEST_END = 65_557

/** Where the directory stands, as its end says: from the archive's beginning, in bytes. `endAt`: of the end itself, within `tail`. */
export type DirectoryEnd = { count: number; size: number; at: number; endAt: number; commentLength: number }

/** The end of the directory, looked for in the last bytes of a file; null where there is none. */
export function directoryEnd(tail: Uint8Array): DirectoryEnd | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  for (let at = tail.length - 22; at >= Math.max(0, tail.length - LONGEST_END); at--)
    if (view.getUint32(at, true) === END)
      return {
        count: view.getUint16(at + 10, true),
        size: view.getUint32(at + 12, true),
        at: view.getUint32(at + 16, true),
        endAt: at,
        commentLength: view.getUint16(at + 20, true),
      }
  return null
}

/** What the directory lists. `directory`: its bytes, from its beginning; `archiveSize`: of the whole file, in bytes. */
export function entriesIn(directory: Uint8Array, { count, at }: DirectoryEnd, archiveSize: number): ArchiveEntry[] | DirectoryTrouble {
  if (count > MOST_ENTRIES || count === 0xffff || at === 0xffffffff) return 'suspiciousFile'
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const entries: ArchiveEntry[] = []
  const names = new Set<string>()
  let [place, total] = [0, 0]
  for (let i = 0; i < count; i++) {
    if (place + 46 > directory.length || view.getUint32(place, true) !== ENTRY) return 'notOffice'
    const flags = view.getUint16(place + 8, true)
    const [method, packed, size] = [view.getUint16(place + 10, true), view.getUint32(place + 20, true), view.getUint32(place + 24, true)]
    const length = view.getUint16(place + 28, true)
    const name = new TextDecoder().decode(directory.subarray(place + 46, place + 46 + length))
    if ((flags & 1) === 1) return 'encryptedFile'
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|\0/.test(name) || names.has(name)) return 'suspiciousFile'
    total += size
    if (total > LARGEST_TOTAL || size === 0xffffffff || packed > archiveSize) return 'suspiciousFile'
    if (size > SMALL && size / Math.max(packed, 1) > MOST_RATIO) return 'suspiciousFile'
    names.add(name)
    entries.push({ name, method, packed, size, local: view.getUint32(place + 42, true) })
    place += 46 + length + view.getUint16(place + 30, true) + view.getUint16(place + 32, true)
  }
  return entries
}
