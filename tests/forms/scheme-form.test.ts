import { describe, expect, it, test } from 'vitest'
import { schemeProblems } from '@/lib/domain/schemes/scheme-problems'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { checkScheme } from '@/lib/exchange/scheme-format'
import { copySchemeForm, draftOf, problemFields, schemeTyped } from '@/lib/forms/administration/scheme-form'
import { scheme } from '@/tests/support/builders'
import { refusal, value } from '@/tests/support/people'

const typed = (change: (draft: ReturnType<typeof draftOf>) => void, id = 'national-2020') => {
  const draft = draftOf(scheme(id))
  change(draft)
  return checkScheme(value(schemeTyped(JSON.stringify(draft))))
}

describe('the scheme editor', () => {
  test.each(bundledSchemes.map((found) => [found.id, found] as const))('gives %s back as it was', (_, found) => {
    expect(checkScheme(value(schemeTyped(JSON.stringify(draftOf(found)))))).toEqual({ ok: true, scheme: found })
  })
  it('shows shares in per cent', () => {
    const draft = draftOf(scheme('hubei-20'))
    expect(draft.qualitativeBands.map(({ from, to }) => [from, to])).toEqual([
      ['80', '100'],
      ['50', '80'],
      ['0', '50'],
    ])
    expect(draft.overCompletion?.threshold).toBe('130')
  })
  it('takes full-width digits, spaces and per cent signs as meant', () => {
    const checked = typed((draft) => {
      if (draft.execution === null) throw new Error('has execution')
      draft.execution.maxScore = ' １０ '
      draft.execution.reasonBelow = '９０％'
    })
    expect(checked).toMatchObject({ ok: true, scheme: { execution: { maxScore: '10', reasonBelow: '0.9' } } })
  })
  it('takes what is new and optional: levels that are closed, a limit, clauses, days and what is required', () => {
    const checked = typed((draft) => {
      if (draft.execution === null || draft.dimensions[0] === undefined) throw new Error('has both')
      draft.execution.capped = false
      Object.assign(draft.dimensions[0], { closed: false, clause: '' })
      draft.clauses = { grades: ' 第十八条 ', totalCaps: '' }
      Object.assign(draft.deadlines, { entry: ' 20 ', unit: '' })
      draft.required = ['goals', 'cover/date']
    })
    expect(checked).toMatchObject({
      ok: true,
      scheme: {
        execution: { capped: false },
        clauses: { grades: '第十八条' },
        deadlines: { entry: 20, finance: 70 },
        required: ['goals', 'cover/date'],
      },
    })
    const scheme_ = checked.ok ? checked.scheme : scheme()
    expect([scheme_.dimensions[0]?.clause, scheme_.clauses?.totalCaps, scheme_.deadlines.unit]).toEqual([undefined, undefined, undefined])
  })
  it('refuses days that are none', () => {
    const checked = typed((draft) => Object.assign(draft.deadlines, { entry: '三十' }))
    expect(checked.ok ? {} : problemFields(checked.problems)).toEqual({ 'deadlines/entry': '填写有误。' })
  })
  it('refuses what is no number at its place, in Chinese', () => {
    const checked = typed((draft) => {
      if (draft.dimensions[1]) draft.dimensions[1].maxScore = '三十'
      draft.name = ''
    })
    expect(checked.ok ? {} : problemFields(checked.problems)).toEqual({
      name: '请填写此项。',
      'dimensions/1/maxScore': '请填写数字（最多六位小数），不带单位和千分位；编号只能用小写字母、数字和连字符。',
    })
  })
  it('says where a formula is wrong', () => {
    const checked = typed((draft) => {
      if (draft.fixedIndicators[0]) draft.fixedIndicators[0].formula = '在职人数 ÷\n编织数'
    }, 'hunan-2013')
    expect(checked.ok ? {} : problemFields(checked.problems)).toEqual({
      'fixedIndicators/0/formula': '公式第 2 行第 1 字：没有名为“编织数”的数据。',
    })
  })
  test.each(['', 'null', '[', '"text"', '[]', '{"__proto__":{"id":"x"}}'])('refuses %j', (json) =>
    expect(checkScheme(value(schemeTyped(json))).ok).toBe(false),
  )
  test.each([
    ['nested without end', '['.repeat(190_000) + ']'.repeat(190_000)],
    ['nested in a field', `{"execution":${'{"a":'.repeat(30)}1${'}'.repeat(30)}}`],
    ['of more values than any scheme', `[${'0,'.repeat(190_000)}0]`],
  ])('refuses what is %s before reading it', (_, json) => expect(refusal(schemeTyped(json))).toBe('scheme-no-bounds'))
  it('has a sentence for every problem', () => {
    const broken = scheme('national-2020', {
      dimensions: [],
      grades: [...scheme().grades].reverse(),
      overCompletion: { threshold: '1', mode: 'deduct' },
    })
    for (const sentence of Object.values(problemFields(schemeProblems(broken)))) expect(sentence).not.toMatch(/[{}（]scheme|formula\./)
  })
  it('wants id and name for a new scheme only', () => {
    expect(copySchemeForm.safeParse({ fromId: 'a', as: 'version' }).success).toBe(true)
    expect(copySchemeForm.safeParse({ fromId: 'a', as: 'scheme', id: 'X', name: '' }).error?.issues.map(({ path }) => path[0])).toEqual([
      'id',
      'name',
    ])
  })
})
