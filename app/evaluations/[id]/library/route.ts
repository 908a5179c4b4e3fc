import { findViewer } from '@/lib/auth/viewer'
import { findsName } from '@/lib/data/database/search'
import { findEvaluation } from '@/lib/data/evaluation/evaluations'
import { type EarlierIndicator, listEarlierIndicators, listPeerTargets } from '@/lib/data/library/known-targets'
import { searchLibrary } from '@/lib/data/library/search-library'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { LibraryIndicator } from '@/lib/domain/evaluation/library-indicator'
import { placeInScheme } from '@/lib/domain/evaluation/place-in-scheme'
import type { Viewer } from '@/lib/domain/people/permissions'
import type { KnownOfTarget, LibraryAnswer, OfferedIndicator } from '@/lib/forms/library'
import { queryText } from '@/lib/forms/query'

/** What is offered at once. */
const MOST = 60
const MOST_OWN = 20

/**
 * The 指标库 for an evaluation: `search` finds entries and the department's own earlier indicators by Chinese, pinyin and initials; `name`
 * (with `row`, of one that is stored) tells what such an indicator aimed at and achieved before. 401 for who is not signed in, 404 where the
 * evaluation is not theirs to see.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await findViewer()
  if (viewer === null) return new Response(null, { status: 401 })
  const evaluation = await findEvaluation(viewer, (await params).id)
  if (evaluation === null) return new Response(null, { status: 404 })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const [search, name, row] = (['search', 'name', 'row'] as const).map((part) => queryText(query, part).slice(0, LONGEST))
  const answer = name ? await known(viewer, evaluation, name, row ?? '') : await offered(viewer, evaluation, search ?? '')
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
}

const LONGEST = 200

async function offered(viewer: Viewer, evaluation: Evaluation, typed: string): Promise<LibraryAnswer> {
  const entries = searchLibrary(typed, MOST)
  const earlier = await listEarlierIndicators(viewer, evaluation)
  // Each by its newest year
  const newest = new Map(earlier.toReversed().map((one) => [one.lineId, one]))
  const own = [...newest.values()].filter(({ name }) => findsName(name, typed)).slice(0, MOST_OWN)
  const peers = await listPeerTargets(viewer, evaluation, [...new Set([...entries, ...own].map(({ name }) => name))])
  const peersOf = (name: string) => [...new Set(peers.get(name) ?? [])]
  return {
    entries: entries.map((entry) => ({ ...ofLibrary(entry, evaluation), peers: peersOf(entry.name) })),
    own: own.map((one) => ({ ...ofOwn(one, evaluation), peers: peersOf(one.name) })),
  }
}

const ofLibrary = (entry: LibraryIndicator, { scheme }: Evaluation): Omit<OfferedIndicator, 'peers'> => ({
  key: entry.id,
  libraryId: entry.id,
  ...placeInScheme(entry, scheme),
  name: entry.name,
  unit: entry.unit,
  target: entry.target,
  from: entry.field,
  remarks: [`佐证：${entry.evidence}`, `计算：${entry.rule}`],
})

const ofOwn = ({ lineId, libraryId, year, name, unit, target, actual, ...placed }: EarlierIndicator, { scheme }: Evaluation) => ({
  key: `own ${lineId}`,
  libraryId,
  ...placeInScheme(placed, scheme),
  name,
  unit,
  target,
  from: `本部门 ${year} 年度`,
  remarks: actual === '' ? [] : [`实际完成：${actual}`],
})

async function known(viewer: Viewer, evaluation: Evaluation, name: string, row: string): Promise<KnownOfTarget> {
  const line = evaluation.indicators.find(({ id }) => id === row)?.lineId
  const [earlier, peers] = await Promise.all([listEarlierIndicators(viewer, evaluation), listPeerTargets(viewer, evaluation, [name])])
  const same = earlier.filter((one) => one.lineId === line || one.name.trim() === name.trim())
  return { history: same.map(({ year, target, actual }) => ({ year, target, actual })), peers: peers.get(name) ?? [] }
}
