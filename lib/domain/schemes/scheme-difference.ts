import { type IndicatorRule, isRuleKind } from './rules/rules'
import type { Scheme } from './scheme'

/** One difference between two schemes: where it is, as field names and names of list items, and what stands there in each. */
export type SchemeDifference = { place: readonly SchemeStep[]; before: SchemeValue; after: SchemeValue }
/** `nth` counts items that are called the same. */
export type SchemeStep = { field: string } | { item: string; nth?: number }
/** `none`: there is nothing there; `part`: a whole item of a list, or a whole rule, that only one of the two has. */
export type SchemeValue =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'list'; texts: readonly string[] }
  | { kind: 'rule'; rule: IndicatorRule }
  | { kind: 'part'; maxScore: string | null }

/**
 * What differs, in the order of the scheme's fields. Items of lists are held
 * against each other by id where they have one, else by what they are called and, of several called the same, by place.
 */
export function schemeDifferences(before: Scheme, after: Scheme): SchemeDifference[] {
  const { id: _, version: _version, ...left } = before
  const { id: _id, version: _other, ...right } = after
  return differences(left, right, [])
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isRule = (value: unknown): value is IndicatorRule => isFields(value) && isRuleKind(value.kind)

/** Said field by field also where only one side has it: no rule, and no part with a 分值 that is said as a whole. */
const isRecord = (value: unknown): boolean => isFields(value) && !isRule(value) && !('maxScore' in value)

function differences(before: unknown, after: unknown, place: readonly SchemeStep[]): SchemeDifference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (isRule(before) || isRule(after)) return [{ place, before: standing(before), after: standing(after) }]
  if (isFields(before) && isFields(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((field) => {
      const [left, right] = [before[field], after[field]]
      const none = isRecord(left ?? right) ? {} : undefined
      return differences(left ?? none, right ?? none, [...place, { field }])
    })
  }
  const left = itemsOf(before)
  const right = itemsOf(after)
  if (left !== null && right !== null) {
    const keys = [...new Set([...left.keys(), ...right.keys()])]
    const called = keys.map((key) => nameOf(right.get(key) ?? left.get(key) ?? {}) ?? key)
    return keys.flatMap((key, index) => {
      const item = called[index] ?? key
      const same = called.filter((name) => name === item).length
      const nth = called.slice(0, index).filter((name) => name === item).length + 1
      const step: SchemeStep = same === 1 ? { item } : { item, nth }
      return differences(left.get(key), right.get(key), [...place, step])
    })
  }
  return [{ place, before: standing(before), after: standing(after) }]
}

/** Items of a list of objects by id, or by what they are called and how often that was there before; null for anything else. */
function itemsOf(value: unknown): Map<string, Fields> | null {
  if (!Array.isArray(value) || !value.every(isFields)) return null
  const items = new Map<string, Fields>()
  for (const [index, item] of (value as Fields[]).entries()) {
    const called = typeof item.id === 'string' ? item.id : (nameOf(item) ?? `${index + 1}`)
    let key = called
    for (let nth = 2; items.has(key); nth++) key = `${called}\n${nth}`
    items.set(key, item)
  }
  return items
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
