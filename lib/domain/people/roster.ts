import type { Refusal } from '@/lib/domain/decision/decision'
import type { Grant } from './administration'
import { type DepartmentKind, type DepartmentPlace, mayStandBelow } from './department'
import type { Role } from './permissions'

/**
 * 名册: a list of departments and of the people who work there, taken in at once. Each line names a department by its code, new
 * or known, and a person in it or nobody.
 */
export type RosterLine = {
  /** Place in the list as people count it, from 1. */
  line: number
  code: string
  /** What the line says of the department; null: nothing, which is enough for one that is known, or told by another line. */
  name: string | null
  kind: DepartmentKind | null
  parentCode: string | null
  person: RosterPerson | null
}
export type RosterPerson = { loginName: string; name: string; role: Role; withSubtree: boolean }

/** A department that is there already. `mine`: the viewer administers it with everything below it. */
export type KnownDepartment = DepartmentPlace & {
  code: string
  name: string
  kind: DepartmentKind
  parentId: string | null
  mine: boolean
  closed: boolean
}
/** An account that is there already. `mine`: the viewer may change it. */
export type KnownPerson = { id: string; name: string; mine: boolean; grants: readonly Grant[] }
export type Known = {
  /** By code: those that the list names, and those that it puts others below. */
  departments: ReadonlyMap<string, KnownDepartment>
  /** By login name. */
  people: ReadonlyMap<string, KnownPerson>
  /** Whether a name is taken below a department that is there. */
  nameTaken: (parentId: string, name: string) => boolean
}

/** What a line comes to. */
export type RosterOutcome = {
  line: number
  department: 'new' | 'there'
  /** `granted`: a further role of an account that is there, or that another line makes. null: the line names nobody. */
  person: 'new' | 'granted' | 'there' | null
  refusals: readonly Refusal[]
}
export type NewDepartment = { code: string; name: string; kind: DepartmentKind; parentCode: string }
/** A role at the department of a code. */
export type RosterGrant = { code: string; role: Role; withSubtree: boolean }
export type NewPerson = { loginName: string; name: string; grants: readonly RosterGrant[] }
/** Departments stand after those that they stand below. Meant to be carried out only where no outcome holds a refusal. */
export type RosterPlan = {
  outcomes: readonly RosterOutcome[]
  departments: readonly NewDepartment[]
  people: readonly NewPerson[]
  grants: readonly { userId: string; loginName: string; grant: RosterGrant }[]
}

/**
 * Compares a list with what is there: what it would add, in an order in which it can be added, and for each line what is wrong with
 * it. Nothing that is there is changed: a known department under another name, or an account of another person, is refused.
 */
export function planRoster(lines: readonly RosterLine[], known: Known): RosterPlan {
  const told = departmentsTold(lines)
  const standing = standings(told, known)
  const people = new Map<string, { name: string; grants: RosterGrant[] }>()
  const grants: { userId: string; loginName: string; grant: RosterGrant }[] = []

  const outcomes = lines.map((one): RosterOutcome => {
    const refusals = [...contradiction(one, told), ...(standing.get(one.code)?.refusals ?? [])]
    const department = known.departments.has(one.code) ? 'there' : 'new'
    if (one.person === null) return { line: one.line, department, person: null, refusals }
    const place = personOf(one.person, one.code, known, people, grants)
    return { line: one.line, department, person: place.state, refusals: [...refusals, ...place.refusals] }
  })
  const departments = [...standing].flatMap(([, { made }]) => made ?? [])
  return { outcomes, departments: inOrder(departments), people: [...people].map(([loginName, one]) => ({ loginName, ...one })), grants }
}

type Told = { name: string | null; kind: DepartmentKind | null; parentCode: string | null }

/** What all lines together say of each department: the first word on each thing counts. */
function departmentsTold(lines: readonly RosterLine[]): Map<string, Told> {
  const told = new Map<string, Told>()
  for (const { code, name, kind, parentCode } of lines) {
    const before = told.get(code)
    told.set(code, { name: before?.name ?? name, kind: before?.kind ?? kind, parentCode: before?.parentCode ?? parentCode })
  }
  return told
}

function contradiction({ code, name, kind, parentCode }: RosterLine, told: ReadonlyMap<string, Told>): Refusal[] {
  const all = told.get(code)
  const differs = (own: string | null, first: string | null | undefined) => own !== null && own !== first
  return differs(name, all?.name) || differs(kind, all?.kind) || differs(parentCode, all?.parentCode)
    ? [{ code: 'roster-contradicts', facts: { code } }]
    : []
}

type Standing = { kind: DepartmentKind | null; made: NewDepartment | null; refusals: readonly Refusal[] }

/** Of each department that the list names: what is made of it, or why nothing can be. */
function standings(told: ReadonlyMap<string, Told>, known: Known): Map<string, Standing> {
  const kindOf = (code: string): DepartmentKind | null => known.departments.get(code)?.kind ?? told.get(code)?.kind ?? null
  const siblings = new Set<string>()
  return new Map(
    [...told].map(([code, one]): [string, Standing] => {
      const there = known.departments.get(code)
      if (there) return [code, { kind: there.kind, made: null, refusals: alreadyThere(there, one) }]
      const { name, kind, parentCode } = one
      if (name === null || kind === null || parentCode === null) {
        return [code, { kind, made: null, refusals: [{ code: 'roster-department-incomplete', facts: { code } }] }]
      }
      const refusals = belowIts({ code, name, kind, parentCode }, told, known, kindOf)
      const sibling = `${parentCode} ${name}`
      if (siblings.has(sibling)) refusals.push({ code: 'department-name-taken', facts: { name } })
      siblings.add(sibling)
      return [code, { kind, made: { code, name, kind, parentCode }, refusals }]
    }),
  )
}

function alreadyThere({ code, name, mine }: KnownDepartment, told: Told): Refusal[] {
  if (!mine) return [{ code: 'department-not-found' }]
  return told.name !== null && told.name !== name ? [{ code: 'department-code-taken', facts: { code, name } }] : []
}

/** Whether a new department may stand where the list puts it. */
function belowIts(
  { code, name, kind, parentCode }: NewDepartment,
  told: ReadonlyMap<string, Told>,
  known: Known,
  kindOf: (code: string) => DepartmentKind | null,
): Refusal[] {
  const parent = known.departments.get(parentCode)
  if (parent === undefined && !told.has(parentCode)) return [{ code: 'roster-parent-unknown', facts: { code: parentCode } }]
  if (parent && !parent.mine) return [{ code: 'department-not-found' }]
  if (parent?.closed) return [{ code: 'department-parent-closed' }]
  if (parent && known.nameTaken(parent.id, name)) return [{ code: 'department-name-taken', facts: { name } }]
  if (turnsInCircle(code, told, known)) return [{ code: 'department-cycle' }]
  const parentKind = kindOf(parentCode)
  return parentKind !== null && !mayStandBelow(kind, parentKind) ? [{ code: 'department-parent-kind', facts: { kind, parentKind } }] : []
}

function turnsInCircle(code: string, told: ReadonlyMap<string, Told>, known: Known): boolean {
  const passed = new Set<string>()
  for (let at: string | null | undefined = code; at && !known.departments.has(at); at = told.get(at)?.parentCode) {
    if (passed.has(at)) return true
    passed.add(at)
  }
  return false
}

/** Those above before those below; what turns in a circle is refused elsewhere, and left out. */
function inOrder(departments: readonly NewDepartment[]): NewDepartment[] {
  const waiting = new Map(departments.map((one) => [one.code, one]))
  const ordered: NewDepartment[] = []
  const place = (one: NewDepartment, above: ReadonlySet<string>): void => {
    if (above.has(one.code) || !waiting.has(one.code)) return
    const parent = waiting.get(one.parentCode)
    if (parent) place(parent, new Set([...above, one.code]))
    if (waiting.delete(one.code)) ordered.push(one)
  }
  for (const one of departments) place(one, new Set())
  return ordered
}

/** What a line makes of its person, which is added to `people` or `grants`. */
function personOf(
  { loginName, name, role, withSubtree }: RosterPerson,
  code: string,
  known: Known,
  people: Map<string, { name: string; grants: RosterGrant[] }>,
  grants: { userId: string; loginName: string; grant: RosterGrant }[],
): { state: 'new' | 'granted' | 'there'; refusals: Refusal[] } {
  const grant = { code, role, withSubtree }
  const same = (other: RosterGrant) => other.code === code && other.role === role
  const taken: Refusal = { code: 'login-name-taken', facts: { loginName } }
  const there = known.people.get(loginName)
  if (there === undefined) {
    const before = people.get(loginName)
    if (before === undefined) {
      people.set(loginName, { name, grants: [grant] })
      return { state: 'new', refusals: [] }
    }
    if (before.name !== name) return { state: 'new', refusals: [taken] }
    if (before.grants.some(same)) return { state: 'there', refusals: [] }
    before.grants.push(grant)
    return { state: 'granted', refusals: [] }
  }
  if (there.name !== name || !there.mine) return { state: 'there', refusals: [taken] }
  const departmentId = known.departments.get(code)?.id
  const holds = there.grants.some((one) => one.departmentId === departmentId && one.role === role)
  if (holds || grants.some((one) => one.userId === there.id && same(one.grant))) return { state: 'there', refusals: [] }
  grants.push({ userId: there.id, loginName, grant })
  return { state: 'granted', refusals: [] }
}
