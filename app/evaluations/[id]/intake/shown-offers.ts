import 'server-only'
import type { ShownOffer } from '@/components/intake/offer-section'
import type { PaperMark } from '@/components/intake/paper-text'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { NamedRows } from '@/lib/domain/evaluation/named-rows'
import { withNewRow } from '@/lib/domain/evaluation/rows'
import type { EntrySection } from '@/lib/domain/evaluation/sections'
import type { Offer, Offered } from '@/lib/exchange/offers/offers'
import { cellLabel } from '@/lib/messages/cell-labels'
import { rowNames } from '@/lib/messages/cell-texts'
import { sayReferences } from '@/lib/messages/data-labels'
import { paperPlace } from '@/lib/messages/paper-places'

/** What a paper offers, by form, and the stretches of the paper that it was read from. Both count in the order of the paper. */
export function shownOffers(offered: Offered, evaluation: Evaluation): { sections: Map<EntrySection, ShownOffer[]>; marks: PaperMark[] } {
  const after = withOffered(evaluation, offered)
  const names = rowNames(after)
  const named = (text: string): string =>
    text
      .split(' ')
      .map((word) => names[word] ?? word)
      .join(' ')
  const placed = offered.offers.filter(({ place }) => place !== null).sort((a, b) => (a.place?.from ?? 0) - (b.place?.from ?? 0))
  const numbers = new Map(placed.map(({ at }, index) => [at, index + 1]))
  const marks = placed.flatMap(({ at, place, certainty }): PaperMark[] =>
    place === null ? [] : [{ from: place.from, to: place.to, number: numbers.get(at) ?? 0, certainty }],
  )
  const sections = new Map<EntrySection, ShownOffer[]>()
  for (const { at, address, section, text, now, state, certainty, place } of offered.offers) {
    const shown: ShownOffer = {
      at,
      label: cellLabel(address, after),
      text: named(text),
      now: sayReferences(named(now), evaluation),
      state,
      certainty,
      number: numbers.get(at) ?? null,
      where: place === null ? '' : paperPlace(place),
    }
    sections.set(section, [...(sections.get(section) ?? []), shown])
  }
  return { sections, marks }
}

/** The evaluation with the rows that would come, by which their cells are called. */
function withOffered(evaluation: Evaluation, { offers, rows }: Offered): Evaluation & NamedRows {
  let after = evaluation
  for (const { row } of rows) {
    const widened = withNewRow(after, row, row.id, row)
    if (widened.ok) after = widened.value
  }
  const nameOf = (known: Pick<Offer, 'at'> | undefined): string => offers.find(({ at }) => at === known?.at)?.text ?? ''
  const named = new Map(rows.map(({ row, known }) => [row.id, nameOf({ at: known })]))
  const withName = <Row extends { id: string; name: string }>(row: Row): Row => ({ ...row, name: named.get(row.id) ?? row.name })
  return { ...after, tasks: after.tasks.map(withName), indicators: after.indicators.map(withName) }
}
