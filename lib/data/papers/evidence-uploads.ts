import 'server-only'
import fs from 'node:fs/promises'
import { idFrom } from '@/lib/data/database/new-id'
import { discardFile, type IncomingFile, receiveFile } from '@/lib/data/files/file-folder'
import { addPart, dropParts, type PartialFile, partsOf, unfinishedBesides } from '@/lib/data/files/file-parts'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { type EvidenceFile, evidenceName, LARGEST_EVIDENCE, nameOfKind } from '@/lib/domain/evaluation/evidence-file'
import type { Viewer } from '@/lib/domain/people/permissions'
import { evidenceKind } from '@/lib/exchange/evidence/evidence-kind'
import { mayBring } from './brought-files'
import { findEvidence, keepEvidence } from './evidence'

/**
 * Evidence as it arrives: part by part, each going on where the last one ended. A file that is chosen again, in this page or after
 * another start of the browser, is known by what it says of itself.
 */

/** What is brought. `size` in bytes; `changed`: when the file was last changed where it came from, whatever that program says. */
export type BroughtEvidence = { place: string; name: string; size: number; changed: string }
/** How far it is: so many bytes have arrived, or it is whole and kept. */
export type UploadStep = { received: number; kept: EvidenceFile | null }

/** Files of one person that have begun and not ended. */
const MOST_UNFINISHED = 40

const uploadOf = ({ userId }: Viewer, evaluationId: string, { place, name, size, changed }: BroughtEvidence): PartialFile => ({
  owner: idFrom(userId),
  file: idFrom(userId, evaluationId, place, name, String(size), changed),
})

/**
 * Takes in the next part of a file, which begins at byte `from`; an empty part asks how far it is. With the last one the file is
 * looked at and kept. Refused: as `keepEvidence` and `evidenceKind`, `evidence-name`, `evidence-ending`, `evidence-too-large`, `evidence-unfinished`.
 */
export async function takeInEvidence(
  viewer: Viewer,
  evaluationId: string,
  brought: BroughtEvidence,
  from: number,
  part: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Decision<UploadStep>> {
  const permitted = await mayBring(viewer, evaluationId)
  if (!permitted.ok) return permitted
  const { size } = brought
  const name = evidenceName(brought.name)
  if (!name.ok) return name
  if (size === 0) return refused('evidence-empty')
  if (size > LARGEST_EVIDENCE) return refused('evidence-too-large', { size: (size / 1024 / 1024).toFixed(1) })
  const upload = uploadOf(viewer, evaluationId, brought)
  if ((await unfinishedBesides(upload)) >= MOST_UNFINISHED) return refused('evidence-unfinished')
  // Whoever never heard of the end is told again
  const before = await findEvidence(viewer, evaluationId, upload.file)
  if (before !== null) return accepted({ received: size, kept: before })
  const received = await addPart(upload, { from, whole: size }, part)
  if (!received.ok) return received
  if (received.value < size) return accepted({ received: received.value, kept: null })
  return finish(viewer, evaluationId, { ...brought, name: name.value }, upload)
}

/** What is whole is copied once more, hashed on the way: from here on nobody writes into what is looked at. */
async function finish(viewer: Viewer, evaluationId: string, brought: BroughtEvidence, upload: PartialFile): Promise<Decision<UploadStep>> {
  const received = await receiveFile(partsOf(upload))
  if (!received.ok) return received
  const file = received.value
  try {
    // Another request was quicker: who asks again hears what became of it
    if (file.size !== brought.size) return accepted({ received: 0, kept: null })
    const kept = await keepKnown(viewer, evaluationId, brought, { ...file, id: upload.file })
    // Refused or kept, it is over; where only the disk was full, the parts wait for the next try
    if (kept.ok || kept.refusal.code !== 'file-not-kept') await dropParts(upload)
    return kept.ok ? accepted({ received: file.size, kept: kept.value }) : kept
  } finally {
    await discardFile(file)
  }
}

async function keepKnown(
  viewer: Viewer,
  evaluationId: string,
  { place, name }: BroughtEvidence,
  file: IncomingFile & { id: string },
): Promise<Decision<EvidenceFile>> {
  const kind = await kindOf(file)
  if (!kind.ok) return kind
  const named = nameOfKind(name, kind.value)
  return named.ok ? keepEvidence(viewer, evaluationId, { ...file, place, name: named.value, kind: kind.value }) : named
}

async function kindOf({ path, size }: IncomingFile): ReturnType<typeof evidenceKind> {
  const file = await fs.open(path, 'r')
  try {
    const read = async (from: number, length: number) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from)))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
      return bytes.subarray(0, bytesRead)
    }
    return await evidenceKind({ size, read })
  } finally {
    await file.close()
  }
}
