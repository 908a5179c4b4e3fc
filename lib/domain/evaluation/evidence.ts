import { isRowId } from '@/lib/domain/cells/addresses'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { cleanedLine, isBroken } from '@/lib/domain/reading/typed'
import type { Evaluation } from './evaluation'
import { ENTRY_SECTIONS, type EntrySection } from './sections'

/** 佐证材料: files that vouch for what an evaluation says, each at the place that it vouches for. */

/** What a file is, by its content and not by its name. */
const EVIDENCE_KINDS = ['pdf', 'png', 'jpeg', 'docx', 'xlsx', 'ofd'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]
export const isEvidenceKind = (text: string): text is EvidenceKind => EVIDENCE_KINDS.some((kind) => kind === text)

/** Kinds that a browser shows by itself without running anything of them. */
export const isShown = (kind: EvidenceKind): boolean => kind === 'pdf' || kind === 'png' || kind === 'jpeg'

/** 附件1 and 附件2 with their stamps, as scanned. */
export const SCANS = ['table', 'report'] as const
export type Scan = (typeof SCANS)[number]

/** The lists whose rows have evidence of their own. */
const LISTS_WITH_EVIDENCE = ['indicators', 'problems', 'measures'] as const
type ListWithEvidence = (typeof LISTS_WITH_EVIDENCE)[number]

/**
 * The place that evidence belongs to: a row, a form, a stamped paper, or what was said to a finding (its code, and where it stands). As
 * text: `indicators/<row>`, `funds`, `scans/table`, `explanations/F05/funds/total/adjustedBudget`.
 */
export type EvidencePlace =
  | { kind: 'row'; list: ListWithEvidence; row: string }
  | { kind: 'section'; section: EntrySection }
  | { kind: 'scan'; scan: Scan }
  | { kind: 'explanation'; code: string; at: string }

/** What the text of a place says; null where there is no such place. Whether the row or explanation exists is another question. */
export function parseEvidencePlace(text: string): EvidencePlace | null {
  const [part = '', second = '', ...rest] = text.split('/')
  const section = ENTRY_SECTIONS.find((name) => name === text)
  if (section !== undefined) return { kind: 'section', section }
  if (part === 'explanations') {
    const at = rest.join('/')
    return at !== '' && at.length <= 200 && /^[A-Z]\d{2}$/.test(second) ? { kind: 'explanation', code: second, at } : null
  }
  if (rest.length > 0) return null
  const scan = SCANS.find((name) => name === second)
  if (part === 'scans') return scan === undefined ? null : { kind: 'scan', scan }
  const list = LISTS_WITH_EVIDENCE.find((name) => name === part)
  return list !== undefined && isRowId(second) ? { kind: 'row', list, row: second } : null
}

/** Whether evidence may be brought for the place now: the row is there, the finding was explained (`explained`). */
export function isEvidencePlace(
  evaluation: Pick<Evaluation, ListWithEvidence>,
  explained: readonly { code: string; at: string }[],
  text: string,
): boolean {
  const place = parseEvidencePlace(text)
  if (place?.kind === 'row') return evaluation[place.list].some(({ id }) => id === place.row)
  if (place?.kind === 'explanation') return explained.some(({ code, at }) => code === place.code && at === place.at)
  return place !== null
}

/** A file of 佐证材料 as lists show it. `size` in bytes; `hash`: SHA-256 of its bytes; `at`: when it was brought (ISO). */
export type EvidenceFile = {
  id: string
  place: string
  name: string
  kind: EvidenceKind
  size: number
  hash: string
  byName: string
  at: string
}

/** The same bytes at other places of the evaluation, by their hash. */
export const sameElsewhere = <File extends Pick<EvidenceFile, 'id' | 'hash'>>(file: File, all: readonly File[]): File[] =>
  all.filter((other) => other.id !== file.id && other.hash === file.hash)

/** In bytes. */
export const LARGEST_EVIDENCE = 50 * 1024 * 1024
/** Files of one evaluation. */
export const MOST_EVIDENCE = 1000
/** Longest name that is kept, in characters with its ending. */
const LONGEST_NAME = 120

const ENDINGS: Readonly<Record<EvidenceKind, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  ofd: ['ofd'],
}
const KNOWN_ENDINGS = Object.values(ENDINGS).flat()

/** The name as one line, without signs that hide what it is. Refused as `evidence-name`: a path, half a character, or nothing but an ending. */
export function evidenceName(name: string): Decision<string> {
  const line = cleanedLine(name)
  return isBroken(line) || /[\\/]|^(?:\.|$)/.test(line) ? refused('evidence-name') : accepted(line)
}

/**
 * The name under which a file of that kind is kept: with an ending of its kind, whatever other kind of evidence it called itself. Cut
 * before the ending where it is too long. Refused as `evidence-ending`: it calls itself something that is no evidence.
 */
export function nameOfKind(name: string, kind: EvidenceKind): Decision<string> {
  const dot = name.lastIndexOf('.')
  const ending = dot < 0 ? '' : name.slice(dot + 1)
  const own = ENDINGS[kind]
  const isOwn = own.includes(ending.toLowerCase())
  if (!isOwn && /^[a-z0-9]{2,5}$/i.test(ending) && /[a-z]/i.test(ending) && !KNOWN_ENDINGS.includes(ending.toLowerCase()))
    return refused('evidence-ending', { ending, kind })
  const isEnding = isOwn || KNOWN_ENDINGS.includes(ending.toLowerCase())
  const right = isOwn ? ending : (own[0] ?? '')
  const stem = [...(isEnding ? name.slice(0, dot) : name)]
  return accepted(`${stem.slice(0, LONGEST_NAME - right.length - 1).join('')}.${right}`)
}
