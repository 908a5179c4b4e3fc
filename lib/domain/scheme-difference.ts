import type { IndicatorRule, Scheme } from './scheme'

/** One difference between two schemes: where it is, as field names and names of list items, and what stands there in each. */
export type SchemeDifference = { place: readonly SchemeStep[]; before: SchemeValue; after: SchemeValue }
export type SchemeStep = { field: string } | { item: string }
/** `none`: there is nothing there; `part`: a whole item of a list, or a whole rule, that only one of the two has. */
export type SchemeValue =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'list'; texts: readonly string[] }
  | { kind: 'rule'; rule: IndicatorRule }
  | { kind: 'part'; maxScore: string | null }

/** What differs, in the order of the scheme's fields. Items of lists are held against each other by id, name or label, not by place. */
export function schemeDifferences(before: Scheme, after: Scheme): SchemeDifference[] {
  const { id: _, version: _version, ...left } = before
  const { id: _id, version: _other, ...right } = after
  return differences(left, right, [])
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isRule = (value: unknown): value is IndicatorRule => isFields(value) && RULE_KINDS.has(value.kind)
const RULE_KINDS: ReadonlySet<unknown> = new Set([
  'default',
  'steps',
  'bands',
  'intervals',
  'qualitative',
  'coefficient',
  'yesNo',
  'manual',
])

function differences(before: unknown, after: unknown, place: readonly SchemeStep[]): SchemeDifference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (isRule(before) || isRule(after)) return [{ place, before: standing(before), after: standing(after) }]
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((field) => differences(before[field], after[field], [...place, { field }]))
  }
  const left = itemsOf(before)
  const right = itemsOf(after)
  if (left !== null && right !== null) {
    const names = [...new Set([...left.keys(), ...right.keys()])]
    return names.flatMap((item) => differences(left.get(item), right.get(item), [...place, { item }]))
  }
  return [{ place, before: standing(before), after: standing(after) }]
}

/** Items of a list of objects by what they are called; null for anything else. */
function itemsOf(value: unknown): Map<string, Fields> | null {
  if (!Array.isArray(value) || !value.every(isFields)) return null
  return new Map(value.map((item: Fields, index) => [nameOf(item) ?? `${index + 1}`, item]))
}

function nameOf({ name, label, from, rateBelow }: Fields): string | null {
  const called = name ?? label ?? rateBelow ?? from
  return typeof called === 'string' ? called : null
}

function standing(value: unknown): SchemeValue {
  if (value === undefined || value === null || value === '') return { kind: 'none' }
  if (isRule(value)) return { kind: 'rule', rule: value }
  if (Array.isArray(value) && value.every((text) => typeof text === 'string')) return { kind: 'list', texts: value }
  if (isFields(value)) return { kind: 'part', maxScore: typeof value.maxScore === 'string' ? value.maxScore : null }
  return { kind: 'text', text: `${value}` }
}
