import { describe, expect, test } from 'vitest'
import { assess } from '@/lib/domain/checks/assessment'
import { isOfEvidence } from '@/lib/domain/checks/evidence'
import { progressOf } from '@/lib/domain/checks/progress'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { yearsNamed } from '@/lib/domain/evaluation/evidence-file'
import { schemeProblems } from '@/lib/domain/schemes/scheme-problems'
import { findingPlaceLabel } from '@/lib/messages/findings'
import { anEvaluation, anIndicator, scheme } from '@/tests/support/builders'
import { codesOf, found } from '@/tests/support/findings'

const requiring = (...required: string[]) => scheme('national-2020', { required })
const rows = [
  anIndicator({ id: 'a', name: '培训场次', maxScore: '50' }),
  anIndicator({ id: 'b', name: '培训人数', maxScore: '30' }),
  anIndicator({ id: 'c', name: '培训满意度', maxScore: '10', actual: '不适用：本年未开展' }),
]
const withFiles = (files: Evaluation['evidence'], overrides: Partial<Evaluation> = {}) =>
  anEvaluation({ indicators: rows, evidence: files, ...overrides })
const file = (place: string, name = '台账.pdf', hash = `${place} ${name}`) => ({ place, name, hash })

describe('what the scheme requires', () => {
  const all = { scheme: requiring('evidence/indicators', 'evidence/table', 'evidence/report') }

  test('a file for each scored indicator, but for those that are 不适用', () => {
    expect(found(withFiles([], all), 'E01').map(({ at, severity }) => [at, severity])).toEqual([
      ['indicators/a', 'warning'],
      ['indicators/b', 'warning'],
    ])
    expect(found(withFiles([file('indicators/b'), file('funds')], all), 'E01').map(({ at }) => at)).toEqual(['indicators/a'])
  })

  test('the stamped papers, each until it is there', () => {
    const places = (files: Evaluation['evidence']) => found(withFiles(files, all), 'E04').map(({ at }) => at)
    expect(places([])).toEqual(['scans/table', 'scans/report'])
    expect(places([file('scans/report')])).toEqual(['scans/table'])
    const [finding] = found(withFiles([], all), 'E04')
    expect([finding?.severity, finding && findingPlaceLabel(finding, anEvaluation())]).toEqual(['error', '附件1 自评表（盖章扫描件）'])
  })

  test('nothing that it does not name, nor while targets are set and watched', () => {
    const codes = (overrides: Partial<Evaluation>) => codesOf(withFiles([], overrides)).filter((code) => code.startsWith('E'))
    expect(codes({})).toEqual([])
    expect(codes({ scheme: requiring('evidence/table') })).toEqual(['E04'])
    for (const stage of ['targets', 'monitoring'] as const) expect(codes({ ...all, stage })).toEqual([])
  })

  test('is brought where 佐证材料 are given, whatever else is put right in a form', () => {
    const { findings } = assess(withFiles([file('indicators/a', '2019年台账.pdf', 'same'), file('indicators/b', '台账.pdf', 'same')], all))
    const codes = (wanted: boolean) => new Set(findings.filter((finding) => isOfEvidence(finding) === wanted).map(({ code }) => code))
    expect(codes(true)).toEqual(new Set(['E02', 'E03', 'E04']))
    expect([...codes(false)]).toContain('K02')
  })

  test('as evidence, and not as a cell that is 未填', () => {
    const evaluation = withFiles([], all)
    expect(found(evaluation, 'T11').filter(({ at }) => at.startsWith('evidence') || at.startsWith('scans'))).toEqual([])
    expect(progressOf(evaluation, [], true)).toEqual(progressOf(withFiles([], { scheme: requiring() }), [], true))
    expect(schemeProblems(all.scheme).map(({ code }) => code)).toEqual([])
    expect(schemeProblems(requiring('evidence/goals')).map(({ code }) => code)).toEqual(['scheme.unknownRequired'])
  })
})

describe('what files say of themselves', () => {
  test.each([
    ['2022年验收单.pdf', ['2022']],
    ['2023年度台账.pdf', ['2023']],
    ['合同2021-2023年.pdf', ['2021', '2023']],
    ['2022-2023.pdf', ['2022', '2023']],
    ['2021—2025年规划.docx', ['2021', '2025']],
    ['微信图片_20240105101112.jpg', ['2024']],
    ['验收2023.12.15.pdf', ['2023']],
    ['财预〔2022〕15号.pdf', []],
    ['IMG_2041.jpg', []],
    ['20230015.pdf', []],
    ['凭证202212.pdf', []],
    ['1202312150001.pdf', []],
  ])('%s names %j', (name, years) => expect(yearsNamed(name)).toEqual(years))

  test.each([
    ['2022年验收单.pdf', 1],
    ['2024-01-05 照片.jpg', 1],
    ['2018-2020年合同.pdf', 1],
    ['2023年验收单.pdf', 0],
    ['2021-2025年合同.pdf', 0],
    ['台账.pdf', 0],
  ])('%s beside an evaluation of 2023: %d remarks', (name, count) => {
    const all = found(withFiles([file('funds', name)]), 'E02')
    expect(all.map(({ at, severity }) => [at, severity])).toEqual(count === 0 ? [] : [['funds', 'info']])
  })

  test('the same bytes at several indicators are said once, at the first', () => {
    const same = ['indicators/a', 'indicators/b', 'indicators/c', 'indicators/gone', 'funds'].map((place) => file(place, '签到表.pdf', 'h'))
    expect(found(withFiles(same), 'E03')).toMatchObject([
      { at: 'indicators/a', severity: 'info', facts: { file: '签到表.pdf', other: '培训人数', count: '3' } },
    ])
    expect(codesOf(withFiles([file('indicators/a', 'x.pdf', 'h'), file('funds', 'x.pdf', 'h')]))).not.toContain('E03')
  })
})
