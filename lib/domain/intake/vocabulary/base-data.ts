import type { FigureColumn, FigureItem } from '@/lib/domain/cells/funds'

/** The first cell of a head of 基础数据表. */
export const DATA_TITLE = /^经费(?:控制|支出|使用)情况/
export const STAFF_TITLE = /^(?:财政供养)?人员(?:控制)?情况/
export const QUOTA = /^(?:核定)?(?:人员)?编制(?:人)?数$/
export const IN_POST = /^(?:20\d{2}年)?(?:年末)?(?:实际|实有)?在[职编岗](?:职工|人员)?(?:人)?数$/
/** 2022年决算数: of which year, and whether it was planned or spent. */
export const YEAR_COLUMN = /^(20\d{2})年(?:度)?(?:实际)?(预算|决算|支出)(?:数|金额)?(?:[（(]万?元[）)])?$/
/** Rows that the form has, the first that fits. 公务用车购置和维护经费 is two of them. */
export const DATA_ITEMS: readonly (readonly [FigureItem, RegExp])[] = [
  ['threePublic', /[“"]?三公[”"]?经费/],
  ['vehiclePurchase', /(?:公务用车|公车)购置(?:费|经费|支出)?$/],
  ['vehicleOperation', /(?:公务用车|公车|车辆)(?:运行)?(?:维护|运行)(?:维护)?(?:费|经费|支出)?$/],
  ['abroad', /出国/],
  ['reception', /公务接待/],
  ['project', /^项目支出[：:]?$/],
  ['basic', /^基本支出[：:]?$/],
  ['personnel', /^人员经费[：:]?$/],
  ['publicUse', /^(?:日常)?公用(?:经费|支出)[：:]?$/],
  ['procurement', /^政府采购(?:金额|支出)?[：:]?$/],
]
/** What a table of “三公”经费 alone names, and its sum. */
export const EXPENSE = /[“"]?三公[”"]?|因公出国|公务用车|公车|公务接待/
export const EXPENSE_SUM = /^(?:合计|总计|小计|共计)$/
/** Its columns, the first that fits; null: what the form does not ask for. */
export const EXPENSE_COLUMNS: readonly (readonly [FigureColumn | null, RegExp])[] = [
  [null, /增减|变动|差额?|同比|[比较]|率|[上去]年.*预算/],
  ['priorActual', /^(?:上|去)年/],
  ['initialBudget', /预算(?!执行)/],
  ['actualExpenditure', /决算|支出|执行|实际/],
]
