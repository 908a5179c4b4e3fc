import type { AdministrationFact, AuditPayloads } from '@/lib/domain/record/audit-payloads'
import type { SchemeDifference } from '@/lib/domain/schemes/scheme-difference'
import { auditActionLabel } from './audit-actions'
import type { HistoryChange, HistoryLine } from './history'
import { departmentKindLabels, nodeLabels, roleLabels, scopeOfRole } from './labels'
import { sayPlace, saySchemeValue } from './scheme-fields'

/** What an entry about users, departments, rounds or schemes holds, as far as it is said; `lib/forms/history.ts` reads it. */
export type AdministrationPayload = {
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
  /** Of a scheme that was edited. */
  differences: readonly SchemeDifference[]
  /** Of a scheme that was copied. */
  copiedFrom: string
  /** From where somebody signed in. */
  address: AuditPayloads['session.open']['address']
}

/** The names of ids; one that has none is said as it is. */
type Say = (id: string) => string

/** How an entry about administration is said, like one about an evaluation. */
export function sayAdministration({ action, payload }: { action: string; payload: AdministrationPayload }, nameOf: Say): HistoryLine {
  const { before, after, differences, copiedFrom, address } = payload
  const changes = differences.map(
    ({ place, before, after }): HistoryChange => ({
      label: sayPlace(place),
      before: saySchemeValue(place, before),
      after: saySchemeValue(place, after),
    }),
  )
  return {
    what: auditActionLabel(action),
    changes: action.startsWith('schemes.') ? changes : factChanges(action, before, after, nameOf),
    remark: copiedFrom !== '' ? `复制自：${nameOf(copiedFrom)}` : address !== '' ? `登录地址：${address}` : '',
  }
}

const LABELS: Readonly<Partial<Record<AdministrationFact, string>>> = {
  loginName: '用户名',
  name: '名称',
  code: '单位代码',
  kind: '类型',
  parentId: '上级部门',
  departmentId: '部门',
  role: '角色',
  withSubtree: '范围',
  year: '年度',
  group: '部门组',
  formerGroup: '原有部门的组名',
  schemeVersionId: '评价方案',
  count: '部门数',
  departmentIds: '自评部门',
  subtreeIds: '本级及下级',
  exceptIds: '其中不列入',
  consolidatedIds: '汇总下属单位',
}

function factChanges(
  action: string,
  before: AdministrationPayload['before'],
  after: AdministrationPayload['after'],
  nameOf: Say,
): HistoryChange[] {
  const labels: [string, string][] = [
    ...Object.entries({ ...LABELS, ...(action.startsWith('users.') ? { name: '姓名' } : {}) }),
    ...Object.entries(nodeLabels).map(([node, label]): [string, string] => [node, `${label}期限`]),
  ]
  return labels.flatMap(([field, label]) => {
    const [left, right] = [before, after].map((facts) => sayFact(field, facts[field], nameOf))
    return left === right ? [] : [{ label, before: left ?? null, after: right ?? null }]
  })
}

/** Null where nothing stands there. */
function sayFact(field: string, value: unknown, nameOf: Say): string | null {
  if (Array.isArray(value)) return sayList(value.map(String), nameOf)
  if (typeof value === 'boolean') return scopeOfRole(value)
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  const words: Readonly<Record<string, string>> = field === 'kind' ? departmentKindLabels : field === 'role' ? roleLabels : {}
  return words[value] ?? (field.endsWith('Id') ? nameOf(value) : value)
}

/** Names that are said of a list; an entry of long ago may hold thousands. */
const SAID = 20

function sayList(ids: readonly string[], nameOf: Say): string | null {
  if (ids.length === 0) return null
  const names = ids.slice(0, SAID).map(nameOf).join('、')
  return ids.length > SAID ? `${names}等 ${ids.length} 项` : names
}
