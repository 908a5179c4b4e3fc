import { FIGURE_ITEMS, type FigureColumn, type FigureItem, type FigureName, figureParts } from '@/lib/domain/cells/funds'

/**
 * The names by which formulas of schemes call the department's figures: `三公经费.全年执行数`, `编制数`. They are part of
 * the formula language, so a change here would change stored schemes; the labels on screen may differ.
 */
const FORMULA_ITEM_NAMES: Partial<Record<FigureItem, string>> = {
  total: '部门整体支出',
  general: '一般公共预算拨款',
  governmentFund: '政府性基金拨款',
  stateCapital: '国有资本经营预算拨款',
  otherSource: '其他资金',
  basic: '基本支出',
  personnel: '人员经费',
  publicUse: '公用经费',
  project: '项目支出',
  openingCarryOver: '年初结转结余',
  closingCarryOver: '年末结转结余',
  threePublic: '三公经费',
  abroad: '因公出国费',
  vehiclePurchase: '公务用车购置费',
  vehicleOperation: '公务用车运行维护费',
  reception: '公务接待费',
  procurement: '政府采购',
  fixedAssets: '固定资产总额',
  fixedAssetsInUse: '在用固定资产',
  staffQuota: '编制数',
  staffInPost: '在职人数',
}

/** Columns of items that have several; `amount` and `count` stand alone, so their items are named without a column. */
const FORMULA_COLUMN_NAMES = {
  initialBudget: '年初预算数',
  adjustedBudget: '全年预算数',
  actualExpenditure: '全年执行数',
  received: '到位数',
  priorActual: '上年决算数',
  amount: '',
  count: '',
} as const satisfies Record<FigureColumn, string>

/** The full name of a figure in a formula. */
export function formulaName(figure: FigureName): string {
  const { item, column } = figureParts(figure)
  const columnName = FORMULA_COLUMN_NAMES[column]
  // What only a project's form has, no formula names: a project's indicators are its own
  const name = FORMULA_ITEM_NAMES[item] ?? item
  return columnName === '' ? name : `${name}.${columnName}`
}

/** Every name that a formula may use, in the order of the figures. The columns of the whole department may be written alone (全年预算数). */
export const FORMULA_FIGURES: ReadonlyMap<string, FigureName> = new Map(
  (Object.keys(FORMULA_ITEM_NAMES) as FigureItem[]).flatMap((item) =>
    FIGURE_ITEMS[item].columns.flatMap((column): [string, FigureName][] => {
      const figure: FigureName = `${item}/${column}`
      const full: [string, FigureName] = [formulaName(figure), figure]
      return item === 'total' ? [full, [FORMULA_COLUMN_NAMES[column], figure]] : [full]
    }),
  ),
)
