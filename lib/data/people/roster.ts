import 'server-only'
import { database, type Transaction } from '@/lib/data/database/database'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { administers, administersUser } from '@/lib/domain/people/administration'
import type { DepartmentPlace } from '@/lib/domain/people/department'
import { hasRoleAnywhere, type Viewer } from '@/lib/domain/people/permissions'
import { type Known, type NewPerson, planRoster, type RosterGrant, type RosterLine, type RosterPlan } from '@/lib/domain/people/roster'
import { lockTree, storeDepartment } from './departments'
import { recordOf, USER_SHOWN } from './user-records'
import { lockAdministration, storeGrant, storeUser } from './users'
import { changeRights, writingAs } from './writing'

/** What taking a list in would come to now, for who administers something; null for everybody else. */
export const previewRoster = (viewer: Viewer, lines: readonly RosterLine[]): Promise<RosterPlan | null> =>
  hasRoleAnywhere(viewer, 'administrator')
    ? knownTo(database(), viewer, lines).then((known) => planRoster(lines, known))
    : Promise.resolve(null)

/**
 * Takes a list in, all of it or nothing: departments, accounts and roles, each with its own entry in the log. `hashes` hold the
 * password of each new account; every one of them has to change it at the first sign-in. Refused: `not-permitted`, `roster-faulty`
 * where a line is wrong by now, `changed-meanwhile` where accounts are new for which no password was made.
 */
export const keepRoster = (
  viewer: Viewer,
  lines: readonly RosterLine[],
  { hashes, demo }: { hashes: ReadonlyMap<string, string>; demo: boolean },
): Promise<Decision<RosterPlan>> =>
  writingAs(viewer, lockBoth, async (tx, viewer): Promise<Decision<RosterPlan>> => {
    if (!hasRoleAnywhere(viewer, 'administrator')) return refused('not-permitted')
    const known = await knownTo(tx, viewer, lines)
    const plan = planRoster(lines, known)
    const wrong = plan.outcomes.filter(({ refusals }) => refusals.length > 0).length
    if (wrong > 0) return refused('roster-faulty', { count: `${wrong}` })
    if (plan.people.some(({ loginName }) => !hashes.has(loginName))) return refused('changed-meanwhile')
    const places: Places = new Map(known.departments)
    for (const { parentCode, ...department } of plan.departments) {
      places.set(department.code, await storeDepartment(tx, viewer, placed(places, parentCode), department))
    }
    for (const person of plan.people) await storePerson(tx, viewer, person, { places, hash: hashes.get(person.loginName) ?? '', demo })
    for (const { userId, grant } of plan.grants) await give(tx, viewer, userId, places, grant)
    return accepted(plan)
  })

async function lockBoth(tx: Transaction): Promise<void> {
  await lockTree(tx)
  await lockAdministration(tx)
}

type Places = Map<string, DepartmentPlace>

function placed(places: Places, code: string): DepartmentPlace {
  const place = places.get(code)
  if (place === undefined) throw new Error(`no department ${code} in the plan`)
  return place
}

async function storePerson(
  tx: Transaction,
  viewer: Viewer,
  { loginName, name, grants }: NewPerson,
  { places, hash, demo }: { places: Places; hash: string; demo: boolean },
): Promise<void> {
  const [first, ...others] = grants
  if (first === undefined) return
  const grant = { departmentId: placed(places, first.code).id, role: first.role, withSubtree: first.withSubtree }
  const stored = await storeUser(tx, viewer, { loginName, name, passwordHash: hash, mustChangePassword: true, demo, grant })
  if (!stored.ok) throw new Error(`${loginName} was free a moment ago`)
  for (const other of others) await give(tx, viewer, stored.value, places, other)
}

/** A further role, at a place of the plan. */
async function give(
  tx: Transaction,
  viewer: Viewer,
  userId: string,
  places: Places,
  { code, role, withSubtree }: RosterGrant,
): Promise<void> {
  await changeRights(tx, userId)
  await storeGrant(tx, viewer, userId, { departmentId: placed(places, code).id, role, withSubtree })
}

const codesOf = (lines: readonly RosterLine[]): string[] => [
  ...new Set(lines.flatMap(({ code, parentCode }) => (parentCode === null ? [code] : [code, parentCode]))),
]

/** What the list may meet. */
async function knownTo(tx: Transaction, viewer: Viewer, lines: readonly RosterLine[]): Promise<Known> {
  const logins = [...new Set(lines.flatMap(({ person }) => person?.loginName ?? []))]
  const departments = await tx.department.findMany({
    where: { code: { in: codesOf(lines) } },
    select: { id: true, code: true, name: true, kind: true, parentId: true, path: true, closedAt: true },
  })
  const names = [...new Set(lines.flatMap(({ name }) => name ?? []))]
  const [siblings, users] = await Promise.all([
    tx.department.findMany({
      where: { parentId: { in: departments.map(({ id }) => id) }, name: { in: names } },
      select: { parentId: true, name: true },
    }),
    tx.user.findMany({ where: { loginName: { in: logins } }, select: USER_SHOWN }),
  ])
  const taken = new Set(siblings.map(({ parentId, name }) => `${parentId} ${name}`))
  return {
    departments: new Map(
      departments.map(({ closedAt, ...one }) => [one.code, { ...one, mine: administers(viewer, one, true), closed: closedAt !== null }]),
    ),
    people: new Map(
      users.map((row) => {
        const { id, loginName, name, memberships } = recordOf(row)
        return [loginName, { id, name, mine: administersUser(viewer, memberships), grants: memberships }]
      }),
    ),
    nameTaken: (parentId, name) => taken.has(`${parentId} ${name}`),
  }
}
