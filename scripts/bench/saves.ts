// What saving costs, and what is kept: single cells saved one after another and by four people at once, 60 cells pasted as
// one change, and the bytes of the indicators with the revisions of their cells. On a database of its own, thrown away after.
import { setTimeout as wait } from 'node:timers/promises'
import { addRows } from '@/lib/data/change/rows'
import { saveCells } from '@/lib/data/change/save-cells'
import { database, disconnect } from '@/lib/data/database/database'
import { addDepartment } from '@/lib/data/people/departments'
import { openRound } from '@/lib/data/rounds/rounds'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { Decision } from '@/lib/domain/decision/decision'
import type { CellValue } from '@/lib/domain/evaluation/cell-value'
import type { DepartmentKind } from '@/lib/domain/people/department'
import type { Role, Viewer } from '@/lib/domain/people/permissions'
import { quantity } from '@/lib/domain/quantities'
import { processorOf } from './measured/program'

const [evaluationsText = '100', indicatorsText = '60'] = process.argv.slice(2)
const EVALUATIONS = Number(evaluationsText)
const INDICATORS = Number(indicatorsText)

const say = (text: string) => process.stdout.write(`${text}\n`)

function must<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal))
  return decision.value
}

const line = (text: string): CellValue => ({ kind: 'line', text })
const typed = (text: string): CellValue => ({ kind: 'reading', cell: { text, reading: { kind: 'blank' } } })
const columns = (number: number) => ({
  dimension: line('产出指标'),
  group: line('数量指标'),
  name: line(`示例工作完成数量（第 ${number} 项）`),
  unit: line('次'),
  target: typed(`≥${100 + number}次`),
  actual: typed(`${100 + number}次`),
  maxScore: { kind: 'points', value: quantity('1.5') } as const,
})

type Place = { id: string; name: string; path: string; kind: DepartmentKind }

/** An account with one role at each of the places, as it asks for something. */
async function accounts(role: Role, places: readonly Place[]): Promise<Viewer[]> {
  const users = places.map(({ id, name }) => ({ id: `${role}${id}`, name: `示例${role}（${name}）` }))
  await database().user.createMany({ data: users.map((user) => ({ ...user, loginName: user.id, passwordHash: '', demo: true })) })
  const withSubtree = role === 'administrator'
  await database().membership.createMany({
    data: places.map(({ id }) => ({ userId: `${role}${id}`, departmentId: id, role, withSubtree })),
  })
  return places.map(({ id, name, path, kind }) => ({
    userId: `${role}${id}`,
    name: `示例${role}（${name}）`,
    memberships: [{ departmentId: id, departmentPath: path, departmentKind: kind, role, withSubtree }],
  }))
}

/** A region with so many departments, each with an evaluation of this year and its editor. */
async function aYear(): Promise<{ id: string; editor: Viewer }[]> {
  await storeBundledSchemes()
  const root = await database().department.create({ data: { id: 'root', kind: 'region', name: '示例区', code: '0', path: '/root/' } })
  const [administrator] = await accounts('administrator', [root])
  if (administrator === undefined) throw new Error('no administrator')
  for (let number = 1; number <= EVALUATIONS; number++)
    must(await addDepartment(administrator, { parentId: root.id, kind: 'unit', name: `示例单位${number}`, code: `${1000 + number}` }))
  const units = await database().department.findMany({ where: { kind: 'unit' }, orderBy: { code: 'asc' } })
  const editors = await accounts('editor', units)
  const version = await database().schemeVersion.findFirstOrThrow({ where: { schemeId: 'national-2020' } })
  // As many as are opened at once while somebody waits
  for (let from = 0; from < units.length; from += 50) {
    const departmentIds = units.slice(from, from + 50).map(({ id }) => id)
    must(await openRound(administrator, { year: 2024, name: `自评${from}`, schemeVersionId: version.id, deadlines: {}, departmentIds }))
  }
  const evaluations = await database().evaluation.findMany({ select: { id: true }, orderBy: { departmentCode: 'asc' } })
  return evaluations.flatMap(({ id }, place) => {
    const editor = editors[place]
    return editor === undefined ? [] : [{ id, editor }]
  })
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Processor time in ms that each process of the database has used until now. */
async function databaseProcessors(): Promise<ReadonlyMap<number, number>> {
  const processes = await database().$queryRaw<{ pid: number }[]>`SELECT pid FROM pg_stat_activity`
  return new Map(processes.map(({ pid }) => [pid, processorOf(pid) ?? 0]))
}

/** Runs `work` so often, `atOnce` at a time; milliseconds of each, how many a second there were, and the processor time of one. */
async function timed(times: number, atOnce: number, work: (turn: number) => Promise<unknown>) {
  const each: number[] = []
  const before = await databaseProcessors()
  const own = process.cpuUsage()
  const begun = performance.now()
  let next = 0
  const person = async () => {
    for (let turn = next++; turn < times; turn = next++) {
      const from = performance.now()
      await work(turn)
      each.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, person))
  const perSecond = (times / (performance.now() - begun)) * 1000
  const { user, system } = process.cpuUsage(own)
  const used = [...(await databaseProcessors())].reduce((sum, [pid, until]) => sum + until - (before.get(pid) ?? 0), 0)
  return { median: median(each), perSecond, program: (user + system) / 1000 / times, database: used / times }
}

const begun = performance.now()
const year = await aYear()
const rows: string[][] = []
for (const { id, editor } of year) {
  const given = Array.from({ length: INDICATORS }, (_, index) => ({ list: 'indicators' as const, values: columns(index + 1) }))
  rows.push(must(await addRows(editor, id, given)))
}
say(`${EVALUATIONS} evaluations of ${INDICATORS} indicators in ${((performance.now() - begun) / 1000).toFixed(0)} s\n`)

const tables = await database().$queryRaw<{ name: string; bytes: bigint }[]>`
  SELECT relname AS name, pg_total_relation_size(oid) AS bytes FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname IN ('indicators', 'cell_revisions', 'single_cell_revisions')
  ORDER BY relname`
await database().$executeRawUnsafe('VACUUM FULL ANALYZE indicators')
const [after] = await database().$queryRaw<{ bytes: bigint; table: bigint }[]>`
  SELECT pg_total_relation_size('indicators') AS bytes, pg_relation_size('indicators') AS table`
const perIndicator = (bytes: bigint) => `${(Number(bytes) / (EVALUATIONS * INDICATORS)).toFixed(0)} B an indicator`
for (const { name, bytes } of tables) say(`${name}: ${perIndicator(bytes)} with indexes, as it stands`)
say(`indicators, rewritten: ${perIndicator(after?.bytes ?? 0n)} with indexes, ${perIndicator(after?.table ?? 0n)} without\n`)

await database().$executeRawUnsafe('CHECKPOINT')
await wait(1000)
const revision = new Map<string, number>()
/** Saves cells of one evaluation's indicators; each call types something new. */
async function save(index: number, cells: readonly number[], turn: number): Promise<void> {
  const evaluation = year[index % EVALUATIONS]
  if (evaluation === undefined) throw new Error('no evaluation')
  const changes = cells.map((cell) => {
    const address: AddressText = `indicators/${rows[index % EVALUATIONS]?.[cell]}/actual`
    return { address, seen: revision.get(address) ?? 1, value: typed(`${1000 + turn}次`) } as const
  })
  const { saved, conflicts } = must(await saveCells(evaluation.editor, evaluation.id, changes))
  if (conflicts.length > 0) throw new Error(JSON.stringify(conflicts))
  for (const { address, number } of saved) revision.set(address, number)
}

const whole = Array.from({ length: INDICATORS }, (_, index) => index)
await timed(100, 1, (turn) => save(turn, [0], turn))
const one = await timed(500, 1, (turn) => save(turn, [turn % INDICATORS], 1000 + turn))
const four = await timed(1000, 4, (turn) => save(turn, [turn % INDICATORS], 2000 + turn))
const pasted = await timed(60, 1, (turn) => save(turn, whole, 4000 + turn))
say('| what | a second | median ms | processor ms: program | database |\n|---|---|---|---|---|')
const told = (what: string, { perSecond, median: ms, ...used }: Awaited<ReturnType<typeof timed>>) =>
  say(`| ${what} | ${perSecond.toFixed(1)} | ${ms.toFixed(1)} | ${used.program.toFixed(2)} | ${used.database.toFixed(2)} |`)
told('a cell, one person', one)
told('a cell, four people at once', four)
told(`${INDICATORS} cells pasted`, pasted)
await disconnect()
