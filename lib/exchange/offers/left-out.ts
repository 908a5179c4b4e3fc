import type { EvaluationDocument } from '@/lib/exchange/document-format'
import { paperPlace } from '@/lib/messages/paper-places'
import type { Offered } from './offers'

/** Something of a paper that no cell of the form takes: a paragraph that was not understood, or a number that has no place there. */
export type LeftOut = { from: number; to: number; text: string; label: string; where: string }

/** What stands in the paper and is offered to nobody, in the paper's order. */
export function leftOut(document: EvaluationDocument, { offers }: Offered): LeftOut[] {
  const { found = [], left = [] } = document.reading ?? {}
  const spots = offers.flatMap(({ place }) => place ?? [])
  const isOffered = (from: number, to: number): boolean => spots.some((spot) => spot.from < to && from < spot.to)
  const numbers = found.flatMap(({ at, from, to, ...place }): LeftOut[] => {
    const part = /^\/splits\/(\d+)\/parts\/(\d+)\/amount$/.exec(at)
    if (part === null || isOffered(from, to)) return []
    const split = document.splits?.[Number.parseInt(part[1] ?? '', 10)]
    const { name = '', amount = '' } = split?.parts[Number.parseInt(part[2] ?? '', 10)] ?? {}
    return [{ from, to, text: amount, label: `${split?.name ?? ''}：${name}`, where: paperPlace(place) }]
  })
  const paragraphs = left.map(({ from, to, text, ...place }): LeftOut => ({ from, to, text, label: '', where: paperPlace(place) }))
  return [...numbers, ...paragraphs].sort((a, b) => a.from - b.from)
}
