/**
 * JSON with the keys of every object in order and nothing between: the same content always gives the same bytes,
 * so that it can be hashed. `undefined` is left out; a value JSON cannot hold throws.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
      .join(',')}}`
  }
  const written = JSON.stringify(value)
  if (written === undefined) throw new Error(`not JSON: ${typeof value}`)
  return written
}
