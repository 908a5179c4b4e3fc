import { inflateRawSync } from 'node:zlib'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import type { EvidenceKind } from '@/lib/domain/evaluation/evidence-file'
import { type ArchiveEntry, type DirectoryEnd, directoryEnd, entriesIn, LONGEST_END } from '@/lib/exchange/papers/archive-directory'
import type { FileBytes } from './file-bytes'

/** A directory of 2,000 parts has some hundred kB. */
const LARGEST_DIRECTORY = 4 * 1024 * 1024
const LARGEST_TYPES = 1024 * 1024
const TYPES = '[Content_Types].xml'

/** The part that makes an archive a paper of that kind. */
const MAIN_PARTS: readonly (readonly [part: string, kind: EvidenceKind])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['OFD.xml', 'ofd'],
]

/** Parts that run, and programs that were put among the others. */
const ACTIVE_PARTS =
  /vbaProject|(?:^|\/)(?:macrosheets|activeX)\/|\.(?:exe|dll|com|scr|pif|bat|cmd|ps1|vbs|vbe|jse?|wsf|hta|jar|lnk|msi|sh|php|html?)$/i
const ACTIVE_TYPES = /macroEnabled|vbaProject|activeX|ms-excel\.(?:intl)?macrosheet/i

const TROUBLES = { notOffice: 'evidence-broken', encryptedFile: 'evidence-old-office', suspiciousFile: 'evidence-broken' } as const

/** What kind of paper a ZIP archive is, by the list of its parts. Refused as `evidenceKind` is. */
export async function archiveKind(file: FileBytes): Promise<Decision<EvidenceKind>> {
  const from = Math.max(0, file.size - LONGEST_END)
  const end = directoryEnd(await file.read(from, file.size - from))
  if (end === null || end.size > LARGEST_DIRECTORY) return refused('evidence-broken')
  // Exactly behind one another, as programs write them: whatever else stands there is of another file
  const endsHere = end.endAt + 22 + end.commentLength === Math.min(file.size, LONGEST_END)
  if (!endsHere || end.at + end.size !== from + end.endAt) return refused('evidence-active')
  const entries = entriesIn(await file.read(end.at, end.size), end, file.size)
  if (typeof entries === 'string') return refused(TROUBLES[entries])
  const names = new Set(entries.map(({ name }) => name))
  const kind = MAIN_PARTS.find(([part]) => names.has(part))?.[1]
  if (kind === undefined) return refused('evidence-archive')
  if (entries.some(({ name }) => ACTIVE_PARTS.test(name))) return refused('evidence-active')
  if (kind === 'ofd') return accepted(kind)
  const types = await partText(
    file,
    entries.find(({ name }) => name === TYPES),
  )
  if (types === null) return refused('evidence-broken')
  return ACTIVE_TYPES.test(types) ? refused('evidence-active') : accepted(kind)
}

/** A small part as text; null where there is none, or it is not what the directory said. */
async function partText(file: FileBytes, entry: ArchiveEntry | undefined): Promise<string | null> {
  if (entry === undefined || entry.size > LARGEST_TYPES || entry.packed > LARGEST_TYPES) return null
  const head = Buffer.from(await file.read(entry.local, 30))
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return null
  const packed = await file.read(entry.local + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), entry.packed)
  try {
    const plain = entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: entry.size + 1 }) : packed
    return plain.length === entry.size ? new TextDecoder().decode(plain) : null
  } catch {
    return null
  }
}

/** Whether the last bytes of a file of another kind are the end of an archive. A comment of just the length that is left is no chance. */
export function isArchiveBehind(tail: Uint8Array): boolean {
  const end: DirectoryEnd | null = directoryEnd(tail)
  return end !== null && end.endAt + 22 + end.commentLength === tail.length
}
