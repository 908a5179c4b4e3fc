import { exactText, isQuantity, quantityOfExact } from '@/lib/domain/quantities'

/** An exact number in JSON, so that not even a third is rounded. */
type Exact = { exact: string }

/** A value of the domain as JSON, with the exact numbers in it. What is absent stays absent. */
export function toJson(value: unknown): unknown {
  if (isQuantity(value)) return { exact: exactText(value) } satisfies Exact
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, toJson(inner)]])))
}

/** What `toJson` wrote, as it was. The caller knows what it is. */
export function fromJson(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(fromJson)
  if (typeof json !== 'object' || json === null) return json
  if (isExact(json)) return quantityOfExact(json.exact)
  return Object.fromEntries(Object.entries(json).map(([key, inner]) => [key, fromJson(inner)]))
}

const isExact = (json: object): json is Exact => 'exact' in json && typeof json.exact === 'string' && Object.keys(json).length === 1
