import { describe, expect, test } from 'vitest'
import type { Evaluation, ProjectLine } from '@/lib/domain/evaluation/evaluation'
import { sectionsOf } from '@/lib/domain/evaluation/sections'
import { fixed, quantity, yuanFromWan } from '@/lib/domain/quantities'
import { schemeOfProjects } from '@/lib/domain/schemes/project-scheme'
import type { RequiredProjects } from '@/lib/domain/schemes/scheme'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { findingSentence } from '@/lib/messages/findings'
import { anEvaluation, anIndicator, figuresInWan, scheme } from '@/tests/support/builders'
import { codesOf, found } from '@/tests/support/findings'

const wan = (digits: string | null) => (digits === null ? null : yuanFromWan(quantity(digits)))
const line = (name: string, initial: string | null, adjusted: string | null, actual: string | null): ProjectLine => ({
  id: name,
  code: null,
  name,
  initialBudget: wan(initial),
  adjustedBudget: wan(adjusted),
  actualExpenditure: wan(actual),
})

/** A department with 300 万元 of 项目支出 and these projects, by a scheme that asks for them so. */
const department = (projects: readonly ProjectLine[], must?: RequiredProjects): Evaluation =>
  anEvaluation({
    projects,
    scheme: scheme('national-2020', must === undefined ? {} : { projects: must }),
    figures: figuresInWan({ 'total/adjustedBudget': '1000', 'project/adjustedBudget': '300', 'project/actualExpenditure': '280' }),
  })

describe('the projects beside 项目支出', () => {
  test('F40 says where they come to more, column by column, with the arithmetic', () => {
    const over = department([line('甲', '1', '200', '200'), line('乙', '1', '100.5', '80')])
    expect(found(over, 'F40').map(({ at, facts }) => [at, facts.column, facts.projects, facts.whole, facts.difference])).toEqual([
      ['projects', 'adjustedBudget', '300.5', '300', '0.5'],
    ])
    expect(found(over, 'F40').map(findingSentence).join()).toContain('各项目合计 300.50 万元，部门项目支出 300.00 万元，多 0.50 万元')
  })

  test('nothing is said where they fit, are none, or 项目支出 is 未填', () => {
    for (const projects of [[], [line('甲', '500', '300', '280')], [line('甲', null, null, null)]])
      expect(codesOf(department(projects))).not.toContain('F40')
    expect(codesOf(anEvaluation({ projects: [line('甲', '1', '1', '1')] }))).not.toContain('F40')
  })

  test('half a cent of rounding for each is no difference', () => {
    expect(codesOf(department([line('甲', null, '300.000000', '280')]))).not.toContain('F40')
  })
})

describe('what the scheme asks for', () => {
  test('all: what is missing of 项目支出 is an error, with nothing listed as well', () => {
    const all = { must: 'all' } as const
    expect(found(department([line('甲', null, '250', '280')], all), 'F41').map(({ facts }) => [facts.column, facts.difference])).toEqual([
      ['adjustedBudget', '-50'],
    ])
    expect(found(department([], all), 'F41')).toHaveLength(2)
    expect(codesOf(department([line('甲', null, '300', '280')], all))).not.toContain('F41')
    // What is 未填 in a project is asked for there
    expect(codesOf(department([line('甲', null, null, null)], all))).not.toContain('F41')
    expect(codesOf(department([line('甲', null, '250', '280')]))).not.toContain('F41')
  })

  test('above: so much that is in no project may be a project', () => {
    const above = { must: 'above', amount: '50' } as const
    expect(
      found(department([line('甲', null, '250', '0')], above), 'F42').map(({ severity, facts }) => [
        severity,
        facts.difference,
        facts.amount,
      ]),
    ).toEqual([['info', '-50', '50']])
    expect(codesOf(department([line('甲', null, '250.01', '0')], above))).not.toContain('F42')
  })

  test('named: each name that is not there, however it is typed', () => {
    const named = { must: 'named', names: ['示例道路 维修', '示例绿化'] } as const
    const missing = found(department([line('示例道路维修', null, null, null)], named), 'F43')
    expect(missing.map(({ at, facts, unfilled }) => [at, facts.name, unfilled])).toEqual([['projects', '示例绿化', true]])
  })
})

describe('the rules for projects', () => {
  test('are the scheme’s where it has those of 项目支出, without what is a department’s alone', () => {
    const hubei = schemeOfProjects(scheme('hubei-20'))
    expect(hubei.execution?.maxScore).toBe('20')
    expect(hubei.dimensions).toEqual(scheme('hubei-20').dimensions)
    expect(hubei.required).not.toContain('duties')
    expect(schemeOfProjects(scheme('national-2020', { projects: { must: 'all' } })).projects).toBeUndefined()
  })

  test('are the national form’s where a scheme measures how a department is run', () => {
    for (const id of ['chongqing', 'hunan-2013', 'two-dimension']) {
      const own = schemeOfProjects(scheme(id))
      expect(own.execution?.maxScore).toBe('10')
      expect(own.dimensions.map(({ name, maxScore }) => [name, maxScore])).toEqual([
        ['产出指标', '50'],
        ['效益指标', '30'],
        ['满意度指标', '10'],
      ])
      expect([own.fixedIndicators, own.adjustments]).toEqual([[], []])
    }
  })

  test('score a project: 10 points by its rate, the rest by its indicators', () => {
    const project = anEvaluation({
      kind: 'project',
      parentId: 'evaluation1',
      projectName: '示例道路维修',
      scheme: schemeOfProjects(scheme('two-dimension')),
      figures: figuresInWan({ 'total/initialBudget': '100', 'total/adjustedBudget': '100', 'total/actualExpenditure': '97' }),
      indicators: [anIndicator({ maxScore: '90' })],
    })
    const { executionScore, total } = scoreEvaluation(project)
    expect([executionScore, total].map((one) => one && fixed(one, 2))).toEqual(['9.70', '99.70'])
    expect(sectionsOf(project)).toEqual(['funds', 'goals', 'indicators', 'problems', 'cover'])
    const parts = figuresInWan({ 'appropriation/adjustedBudget': '60', 'broughtForward/adjustedBudget': '30' })
    expect(found({ ...project, figures: { ...project.figures, ...parts } }, 'F01').map(({ at }) => at)).toEqual([
      'funds/total/adjustedBudget',
    ])
  })
})
