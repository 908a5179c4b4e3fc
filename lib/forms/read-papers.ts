import { z } from 'zod'
import { ENTRY_SECTIONS } from '@/lib/domain/evaluation/sections'

/** Id of what an offered value is accepted by; `FormFeedback` of the form `accept` leads to it. */
export const offerId = (at: string): string => `accept-${at}`

/** What a button accepts; `Asked` of lib/exchange/offers says what it means. */
type Accepted = { scope: 'all' } | { scope: 'section'; section: (typeof ENTRY_SECTIONS)[number] } | { scope: 'one'; at: string }

/** How a button says what it accepts. */
export const acceptedAs = (accepted: Accepted): string =>
  accepted.scope === 'all' ? 'all' : accepted.scope === 'section' ? `section:${accepted.section}` : `one:${accepted.at}`

const accepted = z.string().transform((text, context): Accepted => {
  if (text === 'all') return { scope: 'all' }
  const section = ENTRY_SECTIONS.find((one) => text === `section:${one}`)
  if (section !== undefined) return { scope: 'section', section }
  const at = /^one:(\/[\w/-]{1,200})$/.exec(text)?.[1]
  if (at !== undefined) return { scope: 'one', at }
  context.addIssue('请刷新页面后重试。')
  return z.NEVER
})

const revisions = z.record(z.string().max(120), z.number().int().min(0))
/** Revisions of cells by their addresses, as a page has them in a hidden field. */
export const seen = z.string().transform((text, context): z.infer<typeof revisions> => {
  try {
    return revisions.parse(JSON.parse(text))
  } catch {
    context.addIssue('请刷新页面后重试。')
    return z.NEVER
  }
})

/**
 * 采用 of what was read in a paper: which paper, the revisions of the evaluation and of its cells as they were seen, and what is
 * accepted.
 */
export const acceptForm = z.object({
  evaluationId: z.string().min(1).max(40),
  paper: z.string().regex(/^[0-9a-f]{64}$/),
  revision: z.string().regex(/^\d{1,9}$/),
  seen,
  accepted,
})
