import { z } from 'zod'
import type { ReportDocument } from '@/lib/domain/report-document'

const text = z.string()
const cell = z.object({
  text,
  span: z.number().int().positive().exactOptional(),
  label: z.literal(true).exactOptional(),
  room: z.number().positive().exactOptional(),
})
const table = z.object({
  caption: text,
  unit: text,
  columns: z.array(z.object({ heading: text, width: z.number().positive(), align: z.enum(['start', 'center', 'end']) })),
  labels: z.number().int().nonnegative(),
  rows: z.array(z.array(cell)),
})
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('annex'), text }),
  z.object({ kind: z.literal('title'), lines: z.array(text) }),
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), text }),
  z.object({ kind: z.literal('paragraph'), text }),
  z.object({ kind: z.literal('table'), table }),
  z.object({ kind: z.literal('note'), text }),
  z.object({ kind: z.literal('signature'), name: text, date: text }),
])
const format = z.object({
  format: z.literal('hengji.report/1'),
  title: text,
  author: text,
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  marks: z.array(text),
  table: z.array(block),
  report: z.array(block),
  projects: z.array(z.object({ name: text, blocks: z.array(block) })).exactOptional(),
})

/** A report as it was frozen at approval. Throws where it is none: what was stored is never guessed at. */
export const storedReport = (stored: unknown): ReportDocument => format.parse(stored)
