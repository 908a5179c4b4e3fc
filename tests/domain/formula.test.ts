import { describe, expect, it, test } from 'vitest'
import { FIGURE_GROUPS, type Figures, figuresAskedFor } from '@/lib/domain/cells/funds'
import { plain, quantity } from '@/lib/domain/quantities'
import { FORMULA_LIMITS, figuresIn, parseFormula } from '@/lib/domain/schemes/formula'
import { FORMULA_FIGURES, formulaName } from '@/lib/domain/schemes/formula-names'
import { type FormulaValue, formulaValue } from '@/lib/domain/schemes/formula-value'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { figuresInWan } from '@/tests/support/builders'
import { dice } from '@/tests/support/exact'

const figures: Figures = {
  ...figuresInWan({
    'total/initialBudget': '1922.76',
    'total/adjustedBudget': '2690.62',
    'total/actualExpenditure': '2690.62',
    'openingCarryOver/amount': '19.8',
    'closingCarryOver/amount': '19.8',
    'staffQuota/count': '143',
    'staffInPost/count': '136',
    'procurement/initialBudget': '0',
    'procurement/actualExpenditure': '0',
  }),
  'fixedAssets/amount': { state: 'notApplicable', reason: '无固定资产' },
}

const value = (text: string): FormulaValue | string => {
  const formula = parseFormula(text)
  return formula.ok ? formulaValue(formula.value, figures) : formula.refusal.code
}
const number = (text: string): string => {
  const found = value(text)
  return typeof found === 'string' ? found : found.state === 'value' ? plain(found.value, 6) : found.state
}

describe('values', () => {
  test.each([
    ['1 + 2 × 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['（1 ＋ 2）÷ 3', '1'],
    ['2 - 3 - 4', '-5'],
    ['12 / 3 / 2', '2'],
    ['-3 − -4', '1'],
    ['--3', '3'],
    ['5%', '0.05'],
    ['12.5% × 8', '1'],
    ['min(3, 1, 2)', '1'],
    ['最大（3，1，2）', '3'],
    ['round(2.345, 2)', '2.35'],
    ['四舍五入(2.5, 0)', '3'],
    ['if(1 < 2, 10, 20)', '10'],
    ['如果(1 ≥ 2, 10, 20)', '20'],
    ['if(2 = 2.0, 1, 0)', '1'],
    ['if(1 ≠ 1, 1, 0)', '0'],
    ['if(1 != 2, 1, 0)', '1'],
    ['在职人数 ÷ 编制数', '0.951049'],
    ['（年初结转结余 + 全年预算数 − 年末结转结余）÷（年初结转结余 + 全年预算数）', '0.992695'],
    ['（部门整体支出.全年预算数 − 年初预算数）÷ 年初预算数', '0.399353'],
    ['1 \n + \t 1', '2'],
  ])('%s is %s', (text, expected) => expect(number(text)).toBe(expected))

  it('is 未填 while a figure is, wherever it stands', () => {
    expect(value('三公经费.全年执行数 + 固定资产总额')).toEqual({ state: 'notFilled', figure: 'threePublic/actualExpenditure' })
    expect(value('固定资产总额 + 三公经费.全年执行数')).toEqual({ state: 'notFilled', figure: 'threePublic/actualExpenditure' })
  })
  it('is 不适用 with a figure that is', () => expect(value('在用固定资产 × 0 + 固定资产总额')).toMatchObject({ state: 'notFilled' }))
  it('keeps the reason', () => expect(value('固定资产总额 × 2')).toEqual({ state: 'notApplicable', reason: '无固定资产' }))
  it('tells 0 ÷ 0 from something ÷ 0', () => {
    expect(value('政府采购.全年执行数 ÷ 政府采购.年初预算数')).toMatchObject({ state: 'notApplicable' })
    expect(value('1 ÷ 0')).toEqual({ state: 'zeroDivision' })
  })
  it('needs the figures of the branch that is taken, only', () => {
    expect(number('if(政府采购.年初预算数 = 0, 1, 三公经费.全年执行数)')).toBe('1')
    expect(number('if(编制数 = 0, 1 ÷ 0, 7)')).toBe('7')
  })
  it('names the figures it uses once each', () => {
    const formula = parseFormula('（在职人数 − 编制数）÷ 编制数')
    expect(formula.ok && figuresIn(formula.value)).toEqual(['staffInPost/count', 'staffQuota/count'])
  })
})

describe('mistakes are named with their place', () => {
  test.each([
    ['', 'formula.unexpectedEnd', '1', '1'],
    ['1 +', 'formula.unexpectedEnd', '1', '4'],
    ['1 + * 2', 'formula.unexpected', '1', '5'],
    ['(1 + 2', 'formula.unexpectedEnd', '1', '7'],
    ['1 2', 'formula.unexpected', '1', '3'],
    ['在职人数 ÷ 编织数', 'formula.unknownName', '1', '8'],
    ['1 +\n  编织数', 'formula.unknownName', '2', '3'],
    ['1 # 2', 'formula.unknownCharacter', '1', '3'],
    ['1 < 2', 'formula.unexpected', '1', '3'],
    ['(1 < 2)', 'formula.conditionOnlyInIf', '1', '4'],
    ['if(1, 2, 3)', 'formula.conditionWanted', '1', '5'],
    ['min(1)', 'formula.twoValuesWanted', '1', '1'],
    ['round(1, 7)', 'formula.roundDecimals', '1', '10'],
    ['round(1, 编制数)', 'formula.roundDecimals', '1', '10'],
    ['1'.repeat(31), 'formula.numberTooLong', '1', '1'],
  ])('%j: %s at %s:%s', (text, code, line, column) => {
    const formula = parseFormula(text)
    expect(formula).toMatchObject({ ok: false, refusal: { code, facts: { line, column } } })
  })
  it('holds limits of length, depth and parts', () => {
    expect(value('1+'.repeat(600))).toBe('formula.tooLong')
    expect(value(`${'('.repeat(FORMULA_LIMITS.depth)}1${')'.repeat(FORMULA_LIMITS.depth)}`)).toBe('formula.tooDeep')
    expect(value(`1${'+1'.repeat(150)}`)).toBe('formula.tooManyParts')
    expect(number(Array(40).fill('9'.repeat(30)).join('*').slice(0, 990).replace(/\*9*$/, ''))).toBe('tooLarge')
  })
  test.each([
    'constructor',
    '__proto__',
    'globalThis',
    'process.exit(1)',
    'toString()',
    'eval(1)',
    'this',
    '1;2',
    'a=>a',
    '`1`',
    '[1]',
    '{}',
  ])('%s reaches nothing', (text) => expect(typeof value(text)).toBe('string'))
})

describe('names', () => {
  it('gives every figure of a department a name of its own, and none to those of a project alone', () => {
    expect(new Set(FORMULA_FIGURES.values())).toEqual(new Set(figuresAskedFor('department', FIGURE_GROUPS)))
    for (const name of FORMULA_FIGURES.keys()) expect(number(name), name).not.toMatch(/^formula/)
    for (const figure of FORMULA_FIGURES.values()) expect(FORMULA_FIGURES.get(formulaName(figure))).toBe(figure)
  })
  it('reads every formula of the bundled schemes', () => {
    const formulas = bundledSchemes
      .flatMap(({ fixedIndicators }) => fixedIndicators.map(({ formula }) => formula))
      .filter((text) => text !== null)
    expect(formulas.length).toBeGreaterThan(15)
    for (const text of formulas) expect(parseFormula(text), text).toMatchObject({ ok: true })
  })
})

const COUNT = process.env.HENGJI_LONG === '1' ? 1_000_000 : 20_000
const WORDS = [
  ...['1', '0', '12.5', '9'.repeat(30), '5%', '0.000001'],
  ...['+', '-', '×', '÷', '*', '/', '(', ')', '（', '）', ',', '，', '<', '≥', '=', '≠', '%', '.', '\n'],
  ...['min(', 'max(', 'round(', 'if(', '如果(', '最小('],
  ...[
    '全年预算数',
    '在职人数',
    '编制数',
    '固定资产总额',
    '三公经费.全年执行数',
    '政府采购.年初预算数',
    'constructor',
    '__proto__',
    '\u0000',
    '💰',
    '\ud800',
  ],
]

describe(`${COUNT.toLocaleString('en')} fuzzed programs`, () => {
  it('end with a value or a refusal, none above 10 ms', { timeout: 600_000 }, () => {
    const roll = dice(20260101)
    const pick = <T>(all: readonly T[]): T => all[roll(all.length)] as T
    /** A program that mostly can be read: random trees are where the interpreter has to work. */
    const tree = (depth: number): string => {
      const kind = depth === 0 ? roll(2) : roll(8)
      if (kind === 0) return pick(['0', '1', '2.5', '7%', '9'.repeat(29), '0.000000001'])
      if (kind === 1) return pick(['全年预算数', '年初预算数', '在职人数', '编制数', '固定资产总额', '政府采购.年初预算数'])
      if (kind === 2) return `(${tree(depth - 1)})`
      if (kind === 3)
        return `if(${tree(depth - 1)}${pick(['<', '≤', '=', '>', '≠'])}${tree(depth - 1)}, ${tree(depth - 1)}, ${tree(depth - 1)})`
      if (kind === 4) return `${pick(['min', 'max'])}(${tree(depth - 1)}, ${tree(depth - 1)})`
      if (kind === 5) return `round(${tree(depth - 1)}, ${roll(8)})`
      return `${tree(depth - 1)} ${pick(['+', '−', '×', '÷'])} ${tree(depth - 1)}`
    }
    const states = new Set<string>()
    let slowest = 0
    let slow = 0
    for (let index = 0; index < COUNT; index++) {
      const text = roll(3) === 0 ? Array.from({ length: roll(40) }, () => pick(WORDS)).join('') : tree(1 + roll(5))
      const begun = performance.now()
      const formula = parseFormula(text)
      const found = formula.ok ? formulaValue(formula.value, figures).state : 'refused'
      const took = performance.now() - begun
      slowest = Math.max(slowest, took)
      if (took > 10 && timed(text) > 10) slow++
      states.add(found)
    }
    expect(slow, `slowest ${slowest.toFixed(2)} ms`).toBe(0)
    expect([...states].sort()).toEqual(expect.arrayContaining(['notApplicable', 'notFilled', 'refused', 'value', 'zeroDivision']))
  })
})

/** Measured again at its best of five: a pause of the machine is not the program's. */
function timed(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now()
    const formula = parseFormula(text)
    if (formula.ok) formulaValue(formula.value, figures)
    return performance.now() - begun
  })
  return Math.min(...times)
}

it('keeps exact numbers through a formula', () => {
  const found = value('1 ÷ 3 × 3')
  expect(typeof found !== 'string' && found.state === 'value' && plain(found.value)).toBe(plain(quantity('1')))
})
