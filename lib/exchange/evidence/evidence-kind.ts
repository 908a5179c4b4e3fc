import { accepted, type Decision, type PlainRefusal, refused } from '@/lib/domain/decision/decision'
import type { EvidenceKind } from '@/lib/domain/evaluation/evidence-file'
import { LONGEST_END } from '@/lib/exchange/papers/archive-directory'
import { archiveKind, isArchiveBehind } from './archives'
import { type FileBytes, holds } from './file-bytes'
import { jpegTrouble, pngTrouble } from './pictures'

/**
 * What a file is that is brought as 佐证材料, by its content. Only what is needed of it is read, and nothing is unpacked but the list of
 * an archive's parts: whatever it is, it costs milliseconds and no memory. Refused: `evidence-empty`, `evidence-kind` (of none of the
 * kinds), `evidence-archive`, `evidence-old-office`, `evidence-active` (macros, scripts, programs, or another file within), `evidence-broken`.
 */
export async function evidenceKind(file: FileBytes): Promise<Decision<EvidenceKind>> {
  if (file.size === 0) return refused('evidence-empty')
  const head = Buffer.from(await file.read(0, 16))
  const known = KINDS.find(({ begins }) => begins.some((sign) => head.subarray(0, sign.length).equals(sign)))
  if (known === undefined) return refused('evidence-kind')
  if ('refusal' in known) return refused(known.refusal)
  return known.examine(file)
}

const sign = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex')

type Known = { begins: readonly Buffer[] } & ({ refusal: PlainRefusal } | { examine: (file: FileBytes) => Promise<Decision<EvidenceKind>> })

const KINDS: readonly Known[] = [
  { begins: [Buffer.from('%PDF-1.'), Buffer.from('%PDF-2.')], examine: (file) => alone(file, 'pdf', pdfTrouble) },
  { begins: [sign('89 50 4e 47 0d 0a 1a 0a')], examine: (file) => alone(file, 'png', pngTrouble) },
  { begins: [sign('ff d8 ff')], examine: (file) => alone(file, 'jpeg', jpegTrouble) },
  { begins: [sign('50 4b 03 04')], examine: archiveKind },
  { begins: [sign('d0 cf 11 e0 a1 b1 1a e1')], refusal: 'evidence-old-office' },
  // RAR, 7z, gzip, and a ZIP without content or in parts
  {
    begins: [sign('52 61 72 21'), sign('37 7a bc af'), sign('1f 8b'), sign('50 4b 05 06'), sign('50 4b 07 08')],
    refusal: 'evidence-archive',
  },
]

/** A file of the kind and of no other besides: with an archive behind it, it would be two. */
async function alone(
  file: FileBytes,
  kind: EvidenceKind,
  troubleOf: (file: FileBytes) => Promise<PlainRefusal | null>,
): Promise<Decision<EvidenceKind>> {
  const from = Math.max(0, file.size - LONGEST_END)
  if (isArchiveBehind(await file.read(from, file.size - from))) return refused('evidence-active')
  const trouble = await troubleOf(file)
  return trouble === null ? accepted(kind) : refused(trouble)
}

/** Within so many bytes of the end stand the marks of a PDF that is whole. */
const END_OF_PDF = 2048

/** Letters of names in a PDF may stand as numbers. */
const pdfName = (name: string): string =>
  [...name]
    .map(
      (letter) =>
        `(?:${letter}|#${letter
          .charCodeAt(0)
          .toString(16)
          .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`,
    )
    .join('')

/** What of a PDF does something by itself. Short names are left out: compressed pictures hold them by chance. */
const ACTIVE_IN_PDF = new RegExp(`/(?:${['JavaScript', 'Launch', 'RichMedia'].map(pdfName).join('|')})`)

async function pdfTrouble(file: FileBytes): Promise<PlainRefusal | null> {
  const from = Math.max(0, file.size - END_OF_PDF)
  const tail = Buffer.from(await file.read(from, file.size - from)).toString('latin1')
  if (!tail.includes('startxref') || !tail.includes('%%EOF')) return 'evidence-broken'
  return (await holds(file, ACTIVE_IN_PDF)) ? 'evidence-active' : null
}
