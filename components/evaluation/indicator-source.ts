import type { GridCell, GridColumn, GridSource } from '@/components/grid/grid-source'
import { LISTS } from '@/lib/domain/cells/cells'
import { changeSinceApproval, hasApprovedTargets } from '@/lib/domain/evaluation/indicator'
import type { EvaluationFrame } from '@/lib/forms/live-evaluation'
import type { LiveScores } from '@/lib/forms/live-scores'
import { newRowId } from '@/lib/forms/new-rows'
import { fitCell } from '@/lib/forms/pasted-cell'
import { type CellFormFrame, useCell, useFormState } from './cell-form-context'
import { indicatorCell } from './indicator-cell'
import { INDICATORS } from './use-indicator-rows'
import { useLiveRow } from './use-live-scores'

type Known = {
  form: CellFormFrame
  frame: EvaluationFrame
  live: LiveScores
  columns: readonly GridColumn[]
  moveRow: (row: string, by: -1 | 1) => void
  removeRows: (rows: readonly string[]) => void
}

const COLUMNS = Object.keys(LISTS.indicators)
/** What a person gives, on grounds that stand in the detail. */
const JUDGED = ['selfScore', 'coefficient', 'selfScoreGrounds']

/** 产出指标 is 产出, and a task is meant without its number too. */
const plainName = (name: string): string => name.trim().replace(/^\d+[.．、]\s*|指标$/g, '')

const addressOf = (row: string, column: string): string => `indicators/${row}/${column}`

/** The indicators of a form as a grid asks for them. */
export function indicatorSource({ form, frame, live, columns, moveRow, removeRows }: Known): GridSource {
  const { store, notesAt, findingsAt, readOnly, say } = form
  const rows = new Map(frame.indicators.map((row) => [row.id, row]))
  const surroundings = (row: string, address: string) => ({
    readOnly,
    say,
    fixed: rows.get(row)?.fixedId != null,
    approvedTarget: rows.get(row)?.approvedTarget ?? null,
    notes: notesAt(address),
    findings: findingsAt(address),
  })
  const peek = (row: string, column: string): GridCell => {
    const address = addressOf(row, column)
    return indicatorCell(address, store.view(address), live.row(row), live, surroundings(row, address))
  }
  const noted = new Set(
    frame.indicators.flatMap(({ id }) => (COLUMNS.some((column) => notesAt(addressOf(id, column)).length > 0) ? [id] : [])),
  )
  return {
    useCell: (row, column) => {
      const address = addressOf(row, column)
      return indicatorCell(address, useCell(address), useLiveRow(live, row), live, surroundings(row, address))
    },
    peek,
    useRowName: (row) => useCell(addressOf(row, 'name')).text || '未命名指标',
    useAsks: (row) => {
      const open = useFormState((now) =>
        [...now.form().errors, ...now.form().conflicts].some(({ address }) => address.split('/')[1] === row),
      )
      const judged = useFormState((now) => JUDGED.some((column) => now.value(addressOf(row, column)) !== ''))
      const scored = useLiveRow(live, row)
      if (open || noted.has(row)) return true
      if (scored === undefined || readOnly) return false
      return judged || changeSinceApproval(scored.indicator, hasApprovedTargets(live.now().evaluation.indicators)) !== null
    },
    idOf: addressOf,
    edit: (edits) =>
      store.together(() => {
        for (const { row, column, text } of edits) store.edit(addressOf(row, column), text)
      }),
    read: (row, column, text) => {
      const options = columns.find(({ key }) => key === column)?.options
      if (options === undefined) return fitCell(addressOf(row ?? newRowId(), column), text)
      const chosen = options.find(
        ({ value, label }) => value === text || plainName(label) === plainName(text) || (text.trim() === '' && value === ''),
      )
      return chosen === undefined ? { kind: 'refused', why: '不在可选项中' } : { kind: 'fits', text: chosen.value }
    },
    addRow: readOnly
      ? null
      : (after) => {
          const id = newRowId()
          store.addRows([{ row: { ...INDICATORS, id, after } }])
          return id
        },
    moveRow: readOnly ? null : moveRow,
    removeRows: readOnly ? null : removeRows,
    together: store.together,
    begin: store.begin,
    end: store.end,
    announce: form.announce,
  }
}
