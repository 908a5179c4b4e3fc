import { cellSpec } from '@/lib/domain/cells'
import type { Evaluation } from '@/lib/domain/evaluation'
import { withCell } from '@/lib/domain/evaluation-cells'
import { emptyIndicator } from '@/lib/domain/rows'
import type { Scheme } from '@/lib/domain/scheme'
import { readCellValue } from './cells'

/**
 * What the browser needs beside the typed texts to compute sums, rate and scores as one types, with the very functions
 * that decide on the server: plain values only.
 */
export type EvaluationFrame = { scheme: Scheme; year: number; indicators: readonly { id: string; fixedId: string | null }[] }

export const frameOf = ({ scheme, year, indicators }: Evaluation): EvaluationFrame => ({
  scheme,
  year,
  indicators: indicators.map(({ id, fixedId }) => ({ id, fixedId })),
})

/** Figures and indicators as they are typed at this moment; what cannot be read counts as 未填. Everything else is empty. */
export function evaluationAsTyped(frame: EvaluationFrame, texts: Readonly<Record<string, string>>): Evaluation {
  let evaluation: Evaluation = {
    id: '',
    kind: 'department',
    scope: 'own',
    parentId: null,
    roundId: '',
    year: frame.year,
    departmentId: '',
    departmentPath: '',
    departmentName: '',
    departmentCode: '',
    projectName: null,
    scheme: frame.scheme,
    status: 'draft',
    node: 'entry',
    revision: 0,
    reconstructed: false,
    figures: {},
    narrative: { duties: [], deviation: [], conclusion: [], taskOverview: [], achievements: [] },
    goals: [],
    tasks: [],
    indicators: frame.indicators.map(({ id, fixedId }) => ({ ...emptyIndicator(id), fixedId })),
    problems: [],
    measures: [],
    cover: { annexNumber: '', signature: '', date: '', preparer: '', principal: '', phone: '' },
  }
  const rows = new Set(frame.indicators.map(({ id }) => id))
  for (const [address, text] of Object.entries(texts)) {
    const [part, row = ''] = address.split('/')
    if (text === '' || (part !== 'funds' && !(part === 'indicators' && rows.has(row))) || cellSpec(address) === null) continue
    const value = readCellValue(address, text)
    if (value.ok) evaluation = withCell(evaluation, address, value.value)
  }
  return evaluation
}
