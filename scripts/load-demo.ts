import { disconnect, inTransaction } from '@/lib/data/database/database'
import { listEvaluations } from '@/lib/data/evaluation/evaluations'
import { completeDemoData } from '@/lib/data/people/demo-data'
import { openEvaluations } from '@/lib/data/rounds/open-evaluation'
import { findRound, listRounds, listSchemeChoices, openRound } from '@/lib/data/rounds/rounds'
import { findSchemeVersion } from '@/lib/data/schemes/scheme-versions'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import { closePress } from '@/lib/report/pdf'
import { DEMO_YEARS, type DemoEvaluation, type DemoYear } from '@/prisma/seed/content'
import { jinhua, jinhuaEvaluation, jinhuaExplanations } from '@/prisma/seed/jinhua'
import { explanations, profiles, stageOf } from '@/prisma/seed/plan'
import { evaluationOf } from '@/prisma/seed/profile'
import { carryEvaluation, type DemoCase, type Hands } from './demo/carry-evaluation'
import { type People, preparePeople } from './demo/people'
import { settled } from './demo/settled'

/**
 * Loads the demo data once in a database's life, through the product's own commands. Interrupted, it goes on where it
 * stopped; complete, it does nothing.
 */

/** Evaluations that are written at the same time. */
const AT_ONCE = 4

async function openYear({ administrator, departments }: People, year: DemoYear, schemeVersionId: string): Promise<string> {
  const name = `${year}年度部门整体支出绩效自评`
  const found = (await listRounds(administrator)).find((round) => round.year === year && round.name === name)
  if (found) return found.id
  const departmentIds = profiles.map(({ unit }) => departments.get(unit.code)?.id ?? '')
  const deadlines = { entry: `${year + 1}-05-31`, unit: `${year + 1}-06-15`, finance: `${year + 1}-07-31` }
  return settled(await openRound(administrator, { year, name, schemeVersionId, departmentIds, deadlines }), name)
}

/** The founding case: its targets and 分值 are 示例倒推值, which its evaluation says from the beginning. */
async function openJinhua({ administrator, departments }: People, roundId: string, schemeVersionId: string): Promise<void> {
  const department = departments.get(jinhua.code)
  const version = await findSchemeVersion(administrator, schemeVersionId)
  const [group] = (await findRound(administrator, roundId))?.groups ?? []
  if (!department || !version || !group) throw new Error(`no department or scheme for ${jinhua.name}`)
  const opened = await listEvaluations(administrator, { year: 2023, departmentId: department.id })
  if (opened.length > 0) return
  const rules = { roundId, groupId: group.id, schemeVersionId, scheme: version.scheme }
  await inTransaction((tx) => openEvaluations(tx, administrator, rules, [{ department, scope: 'own', reconstructed: true }]))
}

async function casesOf(people: People, shape: Shape): Promise<{ hands: Hands; demo: DemoCase }[]> {
  const evaluations = await listEvaluations(people.administrator)
  const hands = (code: string): Hands => ({
    editor: people.actingFor(code, 'editor'),
    approver: people.actingFor(code, 'approver'),
    reviewer: people.actingFor(code, 'reviewer'),
    administrator: people.administrator,
  })
  const idOf = (code: string, year: number) => evaluations.find((row) => row.departmentCode === code && row.year === year)?.id ?? ''
  const invented = DEMO_YEARS.flatMap((year) =>
    profiles.map((profile) => {
      const content = shape(evaluationOf(profile, year))
      const stage = stageOf(profile, year, content.indicators)
      return { hands: hands(profile.unit.code), demo: { id: idOf(profile.unit.code, year), content, stage, explanations } }
    }),
  )
  const founding: DemoCase = {
    id: idOf(jinhua.code, 2023),
    content: jinhuaEvaluation,
    stage: { at: 'approved' },
    explanations: jinhuaExplanations,
  }
  return [{ hands: hands(jinhua.code), demo: founding }, ...invented]
}

type Shape = (evaluation: DemoEvaluation) => DemoEvaluation

/** `shape`: what becomes of an invented evaluation beforehand, for those who want more in it. */
export async function loadDemo(shape: Shape = (evaluation) => evaluation): Promise<void> {
  await storeBundledSchemes()
  const people = await preparePeople()
  if (people === null) return
  const scheme = (await listSchemeChoices(people.administrator)).find(({ schemeId }) => schemeId === 'national-2020')
  if (!scheme) throw new Error('no scheme national-2020')
  for (const year of DEMO_YEARS) {
    const roundId = await openYear(people, year, scheme.id)
    if (year === 2023) await openJinhua(people, roundId, scheme.id)
  }
  const waiting = await casesOf(people, shape)
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await carryEvaluation(next.hands, next.demo)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  await completeDemoData()
}

if (process.argv[1]?.endsWith('load-demo.ts')) {
  loadDemo()
    .finally(() => Promise.all([closePress(), disconnect()]))
    .then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
}
