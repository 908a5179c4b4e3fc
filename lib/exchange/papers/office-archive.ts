import { inflateRawSync } from 'node:zlib'
import { type ArchiveEntry, type DirectoryTrouble, directoryEnd, entriesIn } from './archive-directory'

/**
 * The parts of a .docx or .xlsx, which is a ZIP archive. Everything that its directory says is checked before anything is inflated,
 * and what is inflated is cut off where it becomes longer than it said: an archive of unknown origin costs no more than this.
 */
export type Archive = { names: readonly string[]; sizeOf: (name: string) => number; read: (name: string) => string | null }
export type ArchiveTrouble = DirectoryTrouble | 'legacyFile' | 'ofdFile' | 'workbookFile' | 'macros'

/** One part that is read, inflated. */
const LARGEST_PART = 32 * 1024 * 1024

const LOCAL = 0x04034b50
/** The older binary format, in which programs also wrap files with a password. */
const COMPOUND = 0xe011cfd0
/** What such a wrapping calls the file in it, in signs of two bytes. */
const WRAPPED = Buffer.from('EncryptedPackage', 'utf16le')

/** What makes an archive a workbook, where a document was asked for. */
const WORKBOOK = 'xl/workbook.xml'

/** `main`: the part that makes it what it is to be. */
export function archiveOf(
  bytes: Uint8Array,
  main = 'word/document.xml',
): { ok: true; archive: Archive } | { ok: false; trouble: ArchiveTrouble } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const refused = (trouble: ArchiveTrouble): { ok: false; trouble: ArchiveTrouble } => ({ ok: false, trouble })
  if (bytes.length >= 8 && view.getUint32(0, true) === COMPOUND) return refused(isWrapped(bytes) ? 'encryptedFile' : 'legacyFile')
  const end = directoryEnd(bytes)
  const entries = end === null ? 'notOffice' : entriesIn(bytes.subarray(end.at), end, bytes.length)
  if (typeof entries === 'string') return refused(entries)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  if (byName.has('OFD.xml')) return refused('ofdFile')
  if (!byName.has(main) && byName.has(WORKBOOK)) return refused('workbookFile')
  if (!byName.has('[Content_Types].xml') || !byName.has(main)) return refused('notOffice')
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) return refused('macros')
  const sizeOf = (name: string): number => byName.get(name)?.size ?? 0
  return { ok: true, archive: { names: [...byName.keys()], sizeOf, read: (name) => textOf(bytes, view, byName.get(name)) } }
}

const isWrapped = (bytes: Uint8Array): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(WRAPPED)

/** A part as text; null where there is none, or it is not what the directory said. */
function textOf(bytes: Uint8Array, view: DataView, entry: ArchiveEntry | undefined): string | null {
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
