import { type Check, check, type Found, fact, type Rule } from '@/lib/domain/checks/check'
import type { FigureCode, FigureFacts, RemarkCode } from '@/lib/domain/checks/facts'
import type { Form } from '@/lib/domain/checks/form'
import { absolute, dividedBy, minus, quantity } from '@/lib/domain/quantities'
import { unitOf } from '@/lib/domain/text/adding'
import { relationsIn } from '@/lib/domain/text/engine'
import { type LedgerEntry, ledgerOf } from '@/lib/domain/text/ledger'
import type { Mention } from '@/lib/domain/text/mentions'
import { once } from '@/lib/domain/text/once'
import { type KnownFigure, quoteOf, type Reading, readingOf } from '@/lib/domain/text/reading'
import type { Relation, RelationKind } from '@/lib/domain/text/relation'
import type { RemarkKind } from '@/lib/domain/text/remarks/remark'
import { remarksOn } from '@/lib/domain/text/remarks/remarks'
import { isToldAlike, knownFigures, toldByTable } from './known-figures'
import { MOST } from './report-text'
import { contradictionsOfTable } from './table-figures'

/** What the grammar of figures finds wrong in a report's text: relations that it draws and that do not hold. */

/** `settled` are parts of totals that they make up. */
type Read = {
  reading: Reading
  relations: readonly Relation[]
  broken: readonly Relation[]
  settled: ReadonlySet<Mention>
  remarks: ReturnType<typeof remarksOn>
}

/** A form's text with what is wrong in it. Read once for all checks. */
export const readOf = once((form: Form): Read => {
  const [last, told] = [lastRead.get(form.text), toldByTable(form)]
  if (last !== undefined && last.read.reading.year === form.year && isToldAlike(last.told, told)) return last.read
  const read = readAnew(form, knownFigures(told))
  lastRead.set(form.text, { told, read })
  return read
})
/** What was read off a text when it was last asked for: right as long as year and table are the same. */
const lastRead = new WeakMap<Form['text'], { told: ReturnType<typeof toldByTable>; read: Read }>()

function readAnew({ text, year }: Form, known: readonly KnownFigure[]): Read {
  const reading = readingOf(text, year, known)
  const relations = relationsIn(reading)
  const settled = new Set(relations.flatMap(({ holds, kind, operands }) => (holds && kind === 'sum' ? operands : [])))
  return { reading, relations, broken: relations.filter(({ holds }) => !holds), settled, remarks: remarksOn(reading) }
}

/** What became of every figure of a form's text, with where it stands. */
export function figuresOfText(form: Form): (LedgerEntry & { at: string; offset: number })[] {
  if (form.text.length === 0) return []
  const { reading, relations } = readOf(form)
  return ledgerOf(reading, relations).map((entry) => ({ ...entry, ...reading.placeOf(entry.mention.start) }))
}

type Wanted = (relation: Relation) => boolean
/** Broken relations of one sort, each once: two marks may lead the same row in. */
function brokenIn(form: Form, isWanted: Wanted): { reading: Reading; relations: readonly Relation[] } {
  if (form.text.length === 0) return { reading: readingOf([], null), relations: [] }
  const { reading, broken } = readOf(form)
  const seen = new Set<string>()
  const relations = broken.filter((relation) => {
    const key = [relation.rule, relation.result.index, ...relation.operands.map(({ index }) => index)].join(' ')
    if (!isWanted(relation) || seen.has(key)) return false
    seen.add(key)
    return true
  })
  return { reading, relations: relations.slice(0, MOST) }
}

const certain =
  (...kinds: RelationKind[]): Wanted =>
  ({ kind, rule, certainty }) =>
    kinds.includes(kind) && rule !== 'direction' && rule !== 'subset' && certainty !== 'unclear'

/** A figure as the text says it, without what connects it with the one before. */
export const said = ({ label, written }: { label: string; written: string }): string =>
  `${label.replace(/^[\s、，]*(?:其中[:：]?|和|及|与|以及)?/, '').replace(/^\d+[.．、]/, '')}${written}`

/** What stands behind the number that it should be: of a rate said in words (三成, 1.5倍) the number is given in per cent. */
const printedUnit = ({ written, unit }: Mention): string =>
  unit.dimension === 'percent' && !/[%‰]$/.test(written) ? '%' : written.replace(/^-?[\d,.]+/, '')

function factsOf(reading: Reading, { result, operands, rule, expected }: Relation): FigureFacts {
  return {
    rule,
    text: quoteOf(reading, [result, ...operands]),
    result: `${said(result)}${rule === 'ratio' ? otherSide(reading, result) : ''}`,
    operands: operands.map(said).join('、'),
    unit: printedUnit(result),
    expected,
  }
}

/** Of a proportion what stands behind its first figure: ∶1.8 in 比例为1∶1.8, ∶3∶2 in 5∶3∶2. */
const otherSide = ({ text }: Reading, { end }: Mention): string =>
  /^(?:\s?[∶:：比]\s?\d+(?:\.\d+)?)+/.exec(text.slice(end, end + 32))?.[0] ?? ''

const figures = <Code extends FigureCode>(
  head: { code: Code; severity: 'error' | 'info' } | { code: Code; severity: 'warning' },
  isWanted: Wanted,
): Check => {
  const find = (form: Form): Found<FigureCode>[] => {
    const { reading, relations } = brokenIn(form, isWanted)
    return relations.map((relation) => ({
      at: reading.placeOf(relation.result.start).at,
      facts: factsOf(reading, relation),
      found: relation.result.written,
      ...(relation.expected === null ? {} : { expected: relation.expected }),
    }))
  }
  const rule =
    head.severity === 'warning'
      ? { ...head, find, figures: { version: 1, of: ({ result, operands }: FigureFacts) => ({ result, operands }) } }
      : { ...head, find }
  // All codes of figures have the same facts.
  return check(rule as unknown as Rule<Code>)
}

const remarked = <Code extends RemarkCode>(code: Code, ...kinds: RemarkKind[]): Check => {
  const find = (form: Form): Found<RemarkCode>[] => {
    if (form.text.length === 0) return []
    const { reading, remarks } = readOf(form)
    return remarks
      .filter(({ kind }) => kinds.includes(kind))
      .slice(0, MOST)
      .map(({ kind, rule, start, text, against }) => ({ at: reading.placeOf(start).at, facts: { kind, rule, text, against } }))
  }
  const rule: Rule<RemarkCode> = {
    code,
    severity: 'warning',
    find,
    figures: { version: 1, of: ({ text, against }) => ({ text, against }) },
  }
  return check(rule)
}

/** T09: parts and their total. */
const sums = check({
  code: 'T09',
  severity: 'warning',
  figures: { version: 1, of: ({ text, total }) => ({ text, total }) },
  find: (form) => {
    const { reading, relations } = brokenIn(form, certain('sum'))
    return relations.map(({ result, operands, expected }) => {
      const total = dividedBy(result.value, unitOf(result))
      const sum = quantity(expected ?? '0')
      const last = operands.at(-1) ?? result
      const [from, to] = result.start < last.end ? [result.start, last.end] : [operands[0]?.start ?? 0, result.end]
      const text = reading.text.slice(from, Math.min(to, from + 120))
      const unit = printedUnit(result)
      const facts = { text, total: fact(total), sum: fact(sum), difference: fact(absolute(minus(sum, total))), unit }
      return { at: reading.placeOf(result.start).at, facts, expected: facts.sum, found: facts.total }
    })
  },
})

/** T46: a figure of the text that the table has otherwise. */
const againstTable = check({
  code: 'T46',
  severity: 'error',
  find: (form) => {
    if (form.text.length === 0) return []
    const { reading, settled } = readOf(form)
    return contradictionsOfTable(form, reading, settled).map(({ mention, cell, expected }) => ({
      at: reading.placeOf(mention.start).at,
      facts: { rule: 'table', text: said(mention), result: said(mention), operands: cell, unit: '', expected },
      found: mention.written,
      expected,
    }))
  },
})

export const figureChecks: readonly Check[] = [
  sums,
  // A row behind 其中 that leaves something out and does not say so.
  figures({ code: 'T33', severity: 'info' }, ({ kind, certainty }) => kind === 'sum' && certainty === 'unclear'),
  // A rate or a share that its two figures do not make.
  figures({ code: 'T34', severity: 'error' }, certain('rate', 'share', 'shares')),
  // What is left is not the whole less what was done.
  figures({ code: 'T35', severity: 'error' }, certain('rest')),
  // Growth, decline, or a difference that its two figures do not make.
  figures({ code: 'T36', severity: 'error' }, certain('growth', 'change')),
  // So much for each, an average or a proportion.
  figures({ code: 'T37', severity: 'error' }, certain('perUnit', 'mean', 'ratio')),
  // A word that the figures contradict.
  figures({ code: 'T38', severity: 'warning' }, (relation) => relation.rule === 'direction' || certain('comparison')(relation)),
  // A claim that the text itself contradicts.
  remarked('T39', 'claim', 'rank'),
  // A date that cannot be, or an order or stretch of time that its dates contradict.
  remarked('T40', 'date'),
  // A number of things that is not the length of their list.
  remarked('T41', 'count', 'ordinal'),
  // One thing with two values.
  figures({ code: 'T42', severity: 'warning' }, certain('count')),
  // A rate without its sign.
  remarked('T43', 'unit'),
  // A grade or maximum that a score contradicts.
  figures({ code: 'T44', severity: 'error' }, certain('score')),
  // A part that is more than the whole.
  figures({ code: 'T45', severity: 'warning' }, ({ rule }) => rule === 'subset'),
  againstTable,
]
