import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { columnLabels } from './column-labels'
import { kindLabels } from './labels'

/** The words of the 填报工作簿, as they stand on its sheets. */

export const bookSheets = {
  cover: '基本信息',
  funds: '收支',
  goals: '目标',
  tasks: '任务',
  indicators: '指标',
  problems: '问题措施',
  texts: '文字说明',
  projects: '项目目录',
} as const

export const bookTitle = ({ departmentName, projectName, year, kind }: BookOf, part: string): string =>
  `${departmentName}${projectName ?? ''}${year}年度${kindLabels[kind]}绩效自评　${part}`
type BookOf = Pick<Evaluation, 'departmentName' | 'projectName' | 'year' | 'kind'>

export const BOOK_GUIDE = [
  '黄色的格填写，其余的格锁定（工作表保护没有密码）；填好后存为 .xlsx，在系统的“填报工作簿”页读入，逐格核对后采用。',
  '金额单位为万元；未填请留空，不适用请写“不适用：原因”。指标值、完成值照实写，连同符号和单位，例如 ≥80%、超过280人。',
  '可以排序、移动整行；要增加的行写在表末的空行里，删去的行读入时逐项确认。隐藏的行、列和工作表用来认出每一格，请勿删改。',
]

export const bookHeadings = {
  item: '项目',
  kind: '类别',
  number: '序号',
  unit: '计量单位',
  amount: '金额',
  value: '数值',
  content: '填写内容',
  projectName: '项目名称',
  projectCode: '项目编码',
  sheet: '工作表',
  rate: '执行率',
  maxScore: '分值',
  score: '得分',
} as const

/** The columns of the lists' tables. */
export const bookColumnHeadings = {
  goals: { text: '年度总体目标', completion: columnLabels.goals.completion },
  tasks: { name: '任务名称', budget: '预算金额', expenditure: '执行金额' },
  indicators: { ...columnLabels.indicators, name: '三级指标' },
  problems: { text: '存在问题', measures: columnLabels.problems.measures },
  measures: { text: '改进措施' },
} as const

export const bookSums = {
  bySource: '按资金来源合计',
  byNature: '按支出性质合计',
  basic: '基本支出各项合计',
  byFunding: '资金来源合计',
  projects: '各项目合计',
  threePublic: '“三公”经费各项合计',
  difference: '与上列总数之差',
  indicators: '指标合计',
} as const

/** Where a formula cannot say a row's score. */
export const SCORED_BY_SYSTEM = '读入后计算'

export const bookMoney = (heading: string): string => `${heading}（万元）`

/** What a row of a list is called. */
export const bookRowNames = {
  goals: '绩效目标',
  tasks: '重点工作任务',
  indicators: '指标',
  problems: '存在问题',
  measures: '改进措施',
  narrative: '段落',
} as const
