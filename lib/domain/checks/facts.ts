import type { FigureName } from '@/lib/domain/cells/funds'
import type { ProjectColumn } from '@/lib/domain/evaluation/evaluation'
import type { Scan } from '@/lib/domain/evaluation/evidence'
import type { ReadingHint } from '@/lib/domain/reading/cell-reading'
import type { MoneyUnit, NumberHint } from '@/lib/domain/reading/number-reading'
import type { JudgementReason } from '@/lib/domain/reading/outcome'
import type { MoneyColumn } from './form'

/** Facts of these names: decimal texts, names and quotations, never wording. */
type Texts<Name extends string> = Readonly<Record<Name, string>>
/** The same where a check has several kinds of findings. */
type Kind<K extends string, Name extends string = never> = Readonly<{ kind: K }> & Texts<Name>
type InUnit = Readonly<{ unit: MoneyUnit }>
/** `null`: not of one row of the form, but of the whole. */
type OfRow<Name extends string> = Readonly<Record<Name, string | null>>

/**
 * What the sentence of each check needs to know of a finding, by the check's code. The check makes them and lib/messages
 * says them: neither compiles when the other calls one otherwise. Amounts are in `unit`; `null` is none.
 */
export type FactsOf = {
  E01: Texts<'name'>
  /** `named`: the year that the file names, or the first and the last. */
  E02: Texts<'file' | 'named' | 'year'>
  /** `other`: the second of `count` indicators that have it. */
  E03: Texts<'file' | 'other' | 'count'>
  E04: Readonly<{ scan: Scan }>
  F01: Texts<'name' | 'total' | 'sum' | 'difference'> & InUnit
  F05: Readonly<{ column: MoneyColumn }> & Texts<'total' | 'sum' | 'difference'> & InUnit
  F06: OfRow<'item'> & Texts<'budget' | 'spent' | 'over' | 'rate'> & InUnit
  F07: Texts<'spent'> & OfRow<'budget'> & InUnit
  F08: Texts<'item' | 'budget' | 'spent' | 'printed' | 'balance'> & InUnit
  F09: OfRow<'item'> & Texts<'budget' | 'spent' | 'carryOver' | 'available' | 'rate'> & InUnit
  F10: Texts<'rate' | 'bound'>
  F12: Texts<'prior' | 'actual' | 'growth'> & InUnit
  F13: Readonly<{ column: 'budget' | 'expenditure' }> & Texts<'tasks' | 'project' | 'over'> & InUnit
  F14: FactsOf['F01']
  F15: (Kind<'unit', 'found'> | Kind<'far', 'found' | 'total'> | Kind<'magnitude', 'found' | 'other'>) & InUnit
  F16: Texts<'text'> & Readonly<{ hint: NumberHint }>
  F17: Readonly<{ figure: FigureName }>
  F18: Texts<'item' | 'printed' | 'rate'>
  F19: FactsOf['F18']
  F20: Texts<'item' | 'printed'>
  F21: Kind<'maxScore', 'printed' | 'usual'> | Kind<'score', 'printed' | 'expected' | 'rate' | 'maxScore'>
  F30: Texts<'opening' | 'budget' | 'spent' | 'closing' | 'expected'> & InUnit
  F31: Texts<'initial' | 'adjusted' | 'change'> & InUnit
  F32: Readonly<{ figure: FigureName }> & Texts<'found'>
  F33: Texts<'name' | 'budget' | 'expenditure'> & InUnit
  F34: FactsOf['F18']
  F35: FactsOf['F18']
  F40: ProjectFacts
  F41: ProjectFacts
  F42: ProjectFacts & Texts<'amount'>
  F43: Texts<'name'>
  K01: Texts<'sum' | 'execution' | 'difference'>
  K02: Texts<'name' | 'given' | 'scheme'>
  K03: Kind<'sum', 'total' | 'sum' | 'difference'> | Kind<'reach', 'total' | 'least' | 'most'>
  K04:
    | Kind<'full' | 'proportion', 'name' | 'target' | 'actual' | 'printed' | 'expected' | 'maxScore'>
    | Kind<'coefficient', 'name' | 'coefficient' | 'printed' | 'expected' | 'maxScore'>
  K05: Texts<'name' | 'label' | 'score' | 'from' | 'to'>
  K06: Texts<'name' | 'score' | 'maxScore' | 'lost'>
  K07: Texts<'name' | 'target' | 'actual' | 'share' | 'threshold'> & OfRow<'deducted'>
  K08: Texts<'printed' | 'grade' | 'total'>
  K09: Texts<'name' | 'target' | 'actual'> & Readonly<{ why: CellFlaw }>
  K10: Texts<'name' | 'target'>
  K11: Texts<'name'>
  K12: Texts<'name' | 'first' | 'second' | 'firstAt'>
  K13: Texts<'name' | 'actual'>
  K14: Texts<'total' | 'rows'>
  /** `from`: as it was approved; `null` of a row that was added since. */
  K15: Texts<'name' | 'to'> & OfRow<'from'>
  K16: Texts<'name'> & OfRow<'target' | 'score'>
  K18: Texts<'name'>
  /** `maxScore`: null where only 0 bounds the score. */
  K19: Texts<'name' | 'score'> & OfRow<'maxScore'>
  K21: Texts<'name' | 'maxScore' | 'limit'>
  K30: Kind<'score' | 'coefficient', 'name' | 'score'>
  K31: Kind<'unreadable' | 'coefficient' | 'judgement', 'name'>
  K32: Texts<'name'>
  K33: Texts<'name' | 'deviation' | 'above' | 'deduct' | 'maxScore'>
  K34: Texts<'name' | 'target'>
  /** `name`: null is the execution rate. */
  K35: OfRow<'name' | 'reason'> & Texts<'maxScore'> & Readonly<{ effect: 'rescale' | 'full' }>
  K36: Texts<'name' | 'actual'>
  K37: Texts<'name' | 'actual' | 'rate'>
  K38: Texts<'name' | 'score'>
  K39: Texts<'name' | 'stated' | 'sum'>
  /** `all`: whether every row of it is here. */
  K40: Readonly<{ column: 'maxScore' | 'score'; all: boolean }> & Texts<'name' | 'stated' | 'sum'>
  K41: Kind<'bonus' | 'deduction', 'name' | 'score' | 'bound'>
  K42: Kind<'share', 'name' | 'size' | 'satisfied' | 'actual' | 'share'> | Kind<'more', 'name' | 'size' | 'satisfied'>
  K44: Texts<'name' | 'size' | 'satisfied' | 'actual' | 'share'>
  K43: Texts<'name' | 'size' | 'actual' | 'below' | 'above'>
  /** `data`: in `unit` where it is an amount, else as that figure is said. */
  T01: Readonly<{ what: KeyFigureName | 'grade' }> & Texts<'text' | 'data'> & InUnit
  /** `count`: how many places there are; `text`: the first of them. */
  T02: Texts<'found' | 'text' | 'count'>
  T03: Texts<'found' | 'year' | 'text'>
  /** Of a project's title `department` is the project that the report is filed for. */
  T04: Kind<'title' | 'signature' | 'text' | 'project', 'found' | 'department'>
  T05: Kind<'count', 'problems' | 'measures'> | Kind<'unanswered' | 'problem' | 'measure'>
  T06: Kind<'admission', 'claim' | 'admission'> | Kind<'indicator', 'claim' | 'name' | 'target' | 'actual'>
  T07: Texts<'found' | 'text' | 'count'>
  T08: Texts<'found' | 'intended' | 'text' | 'count'>
  T09: Texts<'text' | 'total' | 'sum' | 'difference' | 'unit'>
  T10: Kind<'separator', 'text' | 'found' | 'count'> | Kind<'decimals', 'text' | 'count'> | Kind<'width', 'found'>
  T11: OfRow<'name'>
  T12: Kind<'again' | 'gap' | 'empty', 'text' | 'before' | 'number'>
  T30: (Kind<'figure', 'first' | 'second'> & Readonly<{ what: KeyFigureName }>) | Kind<'named', 'name' | 'first' | 'second'>
  T31: Readonly<{ what: BudgetPart }> & Texts<'text' | 'data'> & InUnit
  T32: Texts<'text' | 'total'>
  T33: FigureFacts
  T34: FigureFacts
  T35: FigureFacts
  T36: FigureFacts
  T37: FigureFacts
  T38: FigureFacts
  T39: RemarkFacts
  T40: RemarkFacts
  T41: RemarkFacts
  T42: FigureFacts
  T43: RemarkFacts
  T44: FigureFacts
  T45: FigureFacts
  T46: FigureFacts
}
/** What the projects come to in a column beside 项目支出. */
type ProjectFacts = Readonly<{ column: ProjectColumn }> & Texts<'projects' | 'whole' | 'difference'> & InUnit
/** Figures of the text in a relation that does not hold; `expected`, in `unit`, is null where no number says it. */
export type FigureFacts = Texts<'rule' | 'text' | 'result' | 'operands' | 'unit'> & OfRow<'expected'>
export type FigureCode = 'T33' | 'T34' | 'T35' | 'T36' | 'T37' | 'T38' | 'T42' | 'T44' | 'T45' | 'T46'
/** Words of the text, and what contradicts them. */
export type RemarkFacts = Texts<'kind' | 'rule' | 'text' | 'against'>
export type RemarkCode = 'T39' | 'T40' | 'T41' | 'T43'
/** A check's code, as in the contract of the evaluation document; the product's own begin at F30, K30, T30. E is 佐证材料. */
export type CheckCode = keyof FactsOf

/** Amounts of the whole that the report's text states. */
export type KeyAmount = 'initialBudget' | 'adjustedBudget' | 'actualExpenditure' | 'carryOver'
/** Figures of the whole that it states. */
export type KeyFigureName = KeyAmount | 'rate' | 'total'
/** Parts of the budget that it states. */
export type BudgetPart = 'general' | 'governmentFund' | 'stateCapital' | 'otherSource' | 'basic' | 'project' | 'personnel' | 'publicUse'

/** Why people have to decide, where that lies in how the cells were written. */
export const WRITTEN_FLAWS = [
  'wordsForNumber',
  'dateForNumber',
  'noDate',
  'boundUndecided',
  'approximate',
  'differentUnits',
  'countForRate',
  'rateForCount',
  'ambiguousShare',
  'magnitude',
  'direction',
  'otherSubject',
] as const satisfies readonly JudgementReason[]

/** Why a pair of cells cannot be read or compared. */
export type CellFlaw = ReadingHint | (typeof WRITTEN_FLAWS)[number] | 'signOnActual' | 'zeroMinimum'
