// What people of a province ask the program for, page by page, in many shapes: with filters, words, orders, and far behind.
import { database } from '@/lib/data/database/database'

/** A page and the addresses that it is asked by in turn, so that no two answers are the same. */
export type AskedPage = { name: string; by: 'administrator' | 'reviewer'; addresses: readonly string[] }

/** The sections of an evaluation, as they stand in addresses. */
const SECTIONS = ['', 'funds', 'duties', 'goals', 'tasks', 'indicators', 'analysis', 'problems', 'check', 'history', 'review', 'report']

/** The words by which a department is looked for: as it is written, in pinyin, by initials, by code, and what nobody is called. */
const WORDS = { name: '教育局', two: '云岭 水利', pinyin: 'jiaoyuju', initials: 'slyl', code: '80001', none: 'nobodyis' }
/** What every department's name holds. */
const ALL = '示例'

const from = (base: string, query: Record<string, string>): string => `${base}?${new URLSearchParams(query)}`

/** The pages that are measured, on whatever the database holds for the year. */
export async function pagesOf(year: number): Promise<AskedPage[]> {
  const list = `/dashboard/${year}`
  const behind = await placesInList(year)
  const searched = Object.values(WORDS).map((search) => from('/departments/tree', { search }))
  const { root, cities, counties } = await nodes()
  const entries = await placesInLog()
  const evaluations = await someEvaluations(year)
  const rounds = await database().round.findMany({ select: { id: true } })
  return [
    { name: '/', by: 'administrator', addresses: ['/'] },
    { name: '/', by: 'reviewer', addresses: ['/'] },
    { name: '/ far behind', by: 'reviewer', addresses: behind.flatMap((id) => [from('/', { after: id }), from('/', { todo: id })]) },
    { name: 'a year', by: 'reviewer', addresses: [list] },
    {
      name: 'a year, filtered',
      by: 'reviewer',
      addresses: [
        { status: 'submitted' },
        { status: 'approved', grade: 'excellent' },
        { findings: 'warnings' },
        { findings: 'clear', node: 'finance' },
        { band: '90' },
        { deadline: 'overdue' },
      ].map((query) => from(list, query)),
    },
    {
      name: 'a year, in orders',
      by: 'reviewer',
      addresses: ['department', 'rate', 'total', 'status', 'findings'].flatMap((sort) =>
        ['asc', 'desc'].map((dir) => from(list, { sort, dir })),
      ),
    },
    {
      name: 'a year, far behind',
      by: 'reviewer',
      addresses: behind.flatMap((after) => [from(list, { after }), from(list, { sort: 'total', dir: 'asc', after })]),
    },
    { name: 'a year, by words', by: 'reviewer', addresses: Object.values(WORDS).map((q) => from(list, { q })) },
    { name: 'departments', by: 'administrator', addresses: ['/departments'] },
    {
      name: 'below a node',
      by: 'administrator',
      addresses: [root, ...cities, ...counties].map((below) => from('/departments/tree', { below })),
    },
    { name: 'nodes by words', by: 'administrator', addresses: searched },
    { name: 'a department', by: 'administrator', addresses: [root, ...cities, ...counties].map((id) => `/departments/${id}`) },
    { name: 'rounds', by: 'administrator', addresses: ['/rounds', '/rounds/new', ...rounds.map(({ id }) => `/rounds/${id}`)] },
    { name: 'log', by: 'administrator', addresses: ['/audit', ...entries.map((before) => from('/audit', { before }))] },
    {
      name: 'log, filtered',
      by: 'administrator',
      addresses: [
        { action: 'review.return' },
        { actor: '演示复核人' },
        { department: WORDS.name },
        { department: WORDS.pinyin, action: 'cells.save' },
        { department: ALL },
        { actor: '演示', department: WORDS.two },
        { actor: '演示', department: ALL, action: 'review.return' },
        { from: '2026-01-01', until: '2026-01-31' },
        { object: evaluations[0] ?? '' },
      ].map((query) => from('/audit', query)),
    },
    ...SECTIONS.map((section): AskedPage => {
      const addresses = evaluations.map((id) => `/evaluations/${id}${section ? `/${section}` : ''}`)
      return { name: `an evaluation${section ? `: ${section}` : ''}`, by: 'reviewer', addresses }
    }),
    { name: 'a paper', by: 'reviewer', addresses: evaluations.map((id) => `/evaluations/${id}/report/pdf`) },
  ]
}

/** Ids of evaluations in the middle and near the end of the year's list. */
async function placesInList(year: number): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT e.id, percent_rank() OVER (ORDER BY e.department_code) AS place FROM evaluations e JOIN rounds r ON r.id = e.round_id
      WHERE r.year = ${year}) AS listed
    WHERE place >= 0.5 AND place < 0.5005 OR place > 0.9 AND place < 0.9005`
  return rows.slice(0, 8).map(({ id }) => id)
}

/** A node at the top, and some of those below it and below them. */
async function nodes() {
  const root = await database().department.findFirstOrThrow({ where: { parentId: null }, select: { id: true } })
  const below = async (above: readonly string[]) => {
    const found = await database().department.findMany({
      where: { parentId: { in: [...above] }, code: { startsWith: '8' } },
      select: { id: true },
      take: 5,
    })
    return found.map(({ id }) => id)
  }
  const cities = await below([root.id])
  return { root: root.id, cities, counties: await below(cities) }
}

/** Numbers of entries in the middle and near the end of the log. */
async function placesInLog(): Promise<string[]> {
  const [{ least, most } = { least: 0n, most: 0n }] = await database().$queryRaw<{ least: bigint; most: bigint }[]>`
    SELECT min(number) AS least, max(number) AS most FROM audit_entries`
  return [2n, 10n, 100n].map((part) => String(least + (most - least) / part))
}

/** Evaluations in every state that there is. */
async function someEvaluations(year: number): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ON (e.status, e.node) e.id FROM evaluations e JOIN rounds r ON r.id = e.round_id
    WHERE r.year = ${year} AND e.department_code LIKE '8%' ORDER BY e.status, e.node, e.id`
  return rows.map(({ id }) => id)
}
