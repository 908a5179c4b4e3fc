import { describe, expect, test } from 'vitest'
import { knownData } from '@/lib/domain/cells/data-names'
import { type GeneratedSection, type NarrativeBlock, runsOf } from '@/lib/domain/cells/narrative'
import { assess as assessAll } from '@/lib/domain/checks/assessment'
import type { Evaluation, KeyTask } from '@/lib/domain/evaluation/evaluation'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { runsText } from '@/lib/report/data-text'
import { draftsFor, draftsOfForm } from '@/lib/report/passages/passages'
import { reportDocument } from '@/lib/report/report-document'
import { anEvaluation, anIndicator, figuresInWan } from '@/tests/support/builders'
import { foundingReport } from './sample'

const assess = (evaluation: Evaluation) => ({ evaluation, score: scoreEvaluation(evaluation) })
const founding = assess(foundingReport())
const SECTIONS = ['income', 'composition', 'deductions'] as const satisfies GeneratedSection[]

const made = ({ kept, said }: { kept: string; said: string }, index: number): NarrativeBlock => ({
  id: `made${index}`,
  kind: 'paragraph',
  level: 1,
  mark: '',
  runs: runsOf(kept, knownData),
  basis: said,
})

/** The evaluation with a section taken over as it is. */
const taken = (evaluation: Evaluation, section: GeneratedSection): Evaluation => ({
  ...evaluation,
  narrative: { ...evaluation.narrative, [section]: draftsFor({ section }, assess(evaluation)).map(made) },
})
const printed = (evaluation: Evaluation): string[] =>
  reportDocument(evaluation, assess(evaluation)).report.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))

describe('what the data say of themselves', () => {
  test('reads the same when a person has just taken it over, in every section', () => {
    for (const section of SECTIONS) {
      const drafts = draftsFor({ section }, founding)
      expect(drafts.length, section).toBeGreaterThan(0)
      for (const { kept, said } of drafts) expect(runsText(runsOf(kept, knownData), founding)).toBe(said)
      expect(printed(taken(founding.evaluation, section))).toEqual(printed(founding.evaluation))
    }
  })

  test('follows its figures after it was taken over', () => {
    const figures = figuresInWan({ 'total/initialBudget': '1000', 'total/adjustedBudget': '1000', 'total/actualExpenditure': '900' })
    const before = taken(anEvaluation({ figures }), 'income')
    const after = { ...before, figures: { ...figures, ...figuresInWan({ 'total/actualExpenditure': '950' }) } }
    expect(printed(after).join()).toContain('全年执行数950.00万元，预算执行率95.00%')
  })

  test('is not printed where a person wants nothing said', () => {
    const [first] = draftsFor({ section: 'deductions' }, founding)
    const silent = { ...made({ kept: '', said: first?.said ?? '' }, 0) }
    const { narrative } = founding.evaluation
    const texts = printed({ ...founding.evaluation, narrative: { ...narrative, deductions: [silent] } })
    expect(texts.join()).not.toContain('扣分指标')
    expect(texts.join()).toContain('得分构成')
  })

  test('is printed as long as what stands there is an empty row', () => {
    const { narrative } = founding.evaluation
    const empty = { ...made({ kept: '', said: '' }, 0) }
    expect(printed({ ...founding.evaluation, narrative: { ...narrative, deductions: [empty] } })).toEqual(printed(founding.evaluation))
  })

  test('says nothing while nothing is known', () => {
    const nothing = assess(anEvaluation({ figures: {}, indicators: [] }))
    expect(draftsOfForm('funds', nothing)).toEqual([])
    expect(draftsOfForm('analysis', nothing)).toEqual([])
  })

  test('names indicators in the order of the paper, in whatever order they were entered', () => {
    const row = (id: string, dimension: string, group: string, maxScore: string) =>
      anIndicator({ id, name: `示例${id}`, dimension, group, maxScore, target: '≥10', actual: '5', taskId: 'task' })
    const indicators = [
      row('a', '满意度指标', '', '10'),
      row('b', '效益指标', '社会效益指标', '30'),
      row('c', '产出指标', '时效指标', '20'),
      row('d', '产出指标', '数量指标', '30'),
    ]
    const tasks = [{ ...(foundingReport().tasks[0] as KeyTask), id: 'task' }]
    const entered = assess(anEvaluation({ indicators, tasks }))
    const order = (place: Parameters<typeof draftsFor>[0], names: string) =>
      (draftsFor(place, entered)[0]?.said ?? '').match(new RegExp(`(?<=[：；，]|示例)(?:${names})`, 'gu'))
    expect(order({ section: 'composition' }, '产出|效益|满意度')).toEqual(['产出', '效益', '满意度'])
    expect(order({ section: 'deductions' }, '[abcd]')).toEqual(['d', 'c', 'b', 'a'])
    expect(order({ section: 'completion', taskId: 'task' }, '[abcd]')).toEqual(['d', 'c', 'b', 'a'])
    for (const section of SECTIONS) expect(printed(taken(entered.evaluation, section))).toEqual(printed(entered.evaluation))
  })

  test('raises no finding that was not there when it is taken over whole', () => {
    const all = SECTIONS.reduce(taken, founding.evaluation)
    const codes = (evaluation: Evaluation) => assessAll(evaluation).findings.map(({ code, severity }) => `${code} ${severity}`)
    expect(codes(all).sort()).toEqual(codes(founding.evaluation).sort())
  })

  test('what is too long for a cell comes in several, none of them longer', () => {
    const name = '某'.repeat(190)
    const indicators = Array.from({ length: 60 }, (_, index) =>
      anIndicator({ id: `i${index}`, name: `${name}${index}`, maxScore: '1.5', target: '≥10', actual: '5' }),
    )
    const drafts = draftsFor({ section: 'deductions' }, assess(anEvaluation({ indicators })))
    expect(drafts.length).toBeGreaterThan(2)
    for (const { kept, said } of drafts) expect(Math.max(kept.length, said.length)).toBeLessThanOrEqual(5000)
    expect(drafts.map(({ said }) => said).join('')).toMatch(/^扣分指标：.*59（.*）得0\.75分，扣0\.75分。$/)
  })

  test('a task says how many of its indicators reached their targets, and one without results says nothing', () => {
    const [task] = founding.evaluation.tasks
    const of = (taskId: string) => draftsFor({ section: 'completion', taskId }, founding).map(({ said }) => said)
    expect(of(task?.id ?? '')).toEqual([expect.stringMatching(/^本任务有绩效指标\d+项，达到年度指标值\d+项：.*实际完成值.*。$/)])
    expect(of('gone')).toEqual([])
  })

  test('the conclusion begins with rate, score and grade', () => {
    expect(draftsFor({ section: 'conclusion' }, founding)[0]?.said).toMatch(/预算执行率100\.31%，绩效自评得分97\.67分，等级为“优”。$/)
  })
})
