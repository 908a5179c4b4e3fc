import { z } from 'zod'
import { BANDS, FINDINGS_STATES, LIST_COLUMNS, type ListOrder, type ListSelection } from '@/lib/domain/evaluation/evaluation-list'
import { REVIEW_NODES, REVIEW_STATUSES } from '@/lib/domain/review/review'

/** What the reviewers' dashboard shows: all of it stands in the URL, so that an address always restores the same view. */
export type DashboardView = {
  selection: ListSelection
  order: ListOrder
  /** The id of the row after which the list goes on; '': from its beginning. */
  after: string
}

const GRADES = ['excellent', 'good', 'fair', 'poor', 'none'] as const

/** The id of a row, as addresses carry it. */
const rowId = z.string().regex(/^[a-z0-9-]{0,40}$/)

/** Anything that is not understood counts as not given: an old or mistyped address still shows the list. */
export const parameters = z.object({
  q: z.string().max(60).catch(''),
  status: z.enum(REVIEW_STATUSES).nullable().catch(null),
  node: z.enum(REVIEW_NODES).nullable().catch(null),
  grade: z.enum(GRADES).nullable().catch(null),
  findings: z.enum(FINDINGS_STATES).nullable().catch(null),
  band: z
    .enum(BANDS as [(typeof BANDS)[number]])
    .nullable()
    .catch(null),
  deadline: z.literal('overdue').nullable().catch(null),
  sort: z.enum(LIST_COLUMNS).catch('doubt'),
  dir: z.enum(['asc', 'desc']).catch('desc'),
  after: rowId.catch(''),
})

export type SearchParameters = Readonly<Record<string, string | string[] | undefined>>

export function dashboardViewOf(search: SearchParameters): DashboardView {
  const { q, sort, dir, after, ...selection } = parameters.parse(search)
  return { selection: { query: q, ...selection }, order: { by: sort, descending: dir === 'desc' }, after }
}

export const EVERYTHING: ListSelection = { query: '', status: null, node: null, grade: null, findings: null, band: null, deadline: null }

/** The query string of a view: only what differs from the plain list. Another selection or order begins anew: without `after`. */
export function searchOf({ selection, order, after = '' }: Omit<DashboardView, 'after'> & { after?: string }): string {
  const { query, ...filters } = selection
  const search = new URLSearchParams()
  const set = (name: keyof z.infer<typeof parameters>, value: string) => search.set(name, value)
  if (query.trim() !== '') set('q', query.trim())
  for (const [name, value] of Object.entries(filters)) if (value !== null) search.set(name, value)
  if (order.by !== 'doubt') {
    set('sort', order.by)
    set('dir', order.descending ? 'desc' : 'asc')
  }
  if (after !== '') set('after', after)
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

export const isSelective = ({ selection }: DashboardView): boolean =>
  searchOf({ selection, order: { by: 'doubt', descending: true } }) !== ''
