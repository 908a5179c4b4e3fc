import { type AddressText, isAddress } from '@/lib/domain/cells/addresses'
import type { CoverCell } from '@/lib/domain/cells/cells'
import { FIGURE_ITEMS, type FigureName, isAskedFor, isFigureName, itemOf } from '@/lib/domain/cells/funds'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { textAt } from '@/lib/domain/evaluation/evaluation-cells'
import type { BlockShape, RowList } from '@/lib/domain/evaluation/rows'
import { type EntrySection, sectionOf } from '@/lib/domain/evaluation/sections'
import type { Certainty } from '@/lib/domain/intake/read-paper'
import { plain, quantity, wanFromYuan, type Yuan } from '@/lib/domain/quantities'
import type { EvaluationDocument } from '@/lib/exchange/document-format'
import { matchedRow } from './matched-row'
import { type WantedCell, type WantedPlace, wantedRows } from './wanted-rows'

/** Where something stands in the paper: signs of its text, lines and pages counted from 1. */
export type PaperPlace = { from: number; to: number; line: number; page?: number }

/**
 * A value that was read in a paper, for the cell of a form that it belongs to. `now`: what stands there, as forms write it. `state`:
 * the same stands there already, nothing does, or something else. `row`: the row that the cell is in, where it is still to be added.
 */
export type Offer = {
  /** JSON pointer of the value in the document that was read. */
  at: string
  section: EntrySection
  address: AddressText
  text: string
  now: string
  state: 'same' | 'empty' | 'other'
  certainty: Certainty
  /** Null where the paper says it by where something else stands. */
  place: PaperPlace | null
  row: string | null
}

/** A row that a form does not have yet. `known`: the offer by which it is known, without which it is not added. */
export type OfferedRow = { row: RowList & { id: string; shape?: BlockShape }; known: string }

export type Offered = { offers: readonly Offer[]; rows: readonly OfferedRow[] }

/** What is accepted at once: every value for an empty place, of all forms or of one, or the one value at a JSON pointer. */
export type Asked = { scope: 'all' } | { scope: 'section'; section: EntrySection } | { scope: 'one'; at: string }

/**
 * What a read document offers to an evaluation, cell by cell in the order of the forms. What the scheme gives or does not ask for is
 * not offered. `idOf` names a row that is still to be added, by its pointer: the same for the same, so that what is sent twice is
 * written once.
 */
export function offersOf(document: EvaluationDocument, evaluation: Evaluation, idOf: (at: string) => string): Offered {
  const found = new Map((document.reading?.found ?? []).map(({ at, certainty, ...place }) => [at, { certainty, place }]))
  const offers: Offer[] = []
  const rows: OfferedRow[] = []
  const offer = (address: AddressText, section: EntrySection, { text, at }: WantedCell, row: string | null): void => {
    const now = row === null ? textAt(evaluation, address).trim() : ''
    const state = now === text.trim() ? 'same' : now === '' ? 'empty' : 'other'
    const { certainty = 'likely', place = null } = found.get(at) ?? {}
    offers.push({ at, section, address, text: text.trim(), now, state, certainty, place, row })
  }
  for (const cell of singles(document, evaluation)) offer(cell.address, sectionOfPlace(evaluation, cell.address), cell, null)

  const ids = new Map<string, string>()
  for (const wanted of wantedRows(document)) {
    const place = placeIn(wanted.place, ids)
    const match = matchedRow(evaluation, place, wanted, new Set(ids.values()))
    const id = match?.id ?? idOf(wanted.at)
    ids.set(wanted.at, id)
    const section = sectionOfList(evaluation, wanted.place)
    const { list } = wanted.place
    if (match === null) rows.push({ row: { ...place, id, ...(wanted.shape ? { shape: wanted.shape } : {}) }, known: wanted.cells[0].at })
    for (const cell of wanted.cells) {
      if (match?.given.has(cell.column)) continue
      const text = cell.isTie
        ? cell.text
            .split(' ')
            .flatMap((at) => ids.get(at) ?? [])
            .join(' ')
        : cell.text
      const address = `${list}/${id}/${cell.column}`
      if (text !== '' && isAddress(address)) offer(address, section, { ...cell, text }, match === null ? id : null)
    }
  }
  return { offers, rows }
}

/** Cover and figures. */
function singles(
  { cover, figures = [], moneyUnit }: EvaluationDocument,
  { kind, scheme }: Evaluation,
): (WantedCell & { address: AddressText })[] {
  const isHere = (name: string): name is FigureName => isFigureName(name) && isAskedFor(name, kind, scheme.figureGroups)
  const inWan = (name: FigureName, amount: string): string =>
    moneyUnit === '元' && FIGURE_ITEMS[itemOf(name)].measure === 'money' ? plain(wanFromYuan(quantity(amount) as Yuan)) : amount
  return [
    ...figures.flatMap(({ name, amount }, index) =>
      amount === undefined || !isHere(name)
        ? []
        : [{ address: `funds/${name}` as const, column: '', text: inWan(name, amount), at: `/figures/${index}/amount` }],
    ),
    ...Object.entries(cover ?? {}).flatMap(([column, text]) =>
      text === '' ? [] : [{ address: `cover/${column as CoverCell}` as const, column, text, at: `/cover/${column}` }],
    ),
  ]
}

const placeIn = (place: WantedPlace, ids: ReadonlyMap<string, string>): RowList =>
  'task' in place ? { list: place.list, section: place.section, taskId: ids.get(place.task) ?? '' } : place

const sectionOfPlace = (evaluation: Evaluation, at: string): EntrySection => sectionOf(evaluation, at) ?? 'cover'

/** The form in which a list is filled in, also a list that has no row yet. */
function sectionOfList(evaluation: Evaluation, place: WantedPlace): EntrySection {
  if (place.list !== 'narrative') return sectionOfPlace(evaluation, `${place.list}/row`)
  if (place.section === 'subItems') return 'tasks'
  return place.section === 'completion' ? 'analysis' : sectionOfPlace(evaluation, place.section)
}

/** The values that are asked for: what stands there otherwise is replaced one by one only. */
export const askedOffers = ({ offers }: Offered, asked: Asked): Offer[] =>
  offers.filter(({ at, section, state }) =>
    asked.scope === 'one' ? at === asked.at && state !== 'same' : state === 'empty' && (asked.scope === 'all' || section === asked.section),
  )

/**
 * What is written where these values are accepted: with each value of a new row what the row is known by, and with each block of a
 * new task that task.
 */
export function acceptedOffers({ offers, rows }: Offered, chosen: ReadonlySet<string>): Offered {
  const byId = new Map(rows.map((row) => [row.row.id, row]))
  const needed = new Set<OfferedRow>()
  const taken = new Set(chosen)
  const need = (id: string | null): void => {
    const row = id === null ? undefined : byId.get(id)
    if (row === undefined || needed.has(row)) return
    needed.add(row)
    taken.add(row.known)
    if ('taskId' in row.row) need(row.row.taskId)
  }
  for (const offer of offers) if (chosen.has(offer.at)) need(offer.row)
  return { offers: offers.filter(({ at }) => taken.has(at)), rows: rows.filter((row) => needed.has(row)) }
}
