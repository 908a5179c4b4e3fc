import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { KeptTable } from './kept-tables'
import type { Place } from './places'

/** A department that others are copied from. */
export type Model = { id: string; name: string; code: string; path: string }

/** Text with gaps: what stands in them is of the department that the copy is made for. */
type Segment = string | { of: 'name' | 'code' | 'path' | 'department' } | { row: number }

/** What one model has filed, table by table, as text that a copy of it is made from by filling the gaps. */
export type Pattern = ReadonlyMap<string, readonly Segment[]>

/** Reads what a model has filed. */
export async function patternOf(client: Client, tables: readonly KeptTable[], model: Model): Promise<Pattern> {
  const texts = new Map<string, string>()
  for (const { name, columns, where } of tables)
    texts.set(name, await rowsOf(client, `SELECT ${columns} FROM ${name} WHERE ${where}`, model.id))
  const rows = new Map<string, number>()
  for (const { name, columns } of tables) {
    if (columns.split(', ')[0] !== 'id') continue
    for (const line of (texts.get(name) ?? '').split('\n')) if (line !== '') rows.set(line.split('\t', 1)[0] ?? '', rows.size)
  }
  return new Map([...texts].map(([name, text]) => [name, segmentsOf(text, model, rows)]))
}

async function rowsOf(client: Client, query: string, id: string): Promise<string> {
  const { rows } = await client.query<{ query: string }>('SELECT replace($1, $2, quote_literal($3::text)) AS query', [query, '$1', id])
  const chunks: Buffer[] = []
  for await (const chunk of client.query(copyTo(`COPY (${rows[0]?.query}) TO STDOUT`))) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function segmentsOf(text: string, { id, name, code, path }: Model, rows: ReadonlyMap<string, number>): Segment[] {
  const gap = (found: string): Segment | null => {
    if (found === path) return { of: 'path' }
    if (found === name) return { of: 'name' }
    if (found === code) return { of: 'code' }
    if (found === id) return { of: 'department' }
    const row = rows.get(found)
    return row === undefined ? null : { row }
  }
  const segments: Segment[] = []
  let last = 0
  for (const match of text.matchAll(new RegExp(`${path}|${name}|\\b${code}\\b|[a-z0-9]{20,40}`, 'g'))) {
    const found = gap(match[0])
    if (found === null) continue
    segments.push(text.slice(last, match.index), found)
    last = match.index + match[0].length
  }
  return [...segments, text.slice(last)]
}

/** What the department would have filed in the model's place. Ids of its rows follow from its code: the same each time. */
export function filled(segments: readonly Segment[], { id, name, code, path }: Place): string {
  const own = { name, code, path, department: id }
  return segments
    .map((segment) => {
      if (typeof segment === 'string') return segment
      return 'of' in segment ? own[segment.of] : `made${code}x${segment.row.toString(36).padStart(6, '0')}`
    })
    .join('')
}
