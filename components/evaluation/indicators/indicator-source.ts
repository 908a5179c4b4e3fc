import { useMemo } from 'react'
import { type CellFormFrame, useCell, useStateOf } from '@/components/evaluation/cells/cell-form-context'
import { formSource, readOnlyCell, useWaits } from '@/components/evaluation/rows/form-grid'
import { useLiveRow } from '@/components/evaluation/scores/use-live-scores'
import type { GridColumn, GridSource } from '@/components/grid/grid-source'
import { rowIdAt } from '@/lib/domain/cells/addresses'
import { LISTS } from '@/lib/domain/cells/cells'
import { changeSinceApproval, hasApprovedTargets } from '@/lib/domain/evaluation/indicator'
import { MOST_ROWS } from '@/lib/domain/evaluation/most-rows'
import type { EvaluationFrame } from '@/lib/forms/saving/live-evaluation'
import type { LiveScores } from '@/lib/forms/saving/live-scores'
import { indicatorCell } from './indicator-cell'
import { APPROVED, LAST_YEAR } from './indicator-columns'

type Known = {
  form: CellFormFrame
  frame: EvaluationFrame
  live: LiveScores
  columns: readonly GridColumn[]
  addRow: (after: string | null) => string
  moveRow: (row: string, by: -1 | 1) => void
  removeRows: (rows: readonly string[]) => readonly string[]
}

const COLUMNS = Object.keys(LISTS.indicators)
/** What a person gives, on grounds that stand in the detail. */
const JUDGED = ['selfScore', 'coefficient', 'selfScoreGrounds']

/** 产出指标 is 产出, and a task is meant without its number too. */
const plainName = (name: string): string => name.trim().replace(/^\d+[.．、]\s*|指标$/g, '')

const addressOf = (row: string, column: string): string => `indicators/${row}/${column}`

/** The indicators of a form as a grid asks for them. */
export function indicatorSource({ form, frame, live, columns, addRow, moveRow, removeRows }: Known): GridSource {
  const { store, readOnly } = form
  const rows = new Map(frame.indicators.map((row) => [row.id, row]))
  const shown = (key: string) => columns.some((column) => column.key === key)
  const [approved, lastYear] = [shown(APPROVED), shown(LAST_YEAR)]
  const source = formSource({
    form,
    addressOf,
    cellOf: (row, column, view, who) => {
      const { fixedId = null, approvedTarget = null } = rows.get(row) ?? {}
      if (column === APPROVED) return readOnlyCell(approvedTarget ?? '')
      if (column === LAST_YEAR) return readOnlyCell(store.view(addressOf(row, 'actual')).lastYear ?? '')
      return indicatorCell(addressOf(row, column), view, live.row(row), live, {
        form,
        fixed: fixedId !== null,
        approvedTarget: approved ? null : approvedTarget,
        saysLastYear: column !== 'actual' || !lastYear,
        who,
      })
    },
    useRow: (row) => useLiveRow(live, row),
  })
  return {
    ...source,
    rowOf: rowIdAt,
    useRowName: (row) => useCell(addressOf(row, 'name')).text || '未命名指标',
    useAsks: (row) => {
      const waits = useWaits(COLUMNS.map((column) => addressOf(row, column)))
      const judging = useMemo(() => JUDGED.map((column) => addressOf(row, column)), [row])
      const judged = useStateOf(judging, (now) => judging.some((address) => now.value(address) !== ''))
      const scored = useLiveRow(live, row)
      if (waits) return true
      if (scored === undefined || readOnly) return false
      return judged || changeSinceApproval(scored.indicator, hasApprovedTargets(live.now().evaluation.indicators)) !== null
    },
    read: (row, column, text, said) => {
      const options = columns.find(({ key }) => key === column)?.options
      if (options === undefined) return source.read(row, column, text, said)
      const chosen = options.find(
        ({ value, label }) => value === text || plainName(label) === plainName(text) || (text.trim() === '' && value === ''),
      )
      return chosen === undefined ? { kind: 'refused', why: '不在可选项中' } : { kind: 'fits', text: chosen.value }
    },
    named: 'name',
    addRow: readOnly ? null : addRow,
    mostRows: MOST_ROWS,
    moveRow: readOnly ? null : moveRow,
    removeRows: readOnly ? null : removeRows,
  }
}
