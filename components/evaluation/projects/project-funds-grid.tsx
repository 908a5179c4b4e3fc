'use client'
import { useCallback, useMemo } from 'react'
import { BesideCell } from '@/components/evaluation/cells/beside-cell'
import { type CellFormFrame, useCellForm } from '@/components/evaluation/cells/cell-form-context'
import { MoneyUnitChoice, useMoneyTexts } from '@/components/evaluation/figures/money'
import { formCell, formSource, lastYearNote, readOnlyCell, useWaits } from '@/components/evaluation/rows/form-grid'
import { useRemembered } from '@/components/forms/remembered'
import { Grid } from '@/components/grid/grid'
import type { GridColumn, GridSource } from '@/components/grid/grid-source'
import { Checkbox } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { projectCell, readProjectCell } from '@/lib/domain/cells/addresses'
import type { FigureItem, FigureName } from '@/lib/domain/cells/funds'
import { PROJECT_COLUMNS } from '@/lib/domain/evaluation/evaluation'
import type { MoneyTexts } from '@/lib/forms/saving/money-texts'
import { figureColumnLabels, figureItemLabel } from '@/lib/messages/form-labels'

/** A project as a row of the grid. */
export type FundsOfProject = { id: string; name: string; code: string }

/** The columns of what a row is called. */
const NAME = 'name'
const CODE = 'code'

const columnOf = (item: FigureItem, label: string): GridColumn[] =>
  PROJECT_COLUMNS.map((column) => ({
    key: `${item}/${column}`,
    label: `${label}${figureColumnLabels[column]}`,
    kind: 'figure',
    width: 'minmax(9rem, 1fr)',
  }))

/** 项目资金 of all projects of a department's year: one row a project, typed and pasted as one table. */
export function ProjectFundsGrid({ projects, sources }: { projects: readonly FundsOfProject[]; sources: readonly FigureItem[] }) {
  const form = useCellForm()
  const money = useMoneyTexts()
  const [chosen, choose] = useRemembered('project-columns')
  const withSources = chosen === 'sources'
  const columns = useMemo(
    (): GridColumn[] => [
      { key: NAME, label: '项目名称', kind: 'line', width: 'minmax(12rem, 2fr)', frozen: true },
      { key: CODE, label: '项目编码', kind: 'line', width: 'minmax(6rem, 0.6fr)' },
      ...columnOf('total', ''),
      ...(withSources ? sources.flatMap((item) => columnOf(item, `${figureItemLabel(item, 'project')} · `)) : []),
    ],
    [withSources, sources],
  )
  const source = useMemo(() => fundsSource(form, money, projects, columns), [form, money, projects, columns])
  const rows = useMemo(() => projects.map(({ id }) => ({ id })), [projects])
  const detail = useCallback(
    (id: string) => (
      <div className="grid gap-3">
        {columns.slice(2).map(({ key }) => (
          <BesideCell key={key} address={cellAt(id, key)} />
        ))}
        <p>
          <Link href={`/evaluations/${id}`} className="text-action underline underline-offset-4">
            打开{projects.find((project) => project.id === id)?.name}
          </Link>
          <span className="text-muted">：年度目标、指标与得分在项目各表中填写。</span>
        </p>
      </div>
    ),
    [columns, projects],
  )
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6">
        <MoneyUnitChoice />
        <Checkbox
          className="mb-3 pt-1.5"
          label="分资金来源填写"
          checked={withSources}
          onChange={({ target }) => choose(target.checked ? 'sources' : '')}
        />
      </div>
      <Grid
        label={`各项目资金（${money.unit}）`}
        columns={columns}
        rows={rows}
        source={source}
        detail={detail}
        readOnly={form.readOnly}
        headTop="2.75rem"
      />
    </>
  )
}

const cellAt = (project: string, figure: string): string => projectCell({ project, at: `funds/${figure as FigureName}` })

const projectAt = (id: string): string | null => readProjectCell(id)?.project ?? null

function fundsSource(
  form: CellFormFrame,
  money: MoneyTexts,
  projects: readonly FundsOfProject[],
  columns: readonly GridColumn[],
): GridSource {
  const known = new Map(projects.map((project) => [project.id, project]))
  const figures = columns.slice(2).map(({ key }) => key)
  return {
    ...formSource({
      form,
      addressOf: cellAt,
      money,
      cellOf: (row, column, view, who) => {
        if (column === NAME) return readOnlyCell(known.get(row)?.name ?? '')
        if (column === CODE) return readOnlyCell(known.get(row)?.code ?? '')
        return formCell(form, cellAt(row, column), view, { locked: form.readOnly, who, said: lastYearNote(view) })
      },
    }),
    rowOf: projectAt,
    named: NAME,
    useRowName: (row) => known.get(row)?.name ?? '',
    useAsks: (row) => useWaits(figures.map((column) => cellAt(row, column))),
    addRow: null,
    moveRow: null,
    removeRows: null,
  }
}
