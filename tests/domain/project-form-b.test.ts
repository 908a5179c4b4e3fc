import { describe, expect, test } from 'vitest'
import { figuresAskedFor } from '@/lib/domain/cells/funds'
import { assess } from '@/lib/domain/checks/assessment'
import { carriedTexts, carry } from '@/lib/domain/evaluation/carrying'
import { sectionsOf } from '@/lib/domain/evaluation/sections'
import { schemeOfProjects } from '@/lib/domain/schemes/project-scheme'
import { cellLabel } from '@/lib/messages/cell-labels'
import { anEvaluation, figuresInWan, scheme } from '@/tests/support/builders'
import { projectInFormB } from '@/tests/support/project-form-b'

const codes = (project = projectInFormB()) => assess(project).findings.map(({ code, at }) => `${code} ${at}`)

describe('form B of projects', () => {
  test('asks for funds by who manages them, and for what was done and concluded', () => {
    const { kind, scheme: own } = projectInFormB()
    const items = [...new Set(figuresAskedFor(kind, own.figureGroups).map((name) => name.split('/')[0]))]
    expect(items).toEqual(['total', 'fiscalFunds', 'specialAccountFunds', 'unitFunds', 'otherFunding'])
    expect(sectionsOf(projectInFormB())).toEqual(['funds', 'goals', 'indicators', 'analysis', 'problems', 'cover'])
    expect(cellLabel('narrative/c/text', projectInFormB())).toBe('评价结论 第 1 段')
  })

  test('is the form only where the scheme says so: another letter of the department’s own form says nothing', () => {
    const { projectForm: _, ...before } = scheme('sichuan')
    expect(schemeOfProjects(before)).toMatchObject({ form: 'A', figureGroups: [] })
    expect(schemeOfProjects({ ...before, projectForm: { form: 'B', evidence: [] } })).toMatchObject({ form: 'B' })
  })

  test('what the total comes from is added up by its own sources', () => {
    expect(codes()).not.toContain('F01 funds/total/adjustedBudget')
    const project = projectInFormB()
    const less = { ...project, figures: { ...project.figures, ...figuresInWan({ 'unitFunds/adjustedBudget': '5' }) } }
    expect(codes(less)).toContain('F01 funds/total/adjustedBudget')
  })

  test('评价结论 must be there', () => {
    const project = projectInFormB()
    const unsaid = (one: typeof project) =>
      assess(one).findings.filter(({ at, unfilled, severity }) => at === 'analysis' && unfilled && severity === 'error').length
    expect(unsaid(project)).toBe(0)
    expect(unsaid({ ...project, narrative: { ...project.narrative, conclusion: [] } })).toBe(1)
  })

  test('the year before hands on how it was carried out, what was concluded, and who answers for the money', () => {
    const before = { ...projectInFormB(), year: 2022 }
    const now = anEvaluation({ ...projectInFormB(), narrative: anEvaluation().narrative, cover: anEvaluation().cover })
    let next = 0
    const told = (['analysis', 'cover'] as const).flatMap((section) => carriedTexts(carry(section, before, now, () => `new${next++}`)))
    expect(told.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['分两期实施，先清淤后砌护。', '总体完成，自评{{total}}分。', '示例丙']),
    )
  })
})

describe('佐证材料 that a scheme asks of projects', () => {
  const asking = (evidence: ('evidence/indicators' | 'evidence/table')[]) => {
    const project = projectInFormB()
    return { ...project, scheme: schemeOfProjects({ ...scheme('sichuan'), projectForm: { form: 'B' as const, evidence } }) }
  }
  const file = (place: string) => ({ place, name: '示例.pdf', hash: place })

  test('each scored indicator and the stamped form, where it says so; nothing where it does not', () => {
    expect(codes(asking(['evidence/indicators', 'evidence/table'])).filter((one) => one.startsWith('E'))).toEqual([
      'E01 indicators/i',
      'E04 scans/table',
    ])
    expect(codes(asking([])).filter((one) => one.startsWith('E'))).toEqual([])
  })

  test('what the department’s own form must have is not asked of its projects', () => {
    const own = { ...scheme('sichuan'), required: ['evidence/indicators', 'evidence/report'] }
    expect(schemeOfProjects(own).required.filter((name) => name.startsWith('evidence/'))).toEqual([])
  })

  test('what was brought is not asked for', () => {
    const project = { ...asking(['evidence/indicators', 'evidence/table']), evidence: [file('indicators/i'), file('scans/table')] }
    expect(codes(project).filter((one) => one.startsWith('E0'))).toEqual([])
  })
})
