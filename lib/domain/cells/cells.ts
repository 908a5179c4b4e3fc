import { quantity } from '@/lib/domain/quantities'
import { FIGURE_ITEMS, type FigureName, itemOf } from './funds'

/**
 * What an evaluation's cells are: the table of its lists with their columns, and the cells of its cover. Storing, loading,
 * comparing, exchanging and labelling all go by it. Where a cell is, `addresses.ts` says.
 */

export type CellKind =
  | 'money' // 元, typed in 万元 with up to six decimals
  | 'count' // a whole number, not negative
  | 'points' // 分值 or 得分, up to two decimals, 0…100
  | 'share' // 得分系数, typed in per cent, 0…100 % with up to four decimals
  | 'line' // one line of text
  | 'text' // several lines; `{{datum}}` are references
  | 'remark' // several lines, as they are
  | 'reading' // target or actual: kept as typed, beside what was read from it
  | 'date' // YYYY-MM-DD
  | 'rowIds' // ids of other rows, separated by spaces (ties between problems and measures)
  | 'rowId' // id of another row, or empty
  | 'mark' // with what an item of a list is numbered

/** `field`: how the row calls it, where not as the column is called. */
export type CellSpec<Kind extends CellKind = CellKind> = { kind: Kind; longest: number; field?: string }
/** Kinds that stand in rows: all but the counts, which are figures. */
export type RowCellKind = Exclude<CellKind, 'count'>

const line = (longest: number) => ({ kind: 'line', longest }) as const
const text = { kind: 'text', longest: 5000 } as const
const remark = { kind: 'remark', longest: 5000 } as const
const points = { kind: 'points', longest: 20 } as const
const reading = { kind: 'reading', longest: 300 } as const
const money = { kind: 'money', longest: 40 } as const
const mark = { kind: 'mark', longest: 3 } as const

/** What the database keeps: 18 digits of 元 with 2 behind the point, counts of 8 digits, 分 of 5 with 2. */
export const LARGEST_AMOUNT = quantity('999999999999999999.99')
export const LARGEST_COUNT = quantity('99999999')
export const LARGEST_POINTS = quantity('99999.99')

/**
 * The lists of an evaluation, whose rows are added, removed and moved, with the cells of a row in printed order.
 * A list's name is the evaluation's field; blocks of text stand in its sections and with its tasks.
 */
export const LISTS = {
  /** 章节文字的段落、条目 */
  narrative: { text: { ...text, field: 'runs' }, mark, basis: remark },
  /** 年度绩效目标 and its 完成情况 */
  goals: { text, mark, completion: text },
  /** 年度重点工作任务 with its 预算金额 and 执行金额, which are optional, by source of its funds where a form asks for that, and why less was spent */
  tasks: {
    name: line(200),
    budget: money,
    expenditure: money,
    centralBudget: money,
    centralExpenditure: money,
    provincialBudget: money,
    provincialExpenditure: money,
    municipalBudget: money,
    municipalExpenditure: money,
    ownBudget: money,
    ownExpenditure: money,
    reason: remark,
  },
  /** 绩效指标 */
  indicators: {
    /** 一级 (产出指标), 二级 (数量指标), 三级 */
    dimension: line(60),
    group: line(60),
    name: line(200),
    /** The key task that it belongs to. */
    task: { kind: 'rowId', longest: 40, field: 'taskId' },
    unit: line(30),
    /** 指标性质: 定量 or 定性; 正向, 反向 or 等于, which say what a target without a sign means */
    nature: line(20),
    /** 年度指标值 now in force, and 实际完成值 */
    target: reading,
    actual: reading,
    /** Of a satisfaction: how many were asked, and how many of them were satisfied, as typed */
    sampleSize: line(30),
    satisfied: line(30),
    /** 评分标准 by which points are given */
    standard: remark,
    /** 分值 now in force */
    maxScore: points,
    /** Why the indicator, its target or its 分值 differ from what was approved. */
    changeReason: remark,
    /** 偏差原因及改进措施 */
    deviationReason: remark,
    /** 得分系数 by a person under the rule 得分系数 × 分值: 1 is 100 %; null: 未填, and numbers decide. */
    coefficient: { kind: 'share', longest: 20 },
    /** 自评分 by a person where numbers do not decide. */
    selfScore: points,
    /** On what the self-score, or the coefficient, rests. */
    selfScoreGrounds: remark,
    /** 复核分 beside the self-score; neither overwrites the other. */
    reviewScore: points,
    reviewGrounds: remark,
  },
  /** 存在的主要问题, and the measures that answer each, in the measures' own order */
  problems: { text, mark, measures: { kind: 'rowIds', longest: 4000, field: 'measureIds' } },
  /** 下一步改进措施 */
  measures: { text, mark },
} as const satisfies Record<string, Record<string, CellSpec<RowCellKind>>>
export type ListName = keyof typeof LISTS
export type ColumnOf<L extends ListName> = keyof (typeof LISTS)[L] & string

/** Sources of a task's funds in printed order: 中央, 省级, 市级 and 本级财政资金. */
export const TASK_SOURCES = ['central', 'provincial', 'municipal', 'own'] as const
export type TaskSource = (typeof TASK_SOURCES)[number]

/** The lists in printed order. */
export const LIST_NAMES = Object.keys(LISTS) as ListName[]
export const isListName = (name: string): name is ListName => Object.hasOwn(LISTS, name)

type Column = { column: string; field: string; kind: RowCellKind }

const COLUMNS: ReadonlyMap<ListName, readonly Column[]> = new Map(
  LIST_NAMES.map((list) => [
    list,
    Object.entries<CellSpec<RowCellKind>>(LISTS[list]).map(([column, { kind, field = column }]) => ({ column, field, kind })),
  ]),
)

/** The columns of a list in printed order, each with what may stand in it and how the row calls it. */
export const columnsOf = (list: ListName): readonly Column[] => COLUMNS.get(list) ?? []

/** 封面与落款 */
export const COVER_CELLS = {
  annexNumber: line(20),
  signature: line(100),
  date: { kind: 'date', longest: 10 },
  preparer: line(60),
  principal: line(60),
  /** 财务负责人, whom a project's form may ask for */
  financePrincipal: line(60),
  phone: line(40),
} as const satisfies Record<string, CellSpec>
export type CoverCell = keyof typeof COVER_CELLS

/** What may stand where a figure does. */
export const figureSpec = (name: FigureName): CellSpec =>
  FIGURE_ITEMS[itemOf(name)].measure === 'money' ? { kind: 'money', longest: 200 } : { kind: 'count', longest: 200 }
