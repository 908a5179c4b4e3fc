import type { Form } from '@/lib/domain/checks/form'
import { formOfEvaluation } from '@/lib/domain/checks/form-of-evaluation'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { agreeing } from '@/lib/domain/text/known'
import type { LedgerEntry } from '@/lib/domain/text/ledger'
import { ledgerOf } from '@/lib/domain/text/ledger'
import type { Mention } from '@/lib/domain/text/mentions'
import type { RelationKind } from '@/lib/domain/text/relation'
import { readOf, said } from './figures'
import { contradictionsOfTable } from './table-figures'

/**
 * A figure of a report's text in its sentence (`before`, `written`, `behind`), what it was recognised as (`name`, empty where
 * nothing says it, and its dimension), and every relation that it was held against, with the other figures of that relation.
 */
export type LedgerLine = {
  at: string
  before: string
  written: string
  behind: string
  name: string
  dimension: string
  status: LedgerEntry['status']
  held: readonly { kind: RelationKind; holds: boolean; others: string }[]
}

/** How much of a sentence is shown on either side of its figure. */
const MOST = 80

/** Every figure of an evaluation's text in its order. */
export const ledgerOfEvaluation = (evaluation: Evaluation): LedgerLine[] =>
  ledgerLines(formOfEvaluation(evaluation, scoreEvaluation(evaluation)))

/** Every figure of a form's text in its order; none where there is no text. */
function ledgerLines(form: Form): LedgerLine[] {
  if (form.text.length === 0) return []
  const { reading, relations, settled } = readOf(form)
  const held = new Map<Mention, LedgerLine['held'][number][]>()
  const add = (mention: Mention, one: LedgerLine['held'][number]): void => {
    const own = held.get(mention) ?? []
    if (!own.some(({ kind, holds, others }) => kind === one.kind && holds === one.holds && others === one.others))
      held.set(mention, [...own, one])
  }
  for (const { kind, holds, certainty, result, operands } of relations) {
    if (certainty === 'unclear') continue
    const all = [result, ...operands]
    for (const mention of all)
      add(mention, {
        kind,
        holds,
        others: all
          .filter((other) => other !== mention)
          .map(said)
          .join('、'),
      })
  }
  for (const mention of reading.mentions) {
    const cell = agreeing(reading, mention)
    if (cell !== undefined) add(mention, { kind: 'table', holds: true, others: said(cell.mention) })
  }
  const otherwise = new Set(
    contradictionsOfTable(form, reading, settled).map(({ mention, cell }) => {
      add(mention, { kind: 'table', holds: false, others: cell })
      return mention
    }),
  )
  return ledgerOf(reading, relations).map(({ mention, status }) => {
    const { start, end } = reading.sentences[mention.sentence] ?? { start: mention.start, end: mention.end }
    return {
      at: reading.placeOf(mention.start).at,
      before: reading.text.slice(Math.max(start, mention.start - MOST), mention.start),
      written: mention.written,
      behind: reading.text.slice(mention.end, Math.min(end, mention.end + MOST)),
      name: said({ label: mention.label, written: '' }),
      dimension: mention.unit.dimension,
      status: otherwise.has(mention) ? 'contradicted' : status,
      held: held.get(mention) ?? [],
    }
  })
}
