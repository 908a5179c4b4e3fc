import type { Quantity } from '@/lib/domain/quantities'

/**
 * The named figures of an evaluation: money in 元, counts as they are. A figure is named
 * `item/column`; its cell address is `funds/<item>/<column>`. Formulas of schemes use the same names.
 */

export type FigureColumn = 'initialBudget' | 'adjustedBudget' | 'actualExpenditure' | 'received' | 'priorActual' | 'amount' | 'count'

/** How a whole is made up: 按资金来源, 按支出性质, 基本支出 and “三公”经费 by their parts; a project's 年度资金总额 by what it comes from. */
export type FigureSplit = 'source' | 'nature' | 'basic' | 'threePublic' | 'funding'

type FigureItemSpec = {
  measure: 'money' | 'count'
  columns: readonly FigureColumn[]
  /** Item whose amount this one is a part of, by which split. */
  partOf?: { item: string; split: FigureSplit }
}

const BUDGET_COLUMNS = ['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const
const funding = { measure: 'money', columns: BUDGET_COLUMNS, partOf: { item: 'total', split: 'funding' } } as const
/** Of the whole of a department and of each source also 到位数, where the scheme asks for it. */
const SOURCE_COLUMNS = [...BUDGET_COLUMNS, 'received'] as const
const source = { measure: 'money', columns: SOURCE_COLUMNS, partOf: { item: 'total', split: 'source' } } as const
const THREE_PUBLIC_COLUMNS = ['priorActual', 'initialBudget', 'actualExpenditure'] as const

/** Items in printed order. `priorActual` is 上年决算数, `received` 到位数. */
export const FIGURE_ITEMS = {
  total: { measure: 'money', columns: SOURCE_COLUMNS }, // 部门整体支出（年度资金总额）
  general: source, // 一般公共预算财政拨款
  governmentFund: source, // 政府性基金预算财政拨款
  stateCapital: source, // 国有资本经营预算财政拨款
  otherSource: source, // 其他资金
  basic: { measure: 'money', columns: BUDGET_COLUMNS, partOf: { item: 'total', split: 'nature' } }, // 基本支出
  personnel: { measure: 'money', columns: BUDGET_COLUMNS, partOf: { item: 'basic', split: 'basic' } }, // 人员经费
  publicUse: { measure: 'money', columns: BUDGET_COLUMNS, partOf: { item: 'basic', split: 'basic' } }, // 公用经费
  project: { measure: 'money', columns: BUDGET_COLUMNS, partOf: { item: 'total', split: 'nature' } }, // 项目支出
  openingCarryOver: { measure: 'money', columns: ['amount'] }, // 年初结转和结余
  closingCarryOver: { measure: 'money', columns: ['amount'] }, // 年末结转和结余
  threePublic: { measure: 'money', columns: THREE_PUBLIC_COLUMNS }, // “三公”经费合计
  abroad: { measure: 'money', columns: THREE_PUBLIC_COLUMNS, partOf: { item: 'threePublic', split: 'threePublic' } }, // 因公出国（境）费
  vehiclePurchase: { measure: 'money', columns: THREE_PUBLIC_COLUMNS, partOf: { item: 'threePublic', split: 'threePublic' } }, // 公务用车购置费
  vehicleOperation: { measure: 'money', columns: THREE_PUBLIC_COLUMNS, partOf: { item: 'threePublic', split: 'threePublic' } }, // 公务用车运行维护费
  reception: { measure: 'money', columns: THREE_PUBLIC_COLUMNS, partOf: { item: 'threePublic', split: 'threePublic' } }, // 公务接待费
  procurement: { measure: 'money', columns: ['initialBudget', 'actualExpenditure'] }, // 政府采购
  fixedAssets: { measure: 'money', columns: ['amount'] }, // 固定资产总额
  fixedAssetsInUse: { measure: 'money', columns: ['amount'] }, // 在用固定资产总额
  staffQuota: { measure: 'count', columns: ['count'] }, // 编制数
  staffInPost: { measure: 'count', columns: ['count'] }, // 在职人数
  appropriation: funding, // 当年财政拨款, of a project as are the next two
  broughtForward: funding, // 上年结转资金
  fiscalFunds: funding, // 财政资金, of a project whose form tells its funds by who manages them, as are the next two
  specialAccountFunds: funding, // 财政专户管理资金
  unitFunds: funding, // 单位资金
  otherFunding: funding, // 其他资金
} as const satisfies Record<string, FigureItemSpec>

export type FigureItem = keyof typeof FIGURE_ITEMS

/** Groups of figures that a scheme may use or leave out, with their items. All others are always there. */
const GROUPED = {
  threePublic: ['threePublic', 'abroad', 'vehiclePurchase', 'vehicleOperation', 'reception'],
  staff: ['staffQuota', 'staffInPost'],
  procurement: ['procurement'],
  assets: ['fixedAssets', 'fixedAssetsInUse'],
  // A column of items that are always there: `groupOf` knows it.
  received: [],
  // What a project's funds are told by instead of 财政拨款 and 结转资金: no scheme of a department asks for it
  managedFunding: ['fiscalFunds', 'specialAccountFunds', 'unitFunds'],
} as const satisfies Record<string, readonly FigureItem[]>
export type FigureGroup = keyof typeof GROUPED
export const FIGURE_GROUPS = Object.keys(GROUPED) as FigureGroup[]
/** Those that a department's form may have. */
export const DEPARTMENT_GROUPS = FIGURE_GROUPS.filter((group) => group !== 'managedFunding')

/** The group that a figure belongs to; null where it belongs to none and is always asked for. */
export function groupOf(name: FigureName): FigureGroup | null {
  const { item, column } = figureParts(name)
  if (column === 'received') return 'received'
  return FIGURE_GROUPS.find((group) => (GROUPED[group] as readonly FigureItem[]).includes(item)) ?? null
}

/** Whether a form of the kind has the figure, where its scheme uses these groups of figures. */
export function isAskedFor(name: FigureName, kind: 'department' | 'project', groups: readonly FigureGroup[]): boolean {
  const { item, column } = figureParts(name)
  const group = groupOf(name)
  if (kind === 'project') return column !== 'received' && (item === 'total' || fundingOf(groups).includes(item))
  return !isFunding(item) && (group === null || groups.includes(group))
}

const isFunding = (item: FigureItem): boolean => {
  const { partOf }: FigureItemSpec = FIGURE_ITEMS[item]
  return partOf?.split === 'funding'
}

/** The parts of a whole in one split that a form with these groups has, in printed order. */
export const partsAskedFor = (whole: FigureItem, split: FigureSplit, groups: readonly FigureGroup[]): readonly FigureItem[] =>
  split === 'funding' ? fundingOf(groups) : partsOf(whole, split)

/** What a project's 年度资金总额 comes from, as its form tells it, in printed order. */
export const fundingOf = (groups: readonly FigureGroup[]): readonly FigureItem[] =>
  groups.includes('managedFunding') ? BY_MANAGEMENT : BY_ORIGIN

const BY_ORIGIN: readonly FigureItem[] = ['appropriation', 'broughtForward', 'otherFunding']
const BY_MANAGEMENT: readonly FigureItem[] = [...GROUPED.managedFunding, 'otherFunding']

/** The figures that it has, in printed order. */
export const figuresAskedFor = (kind: 'department' | 'project', groups: readonly FigureGroup[]): FigureName[] =>
  (Object.keys(FIGURE_ITEMS) as FigureItem[])
    .flatMap((item) => FIGURE_ITEMS[item].columns.map((column): FigureName => `${item}/${column}`))
    .filter((name) => isAskedFor(name, kind, groups))

/** `total/adjustedBudget` */
export type FigureName = `${FigureItem}/${FigureColumn}`

/** 不适用 needs a reason; an absent figure is 未填; 0 is a value. Three different things. */
export type Figure = { state: 'filled'; value: Quantity } | { state: 'notApplicable'; reason: string }
export type Figures = Readonly<Partial<Record<FigureName, Figure>>>

/** The value of a figure; null where it is 未填 or 不适用. */
export function figure(figures: Figures, name: FigureName): Quantity | null {
  const found = figures[name]
  return found?.state === 'filled' ? found.value : null
}

/** The parts of a figure's name. */
export const figureParts = (name: FigureName): { item: FigureItem; column: FigureColumn } => {
  const [item, column] = name.split('/') as [FigureItem, FigureColumn]
  return { item, column }
}
export const itemOf = (name: FigureName): FigureItem => figureParts(name).item

export const isFigureItem = (name: string): name is FigureItem => Object.hasOwn(FIGURE_ITEMS, name)

export const isFigureName = (name: string): name is FigureName => {
  const [item = '', column] = name.split('/')
  const spec: FigureItemSpec | undefined = isFigureItem(item) ? FIGURE_ITEMS[item] : undefined
  return spec !== undefined && name.split('/').length === 2 && spec.columns.includes(column as FigureColumn)
}

/** Every split of the forms, in printed order: the department's, then the project's. */
export const FIGURE_SPLITS = [
  { whole: 'total', split: 'source' },
  { whole: 'total', split: 'nature' },
  { whole: 'basic', split: 'basic' },
  { whole: 'threePublic', split: 'threePublic' },
  { whole: 'total', split: 'funding' },
] as const satisfies { whole: FigureItem; split: FigureSplit }[]

/** The items that together make up `whole` in one split, in printed order. */
export const partsOf = (whole: FigureItem, split: FigureSplit): readonly FigureItem[] => PARTS.get(`${whole}/${split}`) ?? []

/** By whole and split; every form asks for them a dozen times over. */
const PARTS: ReadonlyMap<string, readonly FigureItem[]> = new Map(
  FIGURE_SPLITS.map(({ whole, split }) => [
    `${whole}/${split}`,
    (Object.keys(FIGURE_ITEMS) as FigureItem[]).filter((item) => {
      const { partOf }: FigureItemSpec = FIGURE_ITEMS[item]
      return partOf?.item === whole && partOf.split === split
    }),
  ]),
)
