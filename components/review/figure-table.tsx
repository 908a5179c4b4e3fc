'use client'
import { Table, Td, Th } from '@/components/ui/table'
import { FIGURE_ITEMS, type FigureColumn, type FigureGroup, type FigureItem, type FigureName, isAskedFor } from '@/lib/domain/cells/funds'
import type { EvaluationKind } from '@/lib/domain/evaluation/evaluation'
import type { ReviewNote } from '@/lib/domain/review/notes'
import { figureColumnLabels, figureItemLabel, figureItemLabels, NOT_FILLED } from '@/lib/messages/form-labels'
import { NoteButton } from './draft-note'
import { NotesAt } from './reading-section'

/** The texts of the filled figures by name; one that is missing is 未填. */
export type FigureTexts = Readonly<Partial<Record<FigureName, string>>>

const BUDGET: readonly FigureColumn[] = ['initialBudget', 'adjustedBudget', 'actualExpenditure']
const INDENTED: ReadonlySet<FigureItem> = new Set([
  'general',
  'governmentFund',
  'stateCapital',
  'otherSource',
  'basic',
  'project',
  'appropriation',
  'broughtForward',
  'fiscalFunds',
  'specialAccountFunds',
  'unitFunds',
  'otherFunding',
])
const TWICE: ReadonlySet<FigureItem> = new Set(['personnel', 'publicUse'])

/** The money table as it is read for review, and the other figures that are filled. */
export function FigureTable(props: {
  figures: FigureTexts
  notes: readonly ReviewNote[]
  kind: EvaluationKind
  groups: readonly FigureGroup[]
}) {
  const { figures, notes, kind, groups } = props
  const items = (Object.keys(FIGURE_ITEMS) as FigureItem[]).filter((item) =>
    columnsOf(item).some((column) => isAskedFor(`${item}/${column}`, kind, groups)),
  )
  const budgeted = items.filter((item) => BUDGET.every((column) => columnsOf(item).includes(column)))
  const others = items
    .flatMap((item) => columnsOf(item).map((column) => ({ item, column, name: `${item}/${column}` as FigureName })))
    .filter(({ item, column }) => !(budgeted.includes(item) && BUDGET.includes(column)))
    .filter(({ name }) => figures[name] !== undefined)
  return (
    <div className="grid gap-4">
      <Table caption={`${kind === 'project' ? '项目资金' : '部门整体收支'}（万元）`} stickyFirst className="min-w-[36rem]">
        <thead>
          <tr>
            <Th>项目</Th>
            {BUDGET.map((column) => (
              <Th key={column} numeric className="w-1/5">
                {figureColumnLabels[column]}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {budgeted.map((item) => (
            <tr key={item}>
              <Th scope="row" className={item === 'total' ? '' : 'font-normal'}>
                <span className={TWICE.has(item) ? 'pl-8' : INDENTED.has(item) ? 'pl-4' : ''}>{figureItemLabel(item, kind)}</span>
              </Th>
              {BUDGET.map((column) => (
                <FigureCell key={column} item={item} column={column} figures={figures} notes={notes} />
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {others.length > 0 && (
        <Table caption="其他数据（金额为万元）">
          <thead>
            <tr>
              <Th>项目</Th>
              <Th numeric>数值</Th>
            </tr>
          </thead>
          <tbody>
            {others.map(({ item, column, name }) => (
              <tr key={name}>
                <Th scope="row" className="font-normal">
                  {cellName(item, column)}
                </Th>
                <FigureCell item={item} column={column} figures={figures} notes={notes} />
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  )
}

const cellName = (item: FigureItem, column: FigureColumn): string =>
  column === 'amount' || column === 'count' ? figureItemLabels[item] : `${figureItemLabels[item]} · ${figureColumnLabels[column]}`

const columnsOf = (item: FigureItem): readonly FigureColumn[] => FIGURE_ITEMS[item].columns

function FigureCell(props: { item: FigureItem; column: FigureColumn; figures: FigureTexts; notes: readonly ReviewNote[] }) {
  const { item, column, figures, notes } = props
  const at = `funds/${item}/${column}`
  const text = figures[`${item}/${column}`]
  return (
    <Td numeric id={at} className="scroll-mt-24">
      <NoteButton at={at} label={cellName(item, column)} /> {text ?? <span className="text-muted">{NOT_FILLED}</span>}
      {/* Wide only as the column is: what is written below a figure must not move the other figures */}
      <div className="w-0 min-w-[max(100%,12rem)] empty:hidden">
        <NotesAt at={at} notes={notes} />
      </div>
    </Td>
  )
}
