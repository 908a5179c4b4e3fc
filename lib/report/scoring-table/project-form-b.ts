import { fundingOf } from '@/lib/domain/cells/funds'
import type { Indicator } from '@/lib/domain/evaluation/indicator'
import type { Points } from '@/lib/domain/quantities'
import type { ReportBlock, ReportCell, ReportRow } from '@/lib/domain/report-document'
import { rulesOf } from '@/lib/domain/schemes/scheme-rules'
import { reviewedScore, reviewedTotal } from '@/lib/domain/scoring/reviewed-total'
import type { IndicatorScore } from '@/lib/domain/scoring/scoring'
import { maxScoreSum } from '@/lib/domain/scoring/total'
import { figureItemLabel, narrativeSectionLabel } from '@/lib/messages/form-labels'
import { operatorSigns } from '@/lib/messages/labels'
import { score as points, shortNumber } from '@/lib/messages/numbers'
import { actualText } from '@/lib/report/actual-text'
import { type Assessed, figureText, gradeText, rateText, runsText } from '@/lib/report/data-text'
import { cell, column, label } from './cells'
import { sealed } from './foot'

/** What form B of 项目支出绩效自评表 has otherwise than the national one. */

const COLUMNS = ['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const

/** 项目基本情况: 年度目标 beside 完成情况, and below how it was carried out. */
export function basics(assessed: Assessed, goals: readonly ReportRow[]): ReportBlock {
  const said = textIn('implementation', assessed)
  return {
    kind: 'table',
    table: {
      caption: '项目基本情况',
      unit: '',
      labels: 0,
      columns: [column('年度目标', 112), column('完成情况', 113)],
      rows: [
        ...(goals.length === 0 ? [[cell(''), cell('')]] : goals),
        [label(narrativeSectionLabel('implementation', 'project'), 2)],
        [{ ...cell(said), span: 2 }],
      ],
    },
  }
}

/** 预算执行情况: only the total carries points and its 原因; of what it is made of the form says /. */
export function execution(assessed: Assessed): ReportBlock {
  const { evaluation, score } = assessed
  const items = ['total', ...fundingOf(evaluation.scheme.figureGroups)] as const
  const none = Array.from({ length: 4 }, () => cell('/'))
  const behind = (): ReportCell[] => [
    cell(rateText(score)),
    cell(score.executionMaxScore === null ? '' : shortNumber(score.executionMaxScore)),
    pointsCell(score.executionScore),
    cell(textIn('deviation', assessed)),
  ]
  return {
    kind: 'table',
    table: {
      caption: `预算执行情况${score.executionMaxScore === null ? '' : `（${shortNumber(score.executionMaxScore)}分）`}`,
      unit: '单位：万元',
      labels: 1,
      columns: [
        column('资金来源', 40),
        column('年初预算', 28, 'end'),
        column('调整后预算数', 28, 'end'),
        column('预算执行数', 28, 'end'),
        column('预算执行率', 22, 'end'),
        column('权重', 12, 'end'),
        column('得分', 14, 'end'),
        column('原因', 53),
      ],
      rows: items.map((item) => [
        label(item === 'total' ? '总额' : figureItemLabel(item, 'project')),
        ...COLUMNS.map((name) => cell(figureText(evaluation, `${item}/${name}`))),
        ...(item === 'total' ? behind() : none),
      ]),
    },
  }
}

/** 绩效指标: 指标性质, 指标值 and 度量单位 each in a column of its own; 复核得分 beside 得分 where a reviewer gave one. */
export function indicatorsB(assessed: Assessed): ReportBlock {
  const { evaluation, score } = assessed
  const rules = rulesOf(evaluation.scheme)
  const reviewed = evaluation.indicators.some((row) => reviewedScore(row, rules) !== null)
  const given = (value: Points | null): ReportCell[] => (reviewed ? [pointsCell(value)] : [])
  const rows = evaluation.indicators.flatMap((row, index) => {
    const scored = score.indicators[index]
    return scored === undefined ? [] : [[...said(row, scored), ...given(reviewedScore(row, rules)), cell(row.deviationReason)]]
  })
  const execution = score.executionMaxScore
  const whole = maxScoreSum(
    execution === null ? null : { maxScore: execution, score: null, notApplicable: false, adjustment: null },
    score.indicators,
  )
  return {
    kind: 'table',
    table: {
      caption: `绩效指标（${shortNumber(maxScoreSum(null, score.indicators))}分）`,
      unit: '',
      labels: 2,
      columns: [
        column('一级指标', 22, 'center'),
        column('二级指标', 28, 'center'),
        column('三级指标', 42),
        column('指标性质', 16, 'center'),
        column('指标值', 20, 'center'),
        column('度量单位', 16, 'center'),
        column('完成值', 20, 'center'),
        column('权重', 12, 'end'),
        column(reviewed ? '自评得分' : '得分', 14, 'end'),
        ...(reviewed ? [column('复核得分', 14, 'end')] : []),
        column('未完成原因分析', reviewed ? 21 : 35),
      ],
      rows: [
        ...rows,
        [label('合计', 7), cell(shortNumber(whole)), pointsCell(score.total), ...given(reviewedTotal(evaluation, score)), cell('')],
        [label('等级', 7), cell(''), cell(gradeText(assessed)), ...(reviewed ? [cell('')] : []), cell('')],
      ],
    },
  }
}

function said(row: Indicator, scored: IndicatorScore): ReportCell[] {
  const { dimension, group, name, target, unit, nature, actual } = row
  const { reading } = target
  const number = reading.kind === 'number' && reading.writtenAs !== 'words' ? reading : null
  const inUnit = unit !== '' ? unit : number === null ? '' : number.unit
  return [
    { ...cell(dimension), label: true },
    { ...cell(group), label: true },
    cell(name),
    cell(number?.operator ? operatorSigns[number.operator] : nature),
    cell(number === null ? target.text : shortNumber(number.value)),
    cell(inUnit),
    // What was typed is printed as it is: the unit has a column of its own
    cell(scored.computed === null ? withoutUnit(actual.text, inUnit) : actualText(row, scored)),
    cell(scored.maxScore === null || scored.adjustment !== null ? '' : shortNumber(scored.maxScore)),
    pointsCell(scored.score),
  ]
}

const withoutUnit = (text: string, unit: string): string =>
  unit !== '' && text.trim().endsWith(unit) ? text.trim().slice(0, -unit.length).trim() : text

/** 评价结论, 存在问题 and 改进措施, one below the other. */
export function verdict(assessed: Assessed): ReportBlock {
  const { problems, measures } = assessed.evaluation
  const all = (rows: typeof problems | typeof measures): string => {
    const texts = rows.map(({ text }) => runsText(text, assessed)).filter((text) => text !== '')
    return texts.length < 2 ? texts.join('') : texts.map((text, index) => `${index + 1}. ${text}`).join(' ')
  }
  const row = (name: string, text: string): ReportRow => [label(name), cell(text)]
  return {
    kind: 'table',
    table: {
      caption: '评价结论及问题',
      unit: '',
      labels: 1,
      columns: [column('', 26, 'center'), column('', 199)],
      rows: [
        row(narrativeSectionLabel('conclusion', 'project'), textIn('conclusion', assessed)),
        row('存在问题', all(problems)),
        row('改进措施', all(measures)),
      ],
    },
  }
}

/** 项目负责人 and 财务负责人, with who filled it in and when. */
export function footB({ evaluation: { cover } }: Assessed, day: string): ReportBlock {
  return {
    kind: 'table',
    table: {
      caption: '填报责任人',
      unit: '',
      labels: 0,
      columns: [
        column('', 22, 'center'),
        column('', 34),
        column('', 22, 'center'),
        column('', 34),
        column('', 18, 'center'),
        column('', 34),
        column('', 18, 'center'),
        column('', 43),
      ],
      rows: [
        [
          label('项目负责人'),
          cell(cover.principal),
          label('财务负责人'),
          cell(cover.financePrincipal),
          label('填报人'),
          cell(cover.preparer),
          label('日期'),
          cell(day),
        ],
        sealed('项目负责人', [3, 3]),
      ],
    },
  }
}

const textIn = (section: 'implementation' | 'deviation' | 'conclusion', assessed: Assessed): string =>
  assessed.evaluation.narrative[section].map(({ runs }) => runsText(runs, assessed)).join(' ')

const pointsCell = (value: Points | null): ReportCell => cell(value === null ? '' : points(value))
