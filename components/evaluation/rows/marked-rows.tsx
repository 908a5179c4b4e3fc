'use client'
import dynamic from 'next/dynamic'
import { useCell, useCellForm, useFormState } from '@/components/evaluation/cells/cell-form-context'
import { Nothing } from '@/components/ui/nothing'
import { isLeadIn } from '@/lib/domain/cells/lead-in'
import type { CellStore } from '@/lib/forms/saving/cell-store'
import { LEAD_IN } from '@/lib/messages/form-labels'
import type { MarkedList, MarkedRow } from './marked-list'

/** What is loaded behind the page: for several paragraphs in one cell, and for how a list is numbered. */
const SplitOffer = dynamic(() => import('@/components/evaluation/later-parts').then((module) => module.SplitOffer).catch(() => Nothing), {
  ssr: false,
})
const ListMarks = dynamic(() => import('@/components/evaluation/later-parts').then((module) => module.ListMarks).catch(() => Nothing), {
  ssr: false,
})
const ItemNumber = dynamic(() => import('@/components/evaluation/later-parts').then((module) => module.ItemNumber).catch(() => Nothing), {
  ssr: false,
})

/** Whether a text may be more than one, before what tells is loaded. */
const MAY_SPLIT = /\n|二是|[②⑵㈡❷]|[（(][二2][）)]|[；;。]\s*(?:⒉|[（(]?(?:2|[bBⅡⅱ]|ii|II)[.．、)）])/

/** Below a row's text: makes rows of the several that stand in it. */
export function SplitWhereSeveral({ id, ...list }: MarkedList & { id: string }) {
  const { readOnly } = useCellForm()
  const { text } = useCell(`${list.row.list}/${id}/text`)
  return readOnly || !MAY_SPLIT.test(text.trim()) ? null : <SplitOffer id={id} {...list} />
}

/** Below a list of two or more: with what it is numbered. */
export function MarksWhereSeveral({ ids, ...list }: MarkedList & { ids: readonly string[] }) {
  const { readOnly } = useCellForm()
  return readOnly || ids.length < 2 ? null : <ListMarks ids={ids} {...list} />
}

type Numbered = { ids: readonly string[]; index: number; row: MarkedRow }

/** The number that a row is printed with where somebody chose the numbers of its list; `otherwise` where nobody did. */
export function RowNumber({ otherwise, ...row }: Numbered & { otherwise: string }) {
  const { list } = row.row
  const marked = useFormState((store) => row.ids.some((id) => store.value(`${list}/${id}/mark`) !== ''))
  return marked ? <ItemNumber {...row} /> : otherwise
}

/** Whether a row, as it is typed now, only leads in those behind it. */
export const leadsIn = (store: Pick<CellStore, 'value'>, list: MarkedRow['list'], id: string): boolean =>
  store.value(`${list}/${id}/mark`) === '无' && isLeadIn(store.value(`${list}/${id}/text`))

/** What a row is called: by its place, as the paper counts, where those that only lead in count for none. */
export const useRowName = (noun: string, list: MarkedRow['list'], ids: readonly string[], index: number): string =>
  useFormState((store) => {
    const upTo = ids.slice(0, index + 1)
    return leadsIn(store, list, upTo[index] ?? '') ? LEAD_IN : `${noun} ${upTo.filter((id) => !leadsIn(store, list, id)).length}`
  })
