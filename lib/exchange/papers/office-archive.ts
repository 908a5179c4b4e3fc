import { inflateRawSync } from 'node:zlib'

/**
 * The parts of a .docx or .xlsx, which is a ZIP archive. Everything that its directory says is checked before anything is inflated,
 * and what is inflated is cut off where it becomes longer than it said: an archive of unknown origin costs no more than this.
 */
export type Archive = { names: readonly string[]; sizeOf: (name: string) => number; read: (name: string) => string | null }
export type ArchiveTrouble = 'notOffice' | 'encryptedFile' | 'suspiciousFile' | 'macros'

const MOST_ENTRIES = 2_000
/** All parts together, and one part that is read, inflated. */
const LARGEST_TOTAL = 256 * 1024 * 1024
const LARGEST_PART = 32 * 1024 * 1024
/** Text shrinks to a twentieth; a bomb to a thousandth. */
const MOST_RATIO = 200
const SMALL = 1024 * 1024

const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50]
/** The older binary format, in which programs also wrap files with a password. */
const COMPOUND = 0xe011cfd0

type Entry = { name: string; method: number; packed: number; size: number; local: number }

/** `main`: the part that makes it what it is to be. */
export function archiveOf(
  bytes: Uint8Array,
  main = 'word/document.xml',
): { ok: true; archive: Archive } | { ok: false; trouble: ArchiveTrouble } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const refused = (trouble: ArchiveTrouble): { ok: false; trouble: ArchiveTrouble } => ({ ok: false, trouble })
  if (bytes.length >= 8 && view.getUint32(0, true) === COMPOUND) return refused('encryptedFile')
  const entries = entriesOf(view, bytes)
  if (typeof entries === 'string') return refused(entries)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (!byName.has('[Content_Types].xml') || !byName.has(main)) return refused('notOffice')
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return refused('macros')
  const sizeOf = (name: string): number => byName.get(name)?.size ?? 0
  return { ok: true, archive: { names: [...byName.keys()], sizeOf, read: (name) => textOf(bytes, view, byName.get(name)) } }
}

function entriesOf(view: DataView, bytes: Uint8Array): Entry[] | ArchiveTrouble {
  const end = endOf(view)
  if (end === null) return 'notOffice'
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MOST_ENTRIES || count === 0xffff || at === 0xffffffff) return 'suspiciousFile'
  const entries: Entry[] = []
  const names = new Set<string>()
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return 'notOffice'
    const flags = view.getUint16(at + 8, true)
    const [method, packed, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const length = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))
    if ((flags & 1) === 1) return 'encryptedFile'
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|\0/.test(name) || names.has(name)) return 'suspiciousFile'
    total += size
    if (total > LARGEST_TOTAL || size === 0xffffffff || packed > bytes.length) return 'suspiciousFile'
    if (size > SMALL && size / Math.max(packed, 1) > MOST_RATIO) return 'suspiciousFile'
    names.add(name)
    entries.push({ name, method, packed, size, local: view.getUint32(at + 42, true) })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) if (view.getUint32(at, true) === END) return at
  return null
}

/** A part as text; null where there is none, or it is not what the directory said. */
function textOf(bytes: Uint8Array, view: DataView, entry: Entry | undefined): string | null {
  if (entry === undefined || entry.size > LARGEST_PART || entry.local + 30 > bytes.length) return null
  if (view.getUint32(entry.local, true) !== LOCAL) return null
  const from = entry.local + 30 + view.getUint16(entry.local + 26, true) + view.getUint16(entry.local + 28, true)
  const packed = bytes.subarray(from, from + entry.packed)
  try {
    const plain = entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: entry.size + 1 }) : packed
    return plain.length === entry.size ? new TextDecoder('utf-8').decode(plain) : null
  } catch {
    return null
  }
}
