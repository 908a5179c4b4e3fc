import { z } from 'zod'
import { seen } from './read-papers'

/** Id of what a difference is accepted by; `FormFeedback` of the form `accept` leads to it. */
export const differenceId = (at: string): string => `accept-${at}`

/** What a button accepts; `AskedOfBook` of lib/exchange/workbook says what it means. */
type Asked = { scope: 'all' } | { scope: 'sheet'; sheet: string } | { scope: 'one'; at: string }

/** How a button says what it accepts. */
export const askedAs = (asked: Asked): string =>
  asked.scope === 'all' ? 'all' : asked.scope === 'sheet' ? `sheet:${asked.sheet}` : `one:${asked.at}`

const accepted = z.string().transform((text, context): Asked => {
  if (text === 'all') return { scope: 'all' }
  const [, sheet] = /^sheet:(.{1,40})$/.exec(text) ?? []
  if (sheet !== undefined) return { scope: 'sheet', sheet }
  const [, at] = /^one:(-?(?:projects\/[a-z0-9]{1,40}\/)?[a-zA-Z]+(?:\/[a-zA-Z0-9]+){1,2})$/.exec(text) ?? []
  if (at !== undefined) return { scope: 'one', at }
  context.addIssue('请刷新页面后重试。')
  return z.NEVER
})

const book = { evaluationId: z.string().min(1).max(40), book: z.string().regex(/^[0-9a-f]{64}$/) }

/** 采用 of what a workbook says otherwise: which workbook, the revisions of the cells as they were seen, and what is accepted. */
export const acceptBookForm = z.object({ ...book, seen, accepted })

/** 对应: which columns and rows of another program's workbook are which figures; `mapping` is a `TableMapping` of lib/exchange as JSON. */
export const mapBookForm = z.object({ ...book, mapping: z.string().max(200_000) })

/** What of the address says which table is looked at, and how. */
export const SAID_OF_TABLE = { sheet: 'sheet', head: 'head', shape: 'shape' } as const

/** 不采用: the workbook is put away. */
export const putAwayForm = z.object(book)
