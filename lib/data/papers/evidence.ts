import 'server-only'
import { holding, keep, may } from '@/lib/data/change/change'
import { database } from '@/lib/data/database/database'
import { type FileContent, openFile } from '@/lib/data/files/stored-files'
import { visibleTo } from '@/lib/data/people/visibility'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { isEvidencePlace } from '@/lib/domain/evaluation/evidence'
import { type EvidenceFile, type EvidenceKind, isEvidenceKind, MOST_EVIDENCE } from '@/lib/domain/evaluation/evidence-file'
import type { Viewer } from '@/lib/domain/people/permissions'
import { keepBrought, type NamedFile } from './brought-files'

/** 佐证材料 of evaluations. Who sees the evaluation sees it; who fills it in brings and removes it, as long as it is in their hands. */

const COLUMNS = { id: true, place: true, name: true, kind: true, fileHash: true, byName: true, at: true, file: { select: { size: true } } }

type Row = { id: string; place: string; name: string; kind: string; fileHash: string; byName: string; at: Date; file: { size: bigint } }

function fileFrom({ kind, fileHash, at, file, ...row }: Row): EvidenceFile {
  if (!isEvidenceKind(kind)) throw new Error(`evidence of kind ${kind}`)
  return { ...row, kind, hash: fileHash, size: Number(file.size), at: at.toISOString() }
}

/** All evidence of an evaluation, the oldest first; none where the viewer may not see it. */
export async function listEvidence(viewer: Viewer, evaluationId: string): Promise<EvidenceFile[]> {
  const where = { evaluationId, evaluation: visibleTo(viewer) }
  return (await database().evidence.findMany({ where, select: COLUMNS, orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map(fileFrom)
}

/** One of them; null where there is none or the viewer may not see it. */
export async function findEvidence(viewer: Viewer, evaluationId: string, id: string): Promise<EvidenceFile | null> {
  const row = await database().evidence.findFirst({ where: { id, evaluationId, evaluation: visibleTo(viewer) }, select: COLUMNS })
  return row && fileFrom(row)
}

/** The bytes of one. `null` where there is none or the viewer may not see it; refused as `file-missing`, `file-altered`, `file-unreadable`. */
export async function openEvidence(
  viewer: Viewer,
  evaluationId: string,
  id: string,
): Promise<{ name: string; kind: EvidenceKind; file: Decision<FileContent> } | null> {
  const found = await findEvidence(viewer, evaluationId, id)
  return found && { name: found.name, kind: found.kind, file: await openFile(found.hash) }
}

/**
 * Keeps a file as evidence at a place, under an id that is the same whenever it is sent; sent twice it is kept once. Refused: as `keepBrought`, `evidence-place` (none any more), `evidence-here` (the same bytes are
 * there already), `evidence-too-many`.
 */
export const keepEvidence = (
  viewer: Viewer,
  evaluationId: string,
  file: NamedFile & { id: string; place: string; kind: EvidenceKind },
): Promise<Decision<EvidenceFile>> =>
  keepBrought(viewer, evaluationId, file, async (held, brought) => {
    const { tx, evaluation, explanations } = held
    const { id, place, kind, size, hash } = file
    const before = await tx.evidence.findUnique({ where: { id }, select: COLUMNS })
    if (before !== null) return accepted(fileFrom(before))
    if (!isEvidencePlace(evaluation, explanations, place)) return refused('evidence-place')
    const same = await tx.evidence.findFirst({ where: { evaluationId, place, fileHash: hash }, select: { name: true } })
    if (same !== null) return refused('evidence-here', { name: same.name })
    if ((await tx.evidence.count({ where: { evaluationId } })) >= MOST_EVIDENCE)
      return refused('evidence-too-many', { most: String(MOST_EVIDENCE) })
    const node = may(held, 'enter')
    if (!node.ok) return node
    const row = await tx.evidence.create({ data: { id, evaluationId, place, kind, ...brought }, select: COLUMNS })
    const after = { ...evaluation, evidence: [...evaluation.evidence, { place, name: row.name, hash }] }
    await keep(held, node.value, after, { action: 'evidence.add', subject: place, payload: { file: file.name, hash, size } })
    return accepted(fileFrom(row))
  })

/** Removes one; the entry of the log keeps what it was. Refused: `not-permitted` (or it has gone), `locked`, `acted-elsewhere`. */
export const removeEvidence = (viewer: Viewer, evaluationId: string, id: string): Promise<Decision<null>> =>
  holding(viewer, evaluationId, async (held) => {
    const node = may(held, 'enter')
    if (!node.ok) return node
    const row = await held.tx.evidence.findFirst({ where: { id, evaluationId }, select: COLUMNS })
    if (row === null) return refused('not-permitted')
    await held.tx.evidence.delete({ where: { id } })
    const { place, name, hash, size } = fileFrom(row)
    const after = { ...held.evaluation, evidence: held.evaluation.evidence.filter((one) => one.place !== place || one.hash !== hash) }
    await keep(held, node.value, after, { action: 'evidence.remove', subject: place, payload: { file: name, hash, size } })
    return accepted(null)
  })
