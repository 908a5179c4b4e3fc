'use client'
import { useCallback, useMemo } from 'react'
import { useCellForm, useStateOf } from '@/components/evaluation/cells/cell-form-context'
import { LibraryButton } from '@/components/evaluation/library/library-button'
import { AddRowButton } from '@/components/evaluation/rows/row-buttons'
import { LiveTotals } from '@/components/evaluation/scores/live-score'
import { useLiveScores } from '@/components/evaluation/scores/use-live-scores'
import { useRemembered } from '@/components/forms/remembered'
import { Grid } from '@/components/grid/grid'
import type { GridRow } from '@/components/grid/grid-source'
import { Checkbox } from '@/components/ui/field'
import { Section } from '@/components/ui/page'
import { useSame } from '@/components/ui/use-same'
import type { SchemeDimension } from '@/lib/domain/schemes/scheme'
import type { EvaluationFrame } from '@/lib/forms/saving/live-evaluation'
import type { LiveScores } from '@/lib/forms/saving/live-scores'
import { type BesideColumns, type Choice, type DimensionChoice, indicatorColumns } from './indicator-columns'
import { IndicatorDetail, type IndicatorRow } from './indicator-detail'
import { indicatorSource } from './indicator-source'
import { DimensionName, DimensionPoints, DimensionScore } from './indicator-sums'
import { INDICATORS, placeOf, useIndicatorRows } from './use-indicator-rows'

type Props = {
  frame: EvaluationFrame
  rows: readonly IndicatorRow[]
  tasks: readonly Choice[]
  dimensions: readonly DimensionChoice[]
}

/** 指标与得分: one row an indicator in the columns of the official form, by the scheme's 一级 and 二级, with its score as one types. */
export function IndicatorGrid(props: Props) {
  const { frame, rows, tasks, dimensions } = useSame(props)
  const form = useCellForm()
  const { store, readOnly, announce } = form
  const live = useLiveScores(frame)
  const stored = useMemo(() => rows.map(({ id }) => id), [rows])
  const { ids, settle, mover, remove, add, rowOf } = useIndicatorRows(stored, frame.scheme)
  const [beside, show] = useBesideColumns()
  const columns = useMemo(() => indicatorColumns({ tasks, dimensions, store, beside }), [tasks, dimensions, store, beside])
  const moveRow = useCallback(
    (row: string, by: -1 | 1) => {
      const work = mover(row, by)
      work?.()
      announce(work === null ? '已到本二级指标的边上，不能再移' : by < 0 ? '已上移' : '已下移')
    },
    [mover, announce],
  )
  const removeRows = useCallback(
    (gone: readonly string[]) => {
      const kept = new Set(rows.filter(({ mayRemove }) => !mayRemove).map(({ id }) => id))
      const removed = gone.filter((id) => !kept.has(id))
      if (removed.length > 0) remove(removed)
      announce(
        `${removed.length === 0 ? '' : `已删除 ${removed.length} 行，按 Ctrl+Z 撤销。`}${removed.length < gone.length ? '方案指标和已批复的指标不能删除。' : ''}`,
      )
      return removed
    },
    [rows, remove, announce],
  )
  const source = useMemo(
    () => indicatorSource({ form, frame, live, columns, addRow: add, moveRow, removeRows }),
    [form, frame, live, columns, add, moveRow, removeRows],
  )
  const hasLastYear = stored.some((id) => store.view(`indicators/${id}/actual`).lastYear !== undefined)
  const gridRows = useHeadedRows(ids, live, frame.scheme.dimensions)
  const detail = useCallback(
    (id: string) => (
      <IndicatorDetail
        row={rows.find((row) => row.id === id) ?? { id, fixed: false, mayRemove: true, aggregate: null }}
        place={ids.indexOf(id) + 1}
        live={live}
        buttons={rowOf(id)}
      />
    ),
    [rows, ids, live, rowOf],
  )
  return (
    <>
      <LiveTotals live={live}>
        {frame.indicators.some(({ approvedTarget }) => approvedTarget !== null) ? (
          <Checkbox
            label="显示批复指标值"
            checked={beside.approved}
            onChange={({ target }) => show({ ...beside, approved: target.checked })}
          />
        ) : null}
        {hasLastYear ? (
          <Checkbox
            label="显示上年完成值"
            checked={beside.lastYear}
            onChange={({ target }) => show({ ...beside, lastYear: target.checked })}
          />
        ) : null}
      </LiveTotals>
      {ids.length === 0 ? (
        <Section>
          <p className="text-sm text-muted">尚未添加指标。添加一行后，可从 Excel、WPS 整块粘贴。</p>
        </Section>
      ) : (
        <Grid
          label="指标与得分"
          columns={columns}
          rows={gridRows}
          source={source}
          detail={detail}
          readOnly={readOnly}
          headTop="5.75rem"
          onLeave={settle}
        />
      )}
      <div className="flex flex-wrap items-start gap-3">
        <AddRowButton label="添加指标" place={INDICATORS} focus={(id) => `indicators/${id}/name`} />
        <div className="mt-3">
          <LibraryButton after={ids.at(-1) ?? null} />
        </div>
      </div>
    </>
  )
}

/** What is shown beside the cells, as the person chose it. */
function useBesideColumns(): [BesideColumns, (beside: BesideColumns) => void] {
  const [chosen, choose] = useRemembered('indicator-columns')
  const beside = useMemo(() => ({ approved: chosen.includes('approved'), lastYear: chosen.includes('lastYear') }), [chosen])
  return [beside, ({ approved, lastYear }) => choose([approved && 'approved', lastYear && 'lastYear'].filter(Boolean).join(' '))]
}

/** The rows, each first one of a 一级 under its sums. */
function useHeadedRows(ids: readonly string[], live: LiveScores, dimensions: readonly SchemeDimension[]): GridRow[] {
  const { store } = useCellForm()
  const cells = useMemo(() => ids.flatMap((id) => [`indicators/${id}/dimension`, `indicators/${id}/group`]), [ids])
  const places = useStateOf(cells, () => ids.map((id) => placeOf(id, store)).join('\n')).split('\n')
  const said = new Set<string>()
  return ids.map((id, index) => {
    const [dimension = ''] = places[index]?.split('／') ?? []
    if (said.has(dimension)) return { id }
    said.add(dimension)
    const groups = [
      ...new Set(places.filter((place) => place.startsWith(`${dimension}／`)).map((place) => place.slice(dimension.length + 1))),
    ]
    const scheme = dimensions.find(({ name }) => name === dimension)
    return {
      id,
      heading: {
        key: `heading ${dimension}`,
        draw: () => ({
          dimension: <DimensionName live={live} dimension={dimension} scheme={scheme} groups={groups.filter((group) => group !== '')} />,
          maxScore: <DimensionPoints live={live} dimension={dimension} scheme={scheme} />,
          selfScore: <DimensionScore live={live} dimension={dimension} scheme={scheme} />,
          deviationReason: null,
        }),
      },
    }
  })
}
