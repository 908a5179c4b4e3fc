import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeBeside } from '@/tests/support/beside'
import { money, printed } from '@/tests/support/findings'

describe('text', () => {
  const narrative = (words: string, more: object = {}) => printed({ narrative: words, ...more }).map(({ code }) => code)

  test.each([
    ['××项目已完成', 'T02'],
    ['由{单位}负责', 'T02'],
    ['1-9月刑事案件下降', 'T07'],
    ['前三季度完成投资', 'T07'],
    ['2023年1-9月完成投资', 'T07'],
    ['2024年度部门整体支出绩效自评', 'T03'],
    ['截止12月，共办理案件', 'T08'],
    ['资金已拔付', 'T08'],
    ['帮扶群众500人，其中老人200人、儿童180人、残疾人110人。', 'T09'],
    ['帮扶群众500人，其中老人400人、儿童180人。', 'T09'],
    ['帮扶群众500人（老人200人、儿童180人、残疾人110人）。', 'T09'],
    ['居民满意度达到100%。居民满意度超过85%。', 'T30'],
    ['2023年度示例区水务局部门整体支出绩效自评报告\n一、基本情况', 'T04'],
    // Digits and signs of either width are read.
    ['１－９月完成投资８００万元', 'T07'],
    ['截止１２月底，共办理案件', 'T08'],
    ['帮扶群众５００人，其中老人２００人、儿童１８０人、残疾人１１０人。', 'T09'],
    ['２０２４年度部门整体支出绩效自评', 'T03'],
    ['发放资料１００份，走访200户。', 'T10'],
    ['收入8,988.68万元，支出7,785.39万元，结余1,203.29万元，其他1234.56万元。', 'T10'],
  ])('%s: %s', (words, code) => {
    expect(narrative(words)).toEqual([code])
  })

  test.each([
    '1—12月完成投资',
    '截止日期为12月31日',
    '帮扶家庭共1,363个，其中困境青少年102个、长者902个、儿童259个、其他100个。',
    '共500人，其中老人200人。',
    '帮扶群众490人（老人200人、儿童180人、残疾人110人）。',
    '召开会议12次（参会300人、印发材料500份、接受咨询200人次）。',
    '全年预算数执行情况良好。',
    '2023年度工作依据《示例办法》（财预〔2020〕10号）开展。',
    '根据2022年度决算，',
    '以经济建设为中心，自己经营，按排名通报，达到目的的同时节约资金。',
    '开展1-7月绩效运行监控。',
    '项目实施期为2023年1-10月。',
    '三、存在的问题\n（一）甲\n四、改进措施\n（一）在2024年度预算编制中应用自评结果。',
    '公开及时率100%，其中部门预算公开及时率100%、部门决算公开及时率100%。',
    '受理案件120件，其中办结118件，较上年增加30件，新立案10件。',
    '支出1,000.25万元，其中基本支出600.25万元，其中人员经费500.25万元、公用经费100.00万元。',
    '培训300人（其中县级100人、乡镇200人）。投入300万元，其中道路200万元（其中材料150万元、人工50万元）、绿化100万元。',
    '第一部分 概况\n一、职责\n二、机构\n第二部分 自评\n一、收支\n一、二、三产业融合发展。',
    '一、存在的问题\n（一）甲\n（二）乙\n二、改进措施\n加强管理，完善制度。\n三、其他需要说明的问题\n（一）无',
    '发放资料１００份，完成率１００％。',
    '支出８，９８８．６８万元，其中基本支出２，０００万元、项目支出６，９８８．６８万元。',
    '',
  ])('%o raises nothing', (words) => {
    expect(narrative(words)).toEqual([])
  })

  test('figures in prose against the money table', () => {
    const funds = money('8,988.68', '9,000.00')
    expect(narrative('全年预算数8,988.68万元，完成预算的100.13%。', { funds })).not.toContain('T01')
    expect(narrative('全年预算数0.9亿元。', { funds })).not.toContain('T01')
    expect(narrative('全年预算数8,988.86万元。', { funds })).toContain('T01')
    expect(narrative('完成预算的101.31%。', { funds })).toContain('T01')
    expect(narrative('“三公”经费年初预算20万元，完成预算的76%。其中项目支出全年预算数100万元。', { funds })).not.toContain('T01')
    expect(narrative('部门整体支出执行率为98%。', { funds })).toContain('T01')
    expect(narrative('2022年预算执行率90%。上年预算执行率90%。', { funds })).not.toContain('T01')
  })

  test('the same figure said rightly in one place and wrongly in another', () => {
    const funds = money('8,988.68', '9,000.00')
    expect(narrative('完成预算的100.13%。预算执行率90%。', { funds })).toContain('T30')
    expect(narrative('完成预算的100.13%，较上年预算执行率90%有所提高。', { funds })).not.toContain('T30')
    expect(narrative('自评得分97分。自评得分95分。', { printedTotal: '97' })).toContain('T30')
  })

  describeBeside('shared', 'the published founding report', (shared) => {
    test('gives what a reader of it noticed', () => {
      const read = (file: string) => fs.readFileSync(path.join(shared, file), 'utf8')
      const document = JSON.parse(read('corpus/seed-jinhua-2023.json'))
      const codes = printed({ ...document, narrative: read('domain/jinhua-2023-report.txt') }).map(({ code }) => code)
      expect(codes).toEqual(['F06', 'F09', 'K12', 'T30', 'T10', 'T10', 'T06', 'T07', 'T08', 'T12'])
    })
  })
})

test('the point behind an item’s number is no decimal point of what is counted', () => {
  const codes = printed({ narrative: '一、质量情况\n1.空气优良率为93.3%。\n2.36个断面中，达标33个，占91.7%。\n3.数据有效率99.2%。' }).map(
    ({ code }) => code,
  )
  expect(codes).not.toContain('T12')
})
