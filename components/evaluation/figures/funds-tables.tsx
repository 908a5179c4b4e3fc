import { Section } from '@/components/ui/page'
import {
  FIGURE_ITEMS,
  type FigureColumn,
  type FigureGroup,
  type FigureItem,
  type FigureSplit,
  fundingOf,
  partsOf,
} from '@/lib/domain/cells/funds'
import { figureColumnLabels } from '@/lib/messages/form-labels'
import { FigureGrid, type FigureRow } from './figure-grid'
import { MoneyUnitChoice } from './money'
import { SingleFigures } from './single-figures'

const BUDGET_COLUMNS: readonly FigureColumn[] = ['initialBudget', 'adjustedBudget', 'actualExpenditure']
const WITH_RECEIVED: readonly FigureColumn[] = ['initialBudget', 'adjustedBudget', 'received', 'actualExpenditure']
const THREE_PUBLIC_LABELS = { ...figureColumnLabels, initialBudget: '本年预算数', actualExpenditure: '本年决算数' }

/** The parts of a whole under what they come to. */
const partsUnder = (
  label: string,
  whole: FigureItem,
  split: FigureSplit,
  parts: readonly FigureItem[] = partsOf(whole, split),
): FigureRow[] => parts.map((item, index) => ({ item, within: true, ...(index === 0 ? { sums: { label, whole, split } } : {}) }))

const BUDGET_ROWS: readonly FigureRow[] = [
  { item: 'total' },
  ...partsUnder('资金来源合计', 'total', 'source'),
  { item: 'basic', sums: { label: '支出性质合计', whole: 'total', split: 'nature' } },
  ...partsUnder('人员与公用合计', 'basic', 'basic'),
  { item: 'project' },
]
const THREE_PUBLIC_ROWS: readonly FigureRow[] = [{ item: 'threePublic' }, ...partsUnder('分项合计', 'threePublic', 'threePublic')]
const PROCUREMENT_ROWS: readonly FigureRow[] = [{ item: 'procurement' }]

const projectRows = (groups: readonly FigureGroup[]): FigureRow[] => [
  { item: 'total' },
  ...partsUnder('资金来源合计', 'total', 'funding', fundingOf(groups)),
]

/** 项目资金: 年度资金总额, and what it comes from. */
export const ProjectFunds = ({ groups }: { groups: readonly FigureGroup[] }) => (
  <>
    <MoneyUnitChoice />
    <Section title="项目资金">
      <FigureGrid label="项目资金" kind="project" rows={projectRows(groups)} columns={BUDGET_COLUMNS} labels={figureColumnLabels} />
    </Section>
  </>
)

/** 部门整体收支: every figure a cell, with sums and cross-footing differences as one types. */
export function FundsTables({ groups }: { groups: readonly string[] }) {
  return (
    <>
      <MoneyUnitChoice />
      <Section title="收支总体、资金来源与支出性质">
        <FigureGrid
          label="部门整体支出"
          rows={BUDGET_ROWS}
          columns={groups.includes('received') ? WITH_RECEIVED : BUDGET_COLUMNS}
          labels={figureColumnLabels}
        />
      </Section>
      <Section title="结转和结余">
        <SingleFigures items={['openingCarryOver', 'closingCarryOver']} />
      </Section>
      {groups.includes('threePublic') ? (
        <Section title="“三公”经费">
          <FigureGrid label="“三公”经费" rows={THREE_PUBLIC_ROWS} columns={FIGURE_ITEMS.threePublic.columns} labels={THREE_PUBLIC_LABELS} />
        </Section>
      ) : null}
      {groups.includes('procurement') ? (
        <Section title="政府采购">
          <FigureGrid label="政府采购" rows={PROCUREMENT_ROWS} columns={FIGURE_ITEMS.procurement.columns} labels={figureColumnLabels} />
        </Section>
      ) : null}
      {groups.includes('assets') ? (
        <Section title="固定资产">
          <SingleFigures items={['fixedAssets', 'fixedAssetsInUse']} />
        </Section>
      ) : null}
      {groups.includes('staff') ? (
        <Section title="人员">
          <SingleFigures items={['staffQuota', 'staffInPost']} />
        </Section>
      ) : null}
    </>
  )
}
