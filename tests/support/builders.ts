import type { Figure, FigureName, Figures } from '@/lib/domain/cells/funds'
import { emptyNarrative } from '@/lib/domain/cells/narrative'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import { emptyCells } from '@/lib/domain/evaluation/row-cells'
import { type Quantity, quantity, yuanFromWan } from '@/lib/domain/quantities'
import { readActual, readTarget } from '@/lib/domain/reading/cell-reading'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { bundledScheme } from '@/lib/exchange/bundled-schemes'

/** Deterministic values for tests: the same call gives the same value. */

/** A bundled scheme by id; throws where there is none. */
export function scheme(id = 'national-2020', overrides: Partial<Scheme> = {}): Scheme {
  const found = bundledScheme(id)
  if (found === null) throw new Error(`no bundled scheme ${id}`)
  return { ...found, ...overrides }
}

export type IndicatorTexts = Partial<Omit<Indicator, 'target' | 'actual' | 'maxScore' | 'coefficient' | 'selfScore' | 'reviewScore'>> & {
  target?: string
  actual?: string
  /** Digits, or null for 未填. */
  maxScore?: string | null
  /** A share: 0.85 is 85 %. */
  coefficient?: string | null
  selfScore?: string | null
  reviewScore?: string | null
}

const orNull = (text: string | null): Quantity | null => (text === null ? null : quantity(text))

/** An indicator of the 产出 dimension: target and actual are read as typed cells are. */
export function anIndicator(texts: IndicatorTexts = {}): Indicator {
  const { target = '≥100', actual = '100', maxScore = '10', coefficient = null, selfScore = null, reviewScore = null, ...rest } = texts
  const row = {
    id: 'indicator1',
    lineId: rest.id ?? 'indicator1',
    libraryId: null,
    dimension: '产出指标',
    group: '数量指标',
    name: '示例指标',
    taskId: null,
    fixedId: null,
    unit: '',
    approvedTarget: null,
    approvedMaxScore: null,
    approvedAs: null,
    planIndicatorId: null,
    nature: '',
    sampleSize: '',
    satisfied: '',
    standard: '',
    changeReason: '',
    deviationReason: '',
    selfScoreGrounds: selfScore === null && coefficient === null ? '' : '依据台账',
    reviewGrounds: reviewScore === null ? '' : '依据复核',
    ...rest,
  }
  return {
    ...row,
    target: { text: target, reading: readTarget(target, row) },
    actual: { text: actual, reading: readActual(actual, row) },
    maxScore: orNull(maxScore),
    coefficient: orNull(coefficient),
    selfScore: orNull(selfScore),
    reviewScore: orNull(reviewScore),
  }
}

/** What a task holds beside its name, of which nothing is filled in. */
const { name: _, ...unnamed } = emptyCells('tasks')
export const untold = unnamed

const COUNTS: ReadonlySet<string> = new Set(['staffQuota/count', 'staffInPost/count'])

/** Figures from digits: 万元 for money, as they are for counts. */
export function figuresInWan(amounts: Partial<Record<FigureName, string>>): Figures {
  return Object.fromEntries(
    Object.entries(amounts).map(([name, digits]): [string, Figure] => {
      const typed = quantity(digits)
      return [name, { state: 'filled', value: COUNTS.has(name) ? typed : yuanFromWan(typed) }]
    }),
  )
}

/** A department's evaluation under national-2020 with a budget of 1,000 万元 fully executed and one met indicator of 90 points. */
export function anEvaluation(overrides: Partial<Evaluation> = {}): Evaluation {
  return {
    id: 'evaluation1',
    kind: 'department',
    scope: 'own',
    stage: 'selfEvaluation',
    subjectId: 'subject1',
    parentId: null,
    roundId: 'round1',
    year: 2023,
    departmentId: 'department1',
    departmentPath: '/department1/',
    authorityName: null,
    departmentName: '示例街道办事处',
    departmentCode: '100001',
    projectName: null,
    scheme: scheme(),
    status: 'draft',
    node: 'entry',
    revision: 0,
    reconstructed: false,
    figures: figuresInWan({ 'total/adjustedBudget': '1000', 'total/actualExpenditure': '1000' }),
    narrative: emptyNarrative(),
    goals: [],
    tasks: [],
    indicators: [anIndicator({ maxScore: '90' })],
    problems: [],
    measures: [],
    projects: [],
    cover: { annexNumber: '', signature: '', date: '', preparer: '', principal: '', phone: '', financePrincipal: '' },
    evidence: [],
    ...overrides,
  }
}
