'use client'
import type { ReactNode } from 'react'
import { Section } from '@/components/ui/page'
import { Table, Td, Th } from '@/components/ui/table'
import { FIGURE_ITEMS, type FigureColumn, type FigureItem, partsOf } from '@/lib/domain/cells/funds'
import { isNegative, isZero, minus, type Quantity, sum } from '@/lib/domain/quantities'
import { readCellValue } from '@/lib/forms/cells'
import { figureColumnLabels, figureItemLabels } from '@/lib/messages/labels'
import { wan } from '@/lib/messages/numbers'
import { useFormState } from './cell-form-context'
import { CellInput } from './cell-input'

const BUDGET_COLUMNS = ['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const
const THREE_PUBLIC_LABELS = { ...figureColumnLabels, initialBudget: '本年预算数', actualExpenditure: '本年决算数' }

/** 部门整体收支: every figure a cell, with sums and cross-footing differences as one types. */
export function FundsTables({ groups }: { groups: readonly string[] }) {
  return (
    <>
      <Section title="收支总体与资金来源">
        <FigureTable caption="部门整体支出按资金来源分（万元）" columns={BUDGET_COLUMNS}>
          <FigureRow item="total" columns={BUDGET_COLUMNS} strong />
          {partsOf('total', 'source').map((item) => (
            <FigureRow key={item} item={item} columns={BUDGET_COLUMNS} inset />
          ))}
          <CrossFoot label="资金来源合计" whole="total" parts={partsOf('total', 'source')} columns={BUDGET_COLUMNS} />
        </FigureTable>
      </Section>
      <Section title="支出性质">
        <FigureTable caption="部门整体支出按支出性质分（万元）" columns={BUDGET_COLUMNS}>
          <FigureRow item="basic" columns={BUDGET_COLUMNS} />
          {partsOf('basic', 'basic').map((item) => (
            <FigureRow key={item} item={item} columns={BUDGET_COLUMNS} inset />
          ))}
          <CrossFoot label="人员与公用合计" whole="basic" parts={partsOf('basic', 'basic')} columns={BUDGET_COLUMNS} />
          <FigureRow item="project" columns={BUDGET_COLUMNS} />
          <CrossFoot label="支出性质合计" whole="total" parts={partsOf('total', 'nature')} columns={BUDGET_COLUMNS} />
        </FigureTable>
      </Section>
      <Section title="结转和结余">
        <SingleFigures items={['openingCarryOver', 'closingCarryOver']} unit="万元" />
      </Section>
      {groups.includes('threePublic') ? (
        <Section title="“三公”经费">
          <FigureTable caption="“三公”经费（万元）" columns={FIGURE_ITEMS.threePublic.columns} labels={THREE_PUBLIC_LABELS}>
            <FigureRow item="threePublic" columns={FIGURE_ITEMS.threePublic.columns} strong />
            {partsOf('threePublic', 'threePublic').map((item) => (
              <FigureRow key={item} item={item} columns={FIGURE_ITEMS.threePublic.columns} inset />
            ))}
            <CrossFoot
              label="分项合计"
              whole="threePublic"
              parts={partsOf('threePublic', 'threePublic')}
              columns={FIGURE_ITEMS.threePublic.columns}
            />
          </FigureTable>
        </Section>
      ) : null}
      {groups.includes('procurement') ? (
        <Section title="政府采购">
          <FigureTable caption="政府采购（万元）" columns={FIGURE_ITEMS.procurement.columns}>
            <FigureRow item="procurement" columns={FIGURE_ITEMS.procurement.columns} />
          </FigureTable>
        </Section>
      ) : null}
      {groups.includes('assets') ? (
        <Section title="固定资产">
          <SingleFigures items={['fixedAssets', 'fixedAssetsInUse']} unit="万元" />
        </Section>
      ) : null}
      {groups.includes('staff') ? (
        <Section title="人员">
          <SingleFigures items={['staffQuota', 'staffInPost']} unit="人" />
        </Section>
      ) : null}
    </>
  )
}

type Columns = readonly FigureColumn[]

function FigureTable(props: { caption: string; columns: Columns; labels?: Readonly<Record<FigureColumn, string>>; children: ReactNode }) {
  const { caption, columns, labels = figureColumnLabels, children } = props
  return (
    <Table caption={caption} captionHidden stickyFirst className="min-w-[44rem]">
      <thead>
        <tr>
          <Th className="w-36 sm:w-64">项目</Th>
          {columns.map((column) => (
            <Th key={column} numeric>
              {labels[column]}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Table>
  )
}

function FigureRow({ item, columns, strong, inset }: { item: FigureItem; columns: Columns; strong?: boolean; inset?: boolean }) {
  return (
    <tr>
      <th
        scope="row"
        className={`border-b border-line px-3 py-2 text-left align-top ${strong ? 'font-semibold' : 'font-normal'} ${inset ? 'pl-8' : ''}`}
      >
        {figureItemLabels[item]}
      </th>
      {columns.map((column) => (
        <Td key={column} numeric>
          <CellInput address={`funds/${item}/${column}`} input={{ kind: 'figure' }} />
        </Td>
      ))}
    </tr>
  )
}

function SingleFigures({ items, unit }: { items: readonly FigureItem[]; unit: string }) {
  return (
    <div className="grid max-w-2xl gap-5 sm:grid-cols-2">
      {items.map((item) => (
        <CellInput
          key={item}
          address={`funds/${item}/${FIGURE_ITEMS[item].columns[0]}`}
          label={`${figureItemLabels[item]}（${unit}）`}
          input={{ kind: 'figure' }}
        />
      ))}
    </div>
  )
}

/** The value of a figure that is typed so; null where it is 未填, 不适用 or not readable. */
function figureOf(address: string, text: string): Quantity | null {
  const read = readCellValue(address, text)
  return read.ok && read.value.kind === 'figure' && read.value.figure?.state === 'filled' ? read.value.figure.value : null
}

/** The sum of the parts and how far it is from the whole, per column; a column without any part says nothing. */
function CrossFoot({ label, whole, parts, columns }: { label: string; whole: FigureItem; parts: readonly FigureItem[]; columns: Columns }) {
  return (
    <tr className="bg-sunken">
      <th scope="row" className="border-b border-line !bg-sunken px-3 py-2 text-left text-sm font-normal text-muted">
        {label}
      </th>
      {columns.map((column) => (
        <CrossFootCell key={column} whole={whole} parts={parts} column={column} />
      ))}
    </tr>
  )
}

function CrossFootCell({ whole, parts, column }: { whole: FigureItem; parts: readonly FigureItem[]; column: FigureColumn }) {
  const addressOf = (item: FigureItem) => `funds/${item}/${column}`
  // As one text, so that figures elsewhere are of no concern
  const typed = useFormState((store) => JSON.stringify([whole, ...parts].map((item) => store.value(addressOf(item)))))
  const [total = null, ...values] = (JSON.parse(typed) as string[]).map((text, index) =>
    figureOf(addressOf([whole, ...parts][index] ?? whole), text),
  )
  const filled = values.filter((value) => value !== null)
  if (filled.length === 0) return <Td numeric />
  const added = sum(filled)
  const difference = total === null ? null : minus(added, total)
  return (
    <Td numeric>
      <span className="block">{wan(added)}</span>
      {difference === null ? null : isZero(difference) ? (
        <span className="text-success">✓ 与{figureItemLabels[whole]}相符</span>
      ) : (
        <span className="font-medium text-danger">
          ✗ 相差 {isNegative(difference) ? '' : '+'}
          {wan(difference)}
        </span>
      )}
    </Td>
  )
}
