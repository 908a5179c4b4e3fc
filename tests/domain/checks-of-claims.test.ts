import { describe, expect, test } from 'vitest'
import { printed } from '@/tests/support/findings'

/** Whether the text of a printed form raises a code. */
const raises = (code: string, narrative: string, more: object = {}): boolean =>
  printed({ narrative, ...more }).some((finding) => finding.code === code)

describe('as many problems as measures', () => {
  const problems = '一、基本情况\n二、存在的主要问题\n（一）目标不细。\n（二）执行偏慢。\n'

  test.each([
    ['another number', `${problems}三、改进措施\n（一）细化目标。`],
    ['none', `${problems}示例局\n2024年5月20日`],
    ['none, and the problems not numbered', '一、基本情况\n二、存在的主要问题\n目标不细，执行偏慢。'],
    ['results are applied, which mends nothing', `${problems}三、自评结果拟应用和公开情况\n自评结果随决算公开。`],
    ['by 一是', '一、存在的主要问题\n一是目标不细。二是执行偏慢。三是资产不清。\n二、改进措施\n一是细化目标。二是加快执行。'],
    [
      'as sections of a chapter',
      '二、综合评价\n（一）自评结论\n较好。\n（二）存在的问题\n1.目标不细。\n2.执行偏慢。\n（三）改进措施\n1.细化目标。',
    ],
    ['without line breaks', '一、存在的问题 （一）目标不细。（二）执行偏慢。 二、改进措施 （一）细化目标。'],
    ['below a title of both', '四、存在的问题及建议\n（一）存在的问题\n1.目标不细。\n2.执行偏慢。\n（二）建议\n1.细化目标。'],
  ])('%s: a finding', (_, words) => {
    expect(raises('T05', words)).toBe(true)
  })

  test.each(['下一步工作打算', '下一步工作计划', '下一步工作安排', '今后工作思路', '对策', '下一步努力方向', '整改措施', '有关建议'])(
    '%s are measures',
    (title) => {
      expect(raises('T05', `${problems}三、${title}\n（一）细化目标。\n（二）加快执行。`)).toBe(false)
      expect(raises('T05', `${problems}三、${title}\n（一）细化目标。`)).toBe(true)
    },
  )

  const answered = `${problems.replace('二', '三')}四、下一步改进措施\n（一）细化目标。\n（二）加快执行。`
  test.each([
    '困难群众基本生活救助情况',
    '人大代表建议和政协委员提案办理情况',
    '上年度绩效评价发现问题整改情况',
    '整改落实情况',
    '审计发现的问题',
    '项目建设必要性及解决的主要问题',
    '主要措施',
    '主要做法和措施',
  ])('%s are a chapter like any other', (title) => {
    expect(raises('T05', answered.replace('一、基本情况\n', `一、基本情况\n二、${title}\n（一）甲。\n（二）乙。\n（三）丙。\n`))).toBe(
      false,
    )
  })

  test.each([
    [
      'proposals to others beside the measures',
      `${problems}三、有关建议\n（一）加强培训。\n四、改进措施\n（一）细化目标。\n（二）加快执行。`,
    ],
    [
      'reasons in a section of their own',
      '二、存在的问题及原因分析\n（一）存在的问题\n1.甲。\n2.乙。\n3.丙。\n（二）原因分析\n1.丁。\n2.戊。\n三、改进措施\n1.己。\n2.庚。\n3.辛。',
    ],
    [
      'experience in the same chapter',
      '四、主要经验及存在的问题\n（一）主要经验。党建引领。\n（二）存在的问题。一是甲，二是乙。\n五、下一步工作打算\n（一）丙。\n（二）丁。\n（三）戊。',
    ],
    ['each problem with its measure', '二、存在问题及改进措施\n（一）甲。改进措施：乙。\n（二）丙。改进措施：丁。'],
    ['measures not numbered', `${problems}三、改进措施\n细化目标，加快执行。`],
    ['measures numbered otherwise', `${problems}三、改进措施\n1.甲。\n2.乙。\n3.丙。`],
    ['several in one line', '一、存在的问题\n（一）目标不细。（二）执行偏慢。\n二、改进措施\n（一）甲。\n（二）乙。'],
    ['measures under a title of another kind', `${problems}三、管理提升思路\n（一）甲。`],
    ['measures among the problems', '一、存在的主要问题\n（一）目标不细，下一步将细化目标。'],
    ['no problems', '一、存在的主要问题\n暂无。\n二、改进措施\n（一）继续加强管理。'],
    ['a table of contents', `一、存在的问题\n二、改进措施\n一、存在的问题\n（一）甲。\n二、改进措施\n（一）乙。`],
  ])('%s: no finding', (_, words) => {
    expect(raises('T05', words)).toBe(false)
  })
})

describe('all achieved', () => {
  const missed = { indicators: [{ dimension: '产出指标', group: '数量指标', name: '示例登记率', target: '≥100%', actual: '53.4%' }] }
  const row = (words: string) => raises('T06', words, { indicators: [{ ...missed.indicators[0], maxScore: '10', printedScore: '5.34' }] })

  test.each([
    '2023年各项绩效目标均已完成。',
    '2023年各重点工作，绩效目标任务已全部完成。',
    '各项绩效指标均达到年初设定的目标值。',
    '全面完成了年度各项绩效目标任务。',
    '年初设定的12项绩效指标100%完成。',
    '1项绩效指标均已完成。',
    '各项绩效目标全部如期达标。',
    '全部完成了年初确定的绩效目标。',
    '一、基本情况\n各项绩效指标均达到年初设定的目标值。',
  ])('%s', (words) => {
    expect(row(words)).toBe(true)
    expect(raises('T06', words)).toBe(false)
  })

  test.each([
    '除示例登记率外，其余各项绩效指标均已完成。',
    '部分年度目标任务尚未全部完成。',
    '年度总体目标：加强调度，确保各项任务全部完成。',
    '（一）年度绩效目标\n各项任务全部完成。\n（二）完成情况\n基本完成。',
    '力争各项绩效目标全部完成。',
    '数量指标均已完成，质量指标中示例登记率未达标。',
    '产出指标全部完成。',
    '12项指标中11项指标全部完成，1项未完成。',
    '绩效目标基本完成，其中产出指标全部完成，效益指标有1项未完成。',
    '各项绩效指标均已完成，仅示例登记率未达标。',
    '巡察反馈整改任务已全部完成。',
    '秋季招生任务全面完成。',
    '党建工作方面，各项任务均已完成。',
    '1.养老服务。各项任务全部完成。',
    '年底前任务全部完成的单位予以表扬；应力争各项指标均达成。',
    '全面完成绩效目标申报工作。',
    '2022年各项绩效目标均已完成。',
    '截至9月底，各项绩效目标均已完成。',
  ])('%s claims nothing of all', (words) => {
    expect(row(words)).toBe(false)
  })

  test.each([
    ['示例登记率要达到100%非常困难。', true],
    ['示例登记率难以达到目标。', true],
    ['示例登记率仅为53%，距离100%的目标差距较大。', true],
    ['个别指标未完成年初目标。', true],
    ['个别绩效指标未达标。', true],
    ['部分绩效指标的编制未达到细化、量化的要求。', false],
    ['业务科室参与绩效管理的程度未达到要求。', false],
    ['绩效目标编制工作未按期完成。', false],
    ['预算执行率未达到序时进度要求。', false],
  ])('a problem: %s %s', (words, admits) => {
    const report = `一、自评结论\n各项绩效目标均已完成。\n二、存在的问题\n（一）${words}\n三、改进措施\n（一）示例。`
    expect(raises('T06', report)).toBe(admits)
  })
})
