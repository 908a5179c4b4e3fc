import { leadsIn } from '@/lib/domain/cells/list-places'
import type { Run } from '@/lib/domain/cells/narrative'
import type { ReportBlock, ReportRow } from '@/lib/domain/report-document'
import { type Assessed, runsText } from '@/lib/report/data-text'
import { cell, column } from './cells'

/** 存在的问题 with the 改进措施 that answer each; measures that answer none stand in a row of their own. */
export function problems(assessed: Assessed): ReportBlock {
  const all = assessed.evaluation.problems.filter((row) => !leadsIn(row))
  const measures = assessed.evaluation.measures.filter((row) => !leadsIn(row))
  const said = (texts: readonly (readonly Run[])[]): string => texts.map((runs) => runsText(runs, assessed)).join('；')
  const answering = (ids: readonly string[]) => measures.filter(({ id }) => ids.includes(id)).map(({ text }) => text)
  const tied = new Set(all.flatMap(({ measureIds }) => measureIds))
  const others = measures.filter(({ id }) => !tied.has(id))
  const rows = [
    ...all.map(({ text, measureIds }): [string, string] => [said([text]), said(answering(measureIds))]),
    ...others.map(({ text }): [string, string] => ['', said([text])]),
  ]
  return {
    kind: 'table',
    table: {
      caption: '存在的问题及改进措施',
      unit: '',
      labels: 0,
      columns: [column('序号', 12, 'center'), column('存在的主要问题', 100), column('改进措施', 112)],
      rows:
        rows.length === 0
          ? [[cell(''), cell(''), cell('')]]
          : rows.map(([problem, measure], index): ReportRow => [cell(String(index + 1)), cell(problem), cell(measure)]),
    },
  }
}
