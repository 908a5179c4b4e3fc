import fs from 'node:fs'
import path from 'node:path'
import { assess } from '@/lib/domain/checks/assessment'
import { findingsOf } from '@/lib/domain/checks/catalogue'
import type { Finding } from '@/lib/domain/checks/findings'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { quantity } from '@/lib/domain/quantities'
import type { Scheme } from '@/lib/domain/schemes/scheme'
import { parseDocument } from '@/lib/exchange/document-format'
import { formOfDocument } from '@/lib/exchange/form-of-document'
import { readScheme } from '@/lib/exchange/scheme-format'
import { anEvaluation, anIndicator, figuresInWan, scheme, untold } from './builders'
import { block, filled, money, text, withRow } from './findings'
import { foundingCase } from './founding-case'

/**
 * Documents and evaluations that between them raise every check of the catalogue, in each of its kinds: what is said of
 * findings is tested on these. Who adds a check adds something here that raises it.
 */

const FIXTURES = 'tests/exchange/fixtures'

const fixtures: object[] = fs
  .readdirSync(FIXTURES)
  .filter((file) => file !== 'expected.json')
  .map((file) => JSON.parse(fs.readFileSync(path.join(FIXTURES, file), 'utf8')))

const printed = (more: object): object => ({
  format: 'hengji.evaluation/1',
  kind: 'project',
  department: '示例县水务局',
  moneyUnit: '万元',
  year: 2023,
  ...more,
})

/** Rows of a table that contradict each other or their money table. */
const table = printed({
  complete: true,
  funds: money('1,200', '1,080', { printedRate: '90%' }),
  indicators: [
    { dimension: '产出指标（50分）', name: '预算执行率', target: '100%', actual: '100%', maxScore: '25', printedScore: '25' },
    { dimension: '产出指标（50分）', name: '培训', target: '3次', actual: '3次', maxScore: '20', printedScore: '20' },
    { dimension: '效益指标', name: '影响', maxScore: '55', printedScore: '55' },
  ],
  narrative: '一、基本情况\n二、资金情况\n全年预算1,200万元。\n三、完成情况\n已完成。\n四、问题\n无。',
})

/** What a form may print beyond the usual table, each against its own figures. */
const furtherColumns = printed({
  funds: [
    { item: '中央资金', role: 'scored', adjustedBudget: '1,000', received: '800', printedReceivedRate: '85%', actualExpenditure: '700' },
    { item: '省级资金', role: 'scored', adjustedBudget: '900', received: '600', printedReceivedRate: '66.66%', actualExpenditure: '600' },
  ],
  indicators: [
    { dimension: '产出指标', name: '培训', target: '3次', actual: '3次', maxScore: '20', printedScore: '20' },
    { dimension: '满意度指标', name: '学员满意度', target: '≥90%', actual: '95%', sampleSize: '200', satisfied: '180' },
    { dimension: '满意度指标', name: '家长满意度', target: '≥90%', actual: '95%', sampleSize: '100', satisfied: '180' },
    { dimension: '满意度指标', name: '教师满意度', target: '≥90%', actual: '95%', sampleSize: '7' },
    { dimension: '其他', name: '获得表彰', adjustment: 'bonus', bound: '2', printedScore: '3' },
    { dimension: '其他', name: '被通报', adjustment: 'deduction', bound: '2', printedScore: '-3' },
  ],
  subtotals: [{ dimension: '产出指标', maxScore: '15', printedScore: '18' }],
})

/** A sentence each that contradicts itself. */
const reports = [
  '到位800万元，支出600万元，支出率85%。',
  '全年预算500.00万元，支出460.00万元，结余60.00万元。',
  '接待读者1,080人次，比上年的1,200人次下降20%。',
  '改造厕所120户，每户补助5,000元，共计36.00万元。',
  '就业率44%，高于50%的年度目标。',
  '36个小区基本完工，尚有3个在建，完工率100%。',
  '截至2023年12月32日完成支付。',
  '内设办公室、财务股、水利股4个股室。',
  '支出1,234.57万元（12,354,678.90元）。',
  '预算执行率97.00，情况良好。',
  '自评得分86.4分，评定等级为优。',
  '购置设备100台，其中电脑20台、打印机30台。',
  '全年支出100万元，其中设备购置支出120万元。',
  '发放资料１００份，走访200户。',
  '一、基本情况\n1.甲\n2.乙\n4.丁',
  '一、存在的问题\n（一）目标不细。\n二、基本情况\n已完成。',
]
const titled = [
  { narrative: '示例县水利局2023年度部门整体支出绩效自评报告\n一、基本情况', kind: 'department' },
  { narrative: '项目由示例县民政局负责组织实施。' },
  { narrative: '示例道路项目支出绩效自评报告\n一、基本情况\n示例水库加固项目已完工。', project: '示例水库加固项目' },
]
const row = { dimension: '产出指标', group: '数量指标', name: '示例登记率', target: '≥100%', actual: '53.4%', maxScore: '10' }

const documents: object[] = [
  ...fixtures,
  ...reports.map((narrative) => printed({ narrative })),
  ...titled.map(printed),
  table,
  furtherColumns,
  printed({ narrative: '2023年各项绩效目标均已完成。', indicators: [{ ...row, printedScore: '5.34' }] }),
  printed({ narrative: '完成预算的100.13%。预算执行率90%。', funds: money('8,988.68', '9,000.00'), kind: 'department' }),
  printed({ narrative: '项目预算230万元，实际支出304万元。', funds: money('320', '304') }),
  printed({
    scheme: 'chongqing',
    indicators: [{ ...row, dimension: '部门业务', printedScore: '9.0', coefficient: '95%', deviationReason: '略有差距' }],
  }),
]

const national = scheme()
const byCoefficient = { ...national, dimensions: national.dimensions.map((one) => ({ ...one, rule: { kind: 'coefficient' } as const })) }

const requiringEvidence = scheme('national-2020', { required: ['evidence/indicators', 'evidence/table', 'evidence/report'] })
const evidence = [
  { place: 'indicators/a', name: '2021年合同.pdf', hash: 'h1' },
  { place: 'indicators/b', name: '签到表.pdf', hash: 'h1' },
]
// F40, F41, F42, F43
const projectLine = { id: 'p', code: null, name: '示例项目', initialBudget: null, actualExpenditure: quantity('4000000') }
const projectsAsked = ([{ must: 'all' }, { must: 'above', amount: '50' }, { must: 'named', names: ['示例道路维修'] }] as const).map(
  (projects) =>
    anEvaluation({
      scheme: { ...national, projects },
      figures: figuresInWan({ 'total/adjustedBudget': '1000', 'project/adjustedBudget': '300', 'project/actualExpenditure': '280' }),
      projects: [{ ...projectLine, adjustedBudget: quantity('2000000') }],
    }),
)

const evaluations: Evaluation[] = [
  anEvaluation(),
  // K44
  anEvaluation({
    indicators: [
      anIndicator({ dimension: '满意度指标', name: '学员满意度', target: '≥90%', actual: '95%', sampleSize: '200', satisfied: '180' }),
    ],
  }),
  foundingCase(),
  filled(foundingCase()),
  // F12, F13, F17, F30, F31
  anEvaluation({
    figures: figuresInWan({
      'total/initialBudget': '900',
      'total/adjustedBudget': '1000',
      'total/actualExpenditure': '1000',
      'general/initialBudget': '900',
      'general/adjustedBudget': '1000',
      'project/actualExpenditure': '200',
      'openingCarryOver/amount': '50',
      'closingCarryOver/amount': '70',
      'threePublic/priorActual': '5',
      'threePublic/actualExpenditure': '6',
    }),
    tasks: [
      { id: 't1', name: '示例任务', ...untold, budget: quantity('100'), expenditure: quantity('3000000'), subItems: [], completion: [] },
    ],
  }),
  ...projectsAsked,
  anEvaluation({ figures: figuresInWan({ 'total/actualExpenditure': '-5', 'closingCarryOver/amount': '0' }) }),
  anEvaluation({
    figures: figuresInWan({ 'total/adjustedBudget': '1000', 'total/actualExpenditure': '899' }),
    scheme: { ...national, execution: national.execution && { ...national.execution, reasonBelow: '0.9' } },
  }),
  ...(
    [
      { target: '100%', actual: '53.4%' },
      { actual: '' },
      { target: '进一步加强', actual: '已加强', selfScore: '90' },
      { name: '群众满意度', target: '≥90%', actual: '120%' },
      { name: '群众满意度', target: '≥90%', actual: '100%' },
      { target: '100', actual: '100', unit: '' },
      { approvedTarget: '≥200' },
      { name: '资金支付完成率' },
      { actual: '不适用：本年未开展' },
      { target: '良好', actual: '良好', selfScore: '90', selfScoreGrounds: '' },
      { target: '良好', actual: '良好' },
      { target: '7,00.0,77' },
      { actual: '不适用' },
      { target: '有效提升', actual: '达成', selfScore: '71.1', deviationReason: '尚有差距' },
    ] as const
  ).map((row) => withRow(row)),
  ...(
    [
      { actual: '99', coefficient: '0.5', selfScoreGrounds: '' },
      { target: '良好', actual: '良好' },
    ] as const
  ).map((row) => withRow(row, { scheme: byCoefficient })),
  withRow({ actual: '300' }, { scheme: scheme('national-2020', { overCompletion: { threshold: '1.3', mode: 'suggest' } }) }),
  ...['8000000', '400.01'].map((basic) =>
    anEvaluation({
      figures: figuresInWan({
        'total/adjustedBudget': '1000',
        'total/actualExpenditure': '1000',
        'basic/actualExpenditure': basic,
        'project/actualExpenditure': '600',
      }),
    }),
  ),
  { ...filled(foundingCase()), problems: [{ id: 'p1', mark: '', text: text('暂无。'), measureIds: ['m1'] }] },
  { ...filled(anEvaluation()), problems: [{ id: 'p1', mark: '', text: text('甲'), measureIds: [] }] },
  { ...anEvaluation(), narrative: { ...anEvaluation().narrative, conclusion: [block('c1', '各项工作全部完成。')] } },
  withRow({}, { scheme: requiringEvidence }),
  anEvaluation({
    indicators: [anIndicator({ id: 'a', name: '培训场次' }), anIndicator({ id: 'b', name: '培训人数' })],
    evidence,
  }),
]

function ownScheme(given: object): Scheme {
  const read = readScheme(given)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.scheme
}

/** The findings of a document, with their facts. */
function findingsOfDocument(json: object): Finding[] {
  const parsed = parseDocument(json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  const { scheme: given = 'national-2020' } = parsed.document
  return findingsOf(formOfDocument(parsed.document, typeof given === 'string' ? scheme(given) : ownScheme(given)))
}

/** The findings of each of these forms. */
export const raisedByForm: readonly (readonly Finding[])[] = [
  ...documents.map(findingsOfDocument),
  ...evaluations.map((evaluation) => assess(evaluation).findings),
]

export const raised: readonly Finding[] = raisedByForm.flat()
