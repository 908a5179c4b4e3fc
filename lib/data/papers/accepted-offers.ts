import 'server-only'
import { type CellChange, type CellConflict, saveCells } from '@/lib/data/change/save-cells'
import { idFrom } from '@/lib/data/database/new-id'
import { type AddressText, isTie, rowAt } from '@/lib/domain/cells/addresses'
import { accepted, type Decision, type Refusal } from '@/lib/domain/decision/decision'
import type { CellValue } from '@/lib/domain/evaluation/cell-value'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { ENTRY_SECTIONS, type EntrySection } from '@/lib/domain/evaluation/sections'
import type { Viewer } from '@/lib/domain/people/permissions'
import { type Asked, acceptedOffers, askedOffers, type Offer, type Offered, type OfferedRow, offersOf } from '@/lib/exchange/offers/offers'
import type { ReadPaper } from './read-papers'

/**
 * What a paper offers to an evaluation as somebody has it before them, at `revision`: rows that would come have the same ids however
 * often they are asked for from there.
 */
export const offeredBy = ({ document, hash }: ReadPaper, evaluation: Evaluation, revision: number | string): Offered =>
  offersOf(document, evaluation, (at) => idFrom(evaluation.id, hash, String(revision), at))

/** What somebody asks for: out of which paper, as the evaluation and its cells' revisions were seen. */
export type AskedFor = {
  evaluation: Evaluation
  paper: ReadPaper
  revision: string
  seen: Readonly<Record<string, number>>
  asked: Asked
}

/** How many cells stand as the paper has them, and those that do not, by the JSON pointers of the values. */
export type Acceptance = {
  written: number
  refusals: readonly { at: string; refusal: Refusal }[]
  conflicts: readonly { at: string; conflict: CellConflict }[]
}

/**
 * Accepts values of a paper, form by form, each in a transaction of its own with one entry of the log that names the paper; tasks come
 * before what is tied to them. `read` makes of a text what a cell may hold. Refused as `saveCells` is; forms before stay accepted.
 */
export async function acceptOffers(
  viewer: Viewer,
  given: AskedFor,
  read: (address: AddressText, text: string) => Decision<CellValue>,
): Promise<Decision<Acceptance>> {
  const offered = offeredBy(given.paper, given.evaluation, given.revision)
  const chosen = askedOffers(offered, given.asked)
  const here = new Set([...given.evaluation.tasks, ...given.evaluation.measures].map(({ id }) => id))
  let all: Acceptance = { written: 0, refusals: [], conflicts: [] }
  for (const section of ENTRY_SECTIONS) {
    const own = new Set(chosen.filter((offer) => offer.section === section).map(({ at }) => at))
    if (own.size === 0) continue
    const parts = acceptedOffers(offered, own)
    for (const { row } of parts.rows) here.add(row.id)
    const offers = parts.offers.flatMap((offer) => tiedTo(offer, here))
    const form = await acceptForm(viewer, given, { section, own, ...parts, offers }, read)
    if (!form.ok) return form
    const { written, refusals, conflicts } = form.value
    all = {
      written: all.written + written,
      refusals: [...all.refusals, ...refusals],
      conflicts: [...all.conflicts, ...conflicts],
    }
  }
  return accepted(all)
}

/** Tied to nothing that nobody accepted. */
function tiedTo(offer: Offer, here: ReadonlySet<string>): Offer[] {
  if (!isTie(offer.address)) return [offer]
  const text = offer.text
    .split(' ')
    .filter((id) => here.has(id))
    .join(' ')
  return text === '' ? [] : [{ ...offer, text }]
}

async function acceptForm(
  viewer: Viewer,
  { evaluation, paper, seen }: AskedFor,
  { section, own, offers, rows }: Offered & { section: EntrySection; own: ReadonlySet<string> },
  read: (address: AddressText, text: string) => Decision<CellValue>,
): Promise<Decision<Acceptance>> {
  const refusals: { at: string; refusal: Refusal }[] = []
  const changes: CellChange[] = []
  for (const { at, address, text } of offers) {
    const value = read(address, text)
    if (value.ok) changes.push({ address, seen: seen[address] ?? 0, value: value.value })
    else refusals.push({ at, refusal: value.refusal })
  }
  const source = { action: 'papers.accept', payload: { paper: paper.name, hash: paper.hash, section } } as const
  const saved = await saveCells(viewer, evaluation.id, changes, { rows: filledRows(rows, changes), source })
  if (!saved.ok) return saved
  const pointers = new Map<string, string>(offers.map(({ address, at }) => [address, at]))
  const at = (address: string): string => pointers.get(address) ?? ''
  return accepted({
    // What a row is known by comes along unasked
    written: saved.value.saved.filter(({ address }) => own.has(at(address))).length,
    refusals: [...refusals, ...saved.value.refusals.map(({ address, refusal }) => ({ at: at(address), refusal }))],
    conflicts: saved.value.conflicts.map((conflict) => ({ at: at(conflict.address), conflict })),
  })
}

/** Rows of which something can be kept: no row is added for a value that is refused. */
const filledRows = (rows: readonly OfferedRow[], changes: readonly CellChange[]): OfferedRow['row'][] =>
  rows.map(({ row }) => row).filter(({ id }) => changes.some(({ address }) => rowAt(address)?.row === id))
