import { readDay } from '@/lib/domain/reading/day-reading'

/** What a page is asked for in its address, where anybody may write anything. */
export type Query = Readonly<Record<string, string | string[] | undefined>>

/** The first value of a name without NUL, cut to `longest` characters; empty where there is none. */
export function queryText(query: Query, name: string, longest = 100): string {
  const value = query[name]
  return ((Array.isArray(value) ? value[0] : value) ?? '').replaceAll('\0', '').slice(0, longest).trim()
}

/** The address of a page with these parameters; empty ones are left out. */
export function addressOf(path: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ''))
  return query.size === 0 ? path : `${path}?${query}`
}

/** A day in any spelling as `2024-05-31`; empty where none is asked for or the calendar does not have it. */
export function queryDay(query: Query, name: string): string {
  return readDay(queryText(query, name)) ?? ''
}
