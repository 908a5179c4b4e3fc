import { isRowId } from '@/lib/domain/cells/addresses'
import type { Evaluation } from './evaluation'
import { ENTRY_SECTIONS, type EntrySection } from './sections'

/** Where 佐证材料 belong: each file stands at the place that it vouches for. */

/** 附件1 and 附件2 with their stamps, as scanned. */
export const SCANS = ['table', 'report'] as const
export type Scan = (typeof SCANS)[number]

/** The stamped papers that an evaluation of the kind has: a project has a form, and no report. */
export const scansOf = ({ kind }: Pick<Evaluation, 'kind'>): readonly Scan[] => (kind === 'project' ? ['table'] : SCANS)

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

/** Whether evidence may be brought for the place now: the row is there, the finding was explained (`explained`), the
 * kind of evaluation has the paper. */
export function isEvidencePlace(
  evaluation: Pick<Evaluation, ListWithEvidence | 'kind'>,
  explained: readonly { code: string; at: string }[],
  text: string,
): boolean {
  const place = parseEvidencePlace(text)
  if (place?.kind === 'row') return evaluation[place.list].some(({ id }) => id === place.row)
  if (place?.kind === 'scan') return scansOf(evaluation).includes(place.scan)
  if (place?.kind === 'explanation') return explained.some(({ code, at }) => code === place.code && at === place.at)
  return place !== null
}
