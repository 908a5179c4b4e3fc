import { describe, expect, test } from 'vitest'
import { assess, openFindings } from '@/lib/domain/checks/assessment'
import { checks } from '@/lib/domain/checks/catalogue'
import { type Explanation, figuresOf } from '@/lib/domain/checks/findings'
import { checkCodes, findingSentence, findingWhy } from '@/lib/messages/findings'
import { scheme } from '@/tests/support/builders'
import { codesOf, filled, found, printed, withRow } from '@/tests/support/findings'
import { foundingCase } from '@/tests/support/founding-case'
import { raisedByForm } from '@/tests/support/raising'

describe('the catalogue', () => {
  test('has a check for each code that is said, and a reason', () => {
    const codes = checks.map(({ code }) => code)
    expect([...new Set(codes)].sort()).toEqual(checkCodes.toSorted())
    for (const code of codes) expect(findingWhy(code)).toMatch(/。$/)
  })

  test('finds nothing twice, though some codes are looked for in several places', () => {
    for (const findings of raisedByForm) {
      const said = findings.map(({ code, at, facts }) => `${code} ${at} ${JSON.stringify(facts)}`)
      expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([])
    }
  })

  test('gives each code one severity', () => {
    const severities = new Map(checks.map(({ code, severity }) => [code, severity]))
    for (const { code, severity } of checks) expect(severities.get(code)).toBe(severity)
  })
})

describe('the founding case', () => {
  test('filled in, raises what a reviewer would, and nothing that blocks', () => {
    const { findings, score } = assess(filled(foundingCase()))
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['F06 warning', 'F09 warning'])
    expect(score.total).not.toBeNull()
  })

  test('says the figures', () => {
    const [over, rest] = assess(foundingCase()).findings.map(findingSentence)
    expect(over).toBe('全年执行数 9,016.65 万元超过全年预算数 8,988.68 万元，超出 27.97 万元，执行率 100.31%。')
    expect(rest).toContain('若可用资金为 9,075.12 万元，执行率应为 99.36%')
  })

  test('asks for everything that is required while it is empty', () => {
    const places = found(foundingCase(), 'T11').map(({ facts }) => facts.name)
    const { figures } = foundingCase()
    const filledIn = (name: string) => name === 'indicators' || Object.keys(figures).some((figure) => name === `funds/${figure}`)
    expect(places).toEqual(scheme().required.filter((name) => !filledIn(name)))
  })

  test('an explanation closes a warning for its figures only', () => {
    const { findings } = assess(filled(foundingCase()))
    const [over] = findings
    if (over === undefined) throw new Error('no finding')
    const explained: Explanation = { code: over.code, at: over.at, figures: figuresOf(over), text: '上年结转', byName: '甲', atTime: '' }
    expect(openFindings(findings, [explained]).map(({ code }) => code)).toEqual(['F09'])
    expect(openFindings(findings, [{ ...explained, figures: 'others' }])).toHaveLength(2)
  })
})

describe('golden cases', () => {
  test('3: a total of 0 above a part that is not 0', () => {
    const funds = [
      { item: '年度资金总额', role: 'total', adjustedBudget: '0', actualExpenditure: '0' },
      { item: '财政拨款', role: 'part', adjustedBudget: '90', actualExpenditure: '89.974' },
    ]
    expect(printed({ funds }).map(({ code, at }) => `${code} ${at}`)).toEqual([
      'F05 /funds/0/adjustedBudget',
      'F05 /funds/0/actualExpenditure',
    ])
  })

  test.each([
    ['2200', '2859', false],
    ['2200', '2860', true],
    ['≤2200', '5000', false],
    ['=100', '130', true],
    ['0', '43', false],
  ])('5, 16: target %s, actual %s: 130 %% reached is %s', (target, actual, expected) => {
    expect(codesOf(withRow({ target, actual, deviationReason: '' })).includes('K07')).toBe(expected)
  })

  test('6: a minimum of 0 is no target', () => {
    expect(found(withRow({ target: '≥0', actual: '43' }), 'K09')[0]?.facts.why).toBe('zeroMinimum')
  })

  test('10: 达成 with 0.79 of the points', () => {
    const row = { target: '有效提升', actual: '达成', selfScore: '71.1', deviationReason: '尚有差距' }
    expect(found(withRow(row), 'K05')[0]).toMatchObject({ severity: 'error', expected: '72.00…90.00' })
    expect(found(withRow({ ...row, selfScore: '72' }), 'K05')).toEqual([])
  })
})
