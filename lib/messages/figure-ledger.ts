import type { LedgerEntry } from '@/lib/domain/text/ledger'
import type { RelationKind } from '@/lib/domain/text/relation'

/** What became of a figure of the text. */
export const figureStatusLabels = { contradicted: '矛盾', confirmed: '相符', unchecked: '未核对' } satisfies Record<
  LedgerEntry['status'],
  string
>

/** What a figure was held against. */
export const relationLabels = {
  sum: '各项合计',
  rest: '余数',
  change: '增减额',
  rate: '比率',
  share: '占比、完成比例',
  growth: '增减幅度',
  perUnit: '单价与数量',
  mean: '平均数',
  shares: '各占比之和',
  ratio: '比例',
  count: '前后一致',
  comparison: '高低比较',
  score: '得分与等级',
  table: '表中数据',
} satisfies Record<RelationKind, string>

const DIMENSIONS: Readonly<Record<string, string>> = {
  money: '金额',
  percent: '比率',
  points: '百分点',
  score: '分数',
  people: '人数',
  visits: '人次',
  households: '户数',
  days: '天数',
  workdays: '工作日',
  months: '月数',
  years: '年数',
  number: '数',
}
/** What kind of quantity a figure is. */
export const dimensionLabel = (dimension: string): string => DIMENSIONS[dimension] ?? '数量'
