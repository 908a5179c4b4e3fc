import { type FigureItem, type FigureName, fundingOf } from '@/lib/domain/cells/funds'
import { leadsIn } from '@/lib/domain/cells/list-places'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { isFormB } from '@/lib/domain/evaluation/sections'
import { chineseDay } from '@/lib/domain/reading/calendar'
import type { ReportBlock, ReportCell, ReportRow } from '@/lib/domain/report-document'
import { figureColumnLabels, figureItemLabel, narrativeSectionLabels } from '@/lib/messages/form-labels'
import { RECONSTRUCTED_EXPLANATION, RECONSTRUCTED_MARK } from '@/lib/messages/labels'
import { score as points, shortNumber } from '@/lib/messages/numbers'
import { schemeName } from '@/lib/messages/scheme-name'
import { type Assessed, figureText, rateText, runsText } from '@/lib/report/data-text'
import { titleLines } from '@/lib/report/title-lines'
import { cell, column, label } from './cells'
import { foot } from './foot'
import { indicators } from './indicators'
import { notApplicableNote } from './not-applicable'
import { problems } from './problems'
import { basics, execution, footB, indicatorsB, verdict } from './project-form-b'

const COLUMNS = ['initialBudget', 'adjustedBudget', 'actualExpenditure'] as const

/**
 * 项目支出绩效自评表 of one project, as the scheme's form has it. The national one: head, funds, goals, indicators with their reasons, total;
 * form B: head, goals and how it was carried out, funds with their reasons, indicators, 评价结论.
 */
export function projectForm(assessed: Assessed): ReportBlock[] {
  const { evaluation } = assessed
  const { year } = evaluation
  return [
    { kind: 'title', lines: titleLines(`${year}年度项目支出绩效自评表`, 35) },
    projectHead(evaluation),
    ...(isFormB(evaluation) ? formB(assessed) : formA(assessed)),
    ...(evaluation.reconstructed ? [{ kind: 'note' as const, text: `${RECONSTRUCTED_MARK}：${RECONSTRUCTED_EXPLANATION}` }] : []),
  ]
}

function formA(assessed: Assessed): ReportBlock[] {
  const { evaluation } = assessed
  const { problems: found, measures } = evaluation
  return [
    ...projectFunds(assessed),
    ...saidBeside(['deviation', 'fundsManagement'], assessed),
    projectGoals(assessed),
    indicators(assessed),
    ...(found.length + measures.length === 0 ? [] : [problems(assessed)]),
    foot(evaluation),
  ]
}

const formB = (assessed: Assessed): ReportBlock[] => [
  basics(assessed, goalRows(assessed)),
  execution(assessed),
  ...notApplicableNote(assessed.evaluation, namesOf(assessed.evaluation)),
  ...saidBeside(['fundsManagement'], assessed),
  indicatorsB(assessed),
  verdict(assessed),
  footB(assessed, chineseDay(assessed.evaluation.cover.date)),
]

const saidBeside = (sections: readonly ('deviation' | 'fundsManagement')[], assessed: Assessed): ReportBlock[] =>
  sections.flatMap((section) => (assessed.evaluation.narrative[section].length === 0 ? [] : [said(section, assessed)]))

/** The figures of 项目资金. */
const namesOf = ({ scheme }: Evaluation): FigureName[] =>
  (['total', ...fundingOf(scheme.figureGroups)] as const).flatMap((item) => COLUMNS.map((name): FigureName => `${item}/${name}`))

/** Which project, whose, and by which rules. */
const projectHead = ({ projectName, authorityName, departmentName, departmentCode, scheme, cover }: Evaluation): ReportBlock => ({
  kind: 'table',
  table: {
    caption: '项目基本信息',
    unit: '',
    labels: 0,
    columns: [column('', 26, 'center'), column('', 76), column('', 26, 'center'), column('', 36), column('', 26, 'center'), column('', 35)],
    rows: [
      [label('项目名称'), { ...cell(projectName ?? ''), span: 5 }],
      [label('主管部门'), { ...cell(authorityName ?? ''), span: 5 }],
      [label('实施单位'), cell(departmentName), label('预算编码'), cell(departmentCode), label('联系电话'), cell(cover.phone)],
      [label('评价方案'), { text: schemeName(scheme), span: 5 }],
    ],
  },
})

/** 项目资金: only the total carries points; of what it is made of the form says — there. */
function projectFunds({ evaluation, score }: Assessed): ReportBlock[] {
  const parts = fundingOf(evaluation.scheme.figureGroups)
  const amounts = (item: FigureItem): ReportCell[] => COLUMNS.map((name) => cell(figureText(evaluation, `${item}/${name}` as FigureName)))
  const part = (item: FigureItem): ReportRow => [
    label('其中'),
    label(figureItemLabel(item, 'project')),
    ...amounts(item),
    cell('—'),
    cell('—'),
    cell('—'),
  ]
  return [
    {
      kind: 'table',
      table: {
        caption: '项目资金',
        unit: '单位：万元',
        labels: 1,
        columns: [
          column('', 22, 'center'),
          column('资金来源', 50),
          column(figureColumnLabels.initialBudget, 32, 'end'),
          column(`${figureColumnLabels.adjustedBudget}（A）`, 32, 'end'),
          column(`${figureColumnLabels.actualExpenditure}（B）`, 32, 'end'),
          column('分值', 14, 'end'),
          column('执行率（B/A）', 28, 'end'),
          column('得分', 16, 'end'),
        ],
        rows: [
          [
            label('资金总额'),
            label(figureItemLabel('total', 'project')),
            ...amounts('total'),
            cell(score.executionMaxScore === null ? '' : shortNumber(score.executionMaxScore)),
            cell(rateText(score)),
            cell(score.executionScore === null ? '' : points(score.executionScore)),
          ],
          ...parts.map(part),
        ],
      },
    },
    ...notApplicableNote(evaluation, namesOf(evaluation)),
  ]
}

/** What the department says beside the figures. */
const said = (section: 'deviation' | 'fundsManagement', assessed: Assessed): ReportBlock => ({
  kind: 'table',
  table: {
    caption: narrativeSectionLabels[section],
    unit: '',
    labels: 0,
    columns: [column('', 225)],
    rows: assessed.evaluation.narrative[section].map(({ runs }): ReportRow => [cell(runsText(runs, assessed))]),
  },
})

/** 年度总体目标: 年初设定目标 beside 实际完成情况; one empty row where there is none. */
function projectGoals(assessed: Assessed): ReportBlock {
  const rows = goalRows(assessed)
  return {
    kind: 'table',
    table: {
      caption: '年度总体目标及完成情况',
      unit: '',
      labels: 0,
      columns: [column('年初设定目标', 112), column('实际完成情况', 113)],
      rows: rows.length === 0 ? [[cell(''), cell('')]] : rows,
    },
  }
}

const goalRows = (assessed: Assessed): ReportRow[] =>
  assessed.evaluation.goals
    .filter((goal) => !leadsIn(goal))
    .map(({ text, completion }): ReportRow => [cell(runsText(text, assessed)), cell(runsText(completion, assessed))])
