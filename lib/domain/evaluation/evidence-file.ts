import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { cleanedLine, isBroken } from '@/lib/domain/reading/typed'

/** 佐证材料: files that vouch for what an evaluation says. */

/** What a file is, by its content and not by its name. */
const EVIDENCE_KINDS = ['pdf', 'png', 'jpeg', 'docx', 'xlsx', 'ofd'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]
export const isEvidenceKind = (text: string): text is EvidenceKind => EVIDENCE_KINDS.some((kind) => kind === text)

/** Kinds that a browser shows by itself without running anything of them. */
export const isShown = (kind: EvidenceKind): boolean => kind === 'pdf' || kind === 'png' || kind === 'jpeg'

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

/** What checks need to know of a file. */
export type EvidenceMark = Pick<EvidenceFile, 'place' | 'name' | 'hash'>

/** A year said as one (2023年), as the beginning or the end of a row of years (2021-2023), or in a date (20230415, 2023-04); not in the number of a document (〔2022〕). */
const YEAR_IN_NAME =
  /(?<!\d)(20\d\d)(?:(?<=20\d\d年?\s*[-—–~～至到]\s*20\d\d)(?!\d)|(?=\s*年|年?\s*[-—–~～至到]\s*20\d\d(?:年|\D|$)|[-._](?:0[1-9]|1[0-2])(?!\d)|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{6})?(?!\d)))/g

/** The years that the name of a file says, the earliest first. */
export const yearsNamed = (name: string): string[] => [...name.matchAll(YEAR_IN_NAME)].flatMap(([, year]) => year ?? []).sort()

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
