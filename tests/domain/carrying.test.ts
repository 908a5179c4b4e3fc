import { describe, expect, test } from 'vitest'
import { emptyNarrative } from '@/lib/domain/cells/narrative'
import { CARRIED_SECTIONS, type CarriedSection, carriedTexts, carriesNothing, carry } from '@/lib/domain/evaluation/carrying'
import type { Evaluation } from '@/lib/domain/evaluation/evaluation'
import { quantity } from '@/lib/domain/quantities'
import { anEvaluation, anIndicator, untold } from '@/tests/support/builders'
import { block, text } from '@/tests/support/findings'

const ids = () => {
  let next = 0
  return () => `new${++next}`
}

const before = anEvaluation({
  id: 'before',
  year: 2022,
  narrative: {
    ...emptyNarrative(),
    duties: [{ ...block('d1', '负责城市管理。'), kind: 'item' }, block('d2', '负责应急管理。')],
    deviation: [block('v1', '年中追加。')],
    conclusion: [block('c1', '总体完成。')],
    achievements: [block('a1', '办成十件实事。')],
  },
  goals: [{ id: 'g1', mark: '' as const, text: text('保障民生服务'), completion: text('已完成') }],
  tasks: [
    {
      id: 't1',
      name: '道路养护',
      ...untold,
      budget: quantity('100'),
      expenditure: quantity('90'),
      subItems: [block('s1', '修补路面')],
      completion: [block('e1', '修补12处')],
    },
    { id: 't2', name: ' ', ...untold, subItems: [], completion: [] },
  ],
  indicators: [
    anIndicator({
      id: 'i1',
      lineId: 'line1',
      libraryId: 'lib',
      name: '养护里程',
      target: '≥20公里',
      actual: '21公里',
      maxScore: '12',
      taskId: 't1',
      deviationReason: '无',
      selfScore: '11',
    }),
    anIndicator({ id: 'i2', lineId: 'fixed', fixedId: 'fixed', name: '方案指标' }),
  ],
  problems: [{ id: 'p1', mark: '' as const, text: text('目标偏低'), measureIds: ['m1'] }],
  measures: [{ id: 'm1', mark: '' as const, text: text('提高目标') }],
  cover: {
    annexNumber: '附件2',
    signature: '示例局',
    date: '2023-05-31',
    preparer: '示例甲',
    principal: '示例乙',
    financePrincipal: '',
    phone: '010',
  },
})
const now = (over: Partial<Evaluation> = {}) => anEvaluation({ indicators: [], ...over })
const from = (section: CarriedSection, over: Partial<Evaluation> = {}) => carry(section, before, now(over), ids())
const texts = (section: CarriedSection, over: Partial<Evaluation> = {}) => carriedTexts(from(section, over)).map((one) => one.text)

describe('what is taken over from the year before', () => {
  test('duties in their order and kind', () => {
    expect(from('duties').after.narrative.duties).toEqual([
      { ...block('new1', '负责城市管理。'), kind: 'item' },
      block('new2', '负责应急管理。'),
    ])
  })

  test('goals without what became of them, tasks with their sub-items and without amounts', () => {
    expect(from('goals').after.goals).toEqual([{ id: 'new1', mark: '', text: text('保障民生服务'), completion: [] }])
    expect(from('tasks').after.tasks).toEqual([
      { id: 'new1', name: '道路养护', ...untold, subItems: [block('new2', '修补路面')], completion: [] },
    ])
  })

  test('indicators on their lines with target and 分值, nothing achieved, at the task of the same name', () => {
    const tasks = from('tasks').after.tasks
    const [row, ...others] = carry('indicators', before, now({ tasks }), ids()).after.indicators
    expect(others).toEqual([])
    expect(row).toMatchObject({
      lineId: 'line1',
      libraryId: 'lib',
      name: '养护里程',
      target: { text: '≥20公里', reading: { kind: 'number' } },
      actual: { text: '' },
      taskId: 'new1',
      deviationReason: '',
      selfScore: null,
      approvedTarget: null,
      planIndicatorId: null,
    })
    expect(row?.maxScore).toEqual(quantity('12'))
  })

  test('no indicator where it stands already, or where an approved plan gave this year’s', () => {
    expect(carriesNothing(from('indicators', { indicators: [anIndicator({ id: 'x', lineId: 'line1', name: '改了名' })] }))).toBe(true)
    expect(carriesNothing(from('indicators', { indicators: [anIndicator({ id: 'x', name: '养护里程' })] }))).toBe(true)
    expect(carriesNothing(from('indicators', { indicators: [anIndicator({ id: 'x', name: '另一项', approvedTarget: '≥1' })] }))).toBe(true)
  })

  test('texts as drafts only where there are none yet, and measures, but no problem', () => {
    expect(texts('analysis', { tasks: from('tasks').after.tasks })).toEqual(['总体完成。', '办成十件实事。', '修补12处'])
    const own = { ...now().narrative, conclusion: [block('own', '本年另写。')] }
    expect(texts('analysis', { narrative: own })).toEqual(['办成十件实事。'])
    expect(from('problems').after).toMatchObject({ problems: [], measures: [{ text: text('提高目标') }] })
  })

  test('the cover without its date, where nothing stands', () => {
    expect(from('cover', { cover: { ...now().cover, signature: '示例新局' } }).after.cover).toEqual({
      ...before.cover,
      date: '',
      signature: '示例新局',
    })
    expect(from('cover').cells).toEqual(['cover/annexNumber', 'cover/signature', 'cover/preparer', 'cover/principal', 'cover/phone'])
  })

  test('never twice, and never more than a list holds', () => {
    let all = now()
    for (const section of CARRIED_SECTIONS) all = carry(section, before, all, ids()).after
    for (const section of CARRIED_SECTIONS) expect([section, carriesNothing(carry(section, before, all, ids()))]).toEqual([section, true])
    const many = {
      ...before,
      measures: Array.from({ length: 400 }, (_, index) => ({ id: `m${index}`, mark: '' as const, text: text(`措施${index}`) })),
    }
    expect(carry('problems', many, now(), ids()).rows).toHaveLength(300)
  })
})
