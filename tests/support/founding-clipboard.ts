import { figureItemLabels } from '@/lib/messages/form-labels'
import { numberIn } from '@/lib/messages/numbering'
import { jinhuaEvaluation as founding } from '@/prisma/seed/jinhua'

/** What the founding report's references say on paper. */
const FIGURES: Readonly<Record<string, string>> = {
  'total/actualExpenditure': '9,016.65',
  'closingCarryOver/amount': '58.47',
  total: '97.67',
  grade: '优',
}

const ITEMS = ['total', 'general', 'governmentFund', 'stateCapital', 'otherSource', 'basic', 'personnel', 'publicUse', 'project']

const lines = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n')

/** The founding report as it comes out of a clipboard, told of an invented department. */
export function foundingClipboard(department: string) {
  const told = (text: string): string =>
    text.replaceAll('金花街道', department).replace(/\{\{([^}]*)\}\}/g, (_, name: string) => FIGURES[name] ?? '')
  return {
    told,
    /** A list under its numbers. */
    listed: (texts: readonly string[], style: 2 | '一是', between = '\n'): string =>
      texts.map((text, index) => `${numberIn(style, index + 1)}${told(text)}`).join(between),
    /** 年初预算数, 全年预算数, 全年执行数 of the rows from 部门整体支出 to 项目支出, as a workbook has them. */
    funds: lines(
      ITEMS.map((item) =>
        ['initialBudget', 'adjustedBudget', 'actualExpenditure'].map((column) => founding.figures[`${item}/${column}` as never] ?? ''),
      ),
    ),
    /** All indicators under their headers. */
    indicators: lines([
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '偏差原因及改进措施'],
      ...founding.indicators.map(({ dimension, group, name, maxScore, result: { target, actual, reason = '' } }) => [
        dimension,
        group,
        name,
        target,
        actual,
        maxScore,
        told(reason),
      ]),
    ]),
    /** What a workbook of the year after has: each block under its header, its rows by their names and in an order of their own. */
    nextYear: {
      funds: lines([
        ['项目', '全年预算数', '全年执行数'],
        ...ITEMS.toReversed().map((item) => [
          figureItemLabels[item as keyof typeof figureItemLabels],
          ...['adjustedBudget', 'actualExpenditure'].map((column) => founding.figures[`${item}/${column}` as never] ?? ''),
        ]),
      ]),
      tasks: lines([['任务名称', '执行金额'], ...founding.tasks.map(({ name }, index) => [name, `${100 + index}`]).toReversed()]),
      actuals: lines([
        ['三级指标', '实际完成值', '偏差原因及改进措施'],
        ...founding.indicators.map(({ name, result: { actual, reason = '' } }) => [name, actual, told(reason)]).toReversed(),
      ]),
    },
  }
}
