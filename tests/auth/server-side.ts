import fs from 'node:fs'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import { vi } from 'vitest'
import { addProject } from '@/lib/data/change/projects'
import { addRow } from '@/lib/data/change/rows'
import { database, inTransaction } from '@/lib/data/database/database'
import { addJob, stopJob } from '@/lib/data/jobs/jobs'
import { openSession } from '@/lib/data/people/sessions'
import { findUser } from '@/lib/data/people/user-records'
import { listSchemeChoices, openRound } from '@/lib/data/rounds/rounds'
import { storeBundledSchemes } from '@/lib/data/schemes/schemes'
import { ROLES, type Role } from '@/lib/domain/people/permissions'
import { DRAWN_FOR, drawnForText } from '@/lib/forms/saving/drawn-for'
import { aBroughtBook } from '@/tests/support/brought-books'
import { someEvidence } from '@/tests/support/evidence'
import { aDepartment, aTree, aUser, value, viewerOf } from '@/tests/support/people'
import { aReadPaper } from '@/tests/support/read-papers'
import type { World } from './role-matrix'

/**
 * Runs pages, routes and actions as the framework does, without the server that stands before it: with a session
 * cookie or none, and with an internal header that an attacker could forge.
 */

const request = vi.hoisted(() => ({ cookie: null as string | null, drawnFor: '' }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === 'hengji.session' && request.cookie ? { name, value: request.cookie } : undefined),
    getAll: () => [],
    set: () => undefined,
  }),
  headers: async () => new Headers({ host: 'hengji.example', 'x-middleware-subrequest': 'proxy:proxy:proxy' }),
}))
// As the framework resolves them for server components; what only a browser runs is loaded, never drawn.
vi.mock('react', () => vi.importActual<object>('@/node_modules/react/index.js'))
vi.mock('next/dynamic', () => ({ default: () => () => null }))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next/link', () => ({ default: 'a' }))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined, revalidateTag: () => undefined }))

const SECRET = 'k3J9-xQ2m_Z7vB4nL8pW1tY6rC5dF0gH'
const home = path.resolve('.')

const filesOf = (name: RegExp) =>
  fs
    .readdirSync(path.join(home, 'app'), { recursive: true, encoding: 'utf8' })
    .map((file) => `app/${file.split(path.sep).join('/')}`)
    .filter((file) => name.test(file))
    .sort()

export const addressOf = (file: string) => file.replace(/^app/, '').replace(/\/(page\.tsx|route\.ts)$/, '') || '/'
export const pageFiles = filesOf(/\/page\.tsx$/)
export const routeFiles = filesOf(/\/route\.ts$/)
/** Every server action as `file#name`. */
export const actionNames = filesOf(/\.tsx?$/)
  .map((file) => ({ file, text: fs.readFileSync(path.join(home, file), 'utf8') }))
  .filter(({ text }) => /^\s*['"]use server['"]/m.test(text))
  .flatMap(({ file, text }) => [...text.matchAll(/export (?:async function|const) (\w+)/g)].map(([, name]) => `${file}#${name}`))

export type Person = { role: Role; userId: string }

/** Two departments with a person for each role, who administers both, and an evaluation, a user and a round of the first one. */
export async function aWorld(): Promise<{ world: World; own: Person[]; foreign: Person[]; whole: Person }> {
  process.env.AUTH_SECRET = SECRET
  await storeBundledSchemes()
  const { root, administrator } = await aTree()
  const region = (name: string, code: string) => aDepartment(administrator, root, name, code, 'region')
  const regions = { own: await region('示例甲区', '11'), foreign: await region('示例乙区', '12') }
  const department = await aDepartment(administrator, regions.own, '示例甲局', '101', 'authority')
  const elsewhere = await aDepartment(administrator, regions.foreign, '示例乙局', '102', 'authority')
  const unit = await aDepartment(administrator, department, '示例甲局下属单位', '101001')
  // 复核人 are the finance bureau's, of the region: at a 主管部门 they would take its own step and no other
  const people = (place: keyof typeof regions, at: string) =>
    Promise.all(
      ROLES.map(async (role) => {
        const where = role === 'reviewer' ? regions[place] : at
        return { role, userId: await aUser(administrator, `${place}-${role}`, where, role, true) }
      }),
    )
  const own = await people('own', department)
  const foreign = await people('foreign', elsewhere)
  await database().user.updateMany({ data: { mustChangePassword: false } })
  const user = await aUser(administrator, 'subject', department, 'editor')
  const scheme = (await listSchemeChoices(administrator)).find(({ schemeId }) => schemeId === 'hubei-20')
  const opening = { year: 2023, name: '示例年度任务', schemeVersionId: scheme?.id ?? '', departmentIds: [department], deadlines: {} }
  const round = value(await openRound(administrator, opening))
  const opened = await database().evaluation.findFirst({ where: { roundId: round }, select: { id: true } })
  const evaluation = opened?.id ?? ''
  const editor = await viewerOf(own.find(({ role }) => role === 'editor')?.userId ?? '')
  const { id: indicator } = value(await addRow(editor, evaluation, { list: 'indicators' }))
  const said = { node: 'finance', text: '示例意见', byId: administrator.userId, byName: administrator.name } as const
  const note = await database().noteThread.create({ data: { evaluationId: evaluation, address: 'funds', messages: { create: said } } })
  const paper = await aReadPaper(editor, evaluation)
  const book = await aBroughtBook(editor, evaluation)
  const evidence = await someEvidence(editor, evaluation)
  const project = value(await addProject(editor, evaluation, { name: '示例项目', code: null }))
  const earlier = { kind: 'project', departmentId: department, name: '示例往年项目', fromYear: 2022 } as const
  const { id: earlierProject } = await database().subject.create({ data: earlier })
  const keeper = await viewerOf(own.find(({ role }) => role === 'administrator')?.userId ?? '')
  const job = await inTransaction((tx) => addJob(tx, keeper, 'open-round', { roundId: round, year: 2023, name: '示例年度任务' }, 1))
  value(await stopJob(keeper, job))
  const membership = (await findUser(administrator, user))?.memberships[0]?.id ?? ''
  return {
    world: {
      evaluation,
      department,
      unit,
      user,
      membership,
      round,
      schemeVersion: scheme?.id ?? '',
      indicator,
      note: note.id,
      paper,
      book,
      evidence: evidence.id,
      project,
      earlierProject,
      job,
    },
    own,
    foreign,
    whole: { role: 'administrator', userId: administrator.userId },
  }
}

/** From now on requests come from this person, in a session of their own; null: from nobody. */
export async function signInAs(person: Person | null): Promise<void> {
  const token = person && { userId: person.userId, sessionId: await inTransaction((tx) => openSession(tx, person.userId, new Date())) }
  request.drawnFor = person === null ? '' : drawnForText({ userId: person.userId, name: '示例' })
  request.cookie = token && (await encode({ token, secret: SECRET }))
}

export type Outcome = 'shown' | 'not-found' | 'login' | 'elsewhere'

/** Runs what the framework would run, and says how it ended: with an answer, or by going somewhere else. Throws what would be a 5xx. */
export async function outcomeOf(run: () => Promise<unknown>): Promise<{ outcome: Outcome; answer: unknown }> {
  try {
    return { outcome: 'shown', answer: await run() }
  } catch (error) {
    const digest = String((error as { digest?: unknown }).digest)
    if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK;404')) return { outcome: 'not-found', answer: null }
    if (!digest.startsWith('NEXT_REDIRECT')) throw error
    return { outcome: /;\/login(\?|;)/.test(digest) ? 'login' : 'elsewhere', answer: null }
  }
}

/** What a file of the app exports. */
export const exportsOf = (file: string): Promise<Record<string, (...sent: readonly unknown[]) => Promise<unknown>>> =>
  import(path.join(home, file))

/** Sends to an action, `file#name`, from a page drawn for who is signed in, or for somebody else. */
export async function send(
  name: string,
  sent: readonly unknown[],
  drawnFor = request.drawnFor,
): Promise<{ outcome: Outcome; answer: unknown }> {
  const [file = '', exported = ''] = name.split('#')
  const module = await exportsOf(file)
  const form = sent.find((one) => one instanceof FormData)
  if (form instanceof FormData) form.set(DRAWN_FOR, drawnFor)
  return outcomeOf(async () => module[exported]?.(...(form ? sent : [...sent, drawnFor])))
}
