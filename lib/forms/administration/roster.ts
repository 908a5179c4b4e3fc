import { z } from 'zod'
import { accepted, type Decision, type Refusal, refused } from '@/lib/domain/decision/decision'
import type { DepartmentKind } from '@/lib/domain/people/department'
import { ROLES, type Role } from '@/lib/domain/people/permissions'
import type { RosterLine, RosterPerson, RosterPlan } from '@/lib/domain/people/roster'
import { cleanedCode, cleanedLine } from '@/lib/domain/reading/typed'
import type { RosterRow } from '@/lib/forms/state/roster-row'
import { tsvBlock } from '@/lib/grid/clipboard'
import { departmentKindLabels, roleLabels } from '@/lib/messages/labels'
import { refusalSentence } from '@/lib/messages/refusals'
import { code, departmentName } from './departments'
import { ROSTER_COLUMNS } from './roster-columns'
import { loginName, personName } from './users'

/** The list of departments and people as it is pasted or read from a workbook: a table with a head. */
export const rosterForm = z.object({
  list: z.string({ error: '请粘贴名册。' }).max(400_000, '名册过长，请分几次建立。'),
  step: z.enum(['check', 'keep']),
})

/** Lines that are taken in at once. */
export const MOST_LINES = 500

type Column = keyof typeof ROSTER_COLUMNS
const COLUMNS = Object.keys(ROSTER_COLUMNS) as Column[]

/** A line that cannot be read, with a sentence for each cell that is wrong. */
export type FaultyLine = { line: number; typed: string; sentences: readonly string[] }
export type ReadRoster = { lines: readonly RosterLine[]; faulty: readonly FaultyLine[] }

/**
 * Reads a list. Which column is which is said by the head, in whatever order; further columns are left aside, and so are empty
 * lines. A department that a line only names by its code is told elsewhere. Refused: `roster-empty`, `roster-columns` where the
 * head lacks the code, `roster-too-long`.
 */
export function readRoster(text: string): Decision<ReadRoster> {
  const [head = [], ...rows] = tsvBlock(text).map((row) => row.map((cell) => cleanedLine(cell.text)))
  const place = placesOf(head)
  if (place.code === -1)
    return refused('roster-columns', { names: '“单位代码”，以及要建立的“单位名称”“类型”“上级代码”“用户名”“姓名”“角色”' })
  const filled = rows.map((cells, index) => ({ line: index + 2, cells })).filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (filled.length === 0) return refused('roster-empty')
  if (filled.length > MOST_LINES) return refused('roster-too-long', { most: `${MOST_LINES}` })
  const lines: RosterLine[] = []
  const faulty: FaultyLine[] = []
  for (const { line, cells } of filled) {
    const read = readLine(line, (column) => cells[place[column]] ?? '')
    if (read.ok) lines.push(read.line)
    else faulty.push({ line, typed: cells.filter((cell) => cell !== '').join('　'), sentences: read.sentences })
  }
  return accepted({ lines, faulty })
}

const placesOf = (head: readonly string[]): Record<Column, number> => {
  const named = head.map((cell) => cell.replace(/[\s*＊]/g, '').replace(/[（(].*$/, ''))
  return Object.fromEntries(
    COLUMNS.map((column) => [column, named.findIndex((cell) => (ROSTER_COLUMNS[column] as readonly string[]).includes(cell))]),
  ) as Record<Column, number>
}

type Cell = (column: Column) => string
type ReadLine = { ok: true; line: RosterLine } | { ok: false; sentences: string[] }

function readLine(line: number, cell: Cell): ReadLine {
  const sentences: string[] = []
  const read = <T>(schema: z.ZodType<T>, text: string): T | null => {
    const result = schema.safeParse(text)
    if (result.success) return result.data
    sentences.push(result.error.issues[0]?.message ?? '')
    return null
  }
  const optional = <T>(schema: z.ZodType<T>, text: string): T | null => (text === '' ? null : read(schema, text))
  const department = {
    code: read(code, cell('code')) ?? '',
    name: optional(departmentName, cell('name')),
    kind: optional(kind, cell('kind')),
    parentCode: optional(code, cell('parentCode')),
  }
  const named = [cell('loginName'), cell('person'), cell('role')].some((text) => text !== '')
  const person: RosterPerson | null = named
    ? {
        loginName: read(loginName, cell('loginName')) ?? '',
        name: read(personName, cell('person')) ?? '',
        role: read(role, cell('role')) ?? 'editor',
        withSubtree: read(yes, cell('withSubtree')) ?? false,
      }
    : null
  return sentences.length > 0 ? { ok: false, sentences } : { ok: true, line: { line, ...department, person } }
}

const oneOf = <T extends string>(labels: Readonly<Record<T, string>>, message: string) =>
  z.string().transform((text, context): T => {
    const found = (Object.keys(labels) as T[]).find((key) => labels[key] === text)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const kind: z.ZodType<DepartmentKind> = oneOf(departmentKindLabels, `类型应为${Object.values(departmentKindLabels).join('、')}之一。`)
const role: z.ZodType<Role> = oneOf(roleLabels, `角色应为${ROLES.map((one) => roleLabels[one]).join('、')}之一。`)
const yes = z
  .string()
  .transform(cleanedCode)
  .pipe(z.string().regex(/^(?:是|否|有|无|Y|N|√|)$/i, '“含下级”应填“是”或“否”。'))
  .transform((text) => /^(?:是|有|Y|√)$/i.test(text))

/** Each line with what it comes to, in the order of the list. `unfit`: what the paper could not print of a line's names. */
export function rosterRows(
  { lines, faulty }: ReadRoster,
  { outcomes }: Pick<RosterPlan, 'outcomes'>,
  unfit: (line: RosterLine) => readonly Refusal[],
): RosterRow[] {
  const read = lines.map((one, index): RosterRow => {
    const outcome = outcomes[index]
    const refusals = [...(outcome?.refusals ?? []), ...unfit(one)]
    return {
      line: one.line,
      department: [one.code, one.name ?? ''].join(' ').trim(),
      person: one.person === null ? '' : `${one.person.name}（${one.person.loginName}）`,
      outcome: outcome ? { department: outcome.department, person: outcome.person } : null,
      sentences: [...new Set(refusals.map((refusal) => refusalSentence(refusal)))],
    }
  })
  const unread = faulty.map(({ line, typed, sentences }): RosterRow => ({ line, department: typed, person: '', outcome: null, sentences }))
  return [...read, ...unread].sort((a, b) => a.line - b.line)
}
