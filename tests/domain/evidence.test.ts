import { describe, expect, test } from 'vitest'
import { requiredEvidence } from '@/lib/domain/checks/required'
import { isEvidencePlace, parseEvidencePlace } from '@/lib/domain/evaluation/evidence'
import { evidenceName, nameOfKind } from '@/lib/domain/evaluation/evidence-file'
import { anEvaluation } from '@/tests/support/builders'

describe('the name of a file', () => {
  test.each([
    ['台账.pdf', '台账.pdf'],
    ['  验收  单.pdf ', '验收 单.pdf'],
    ['a\u202Efdp.exe', 'afdp.exe'],
  ])('%j is kept as %j', (name, kept) => expect(evidenceName(name)).toEqual({ ok: true, value: kept }))

  test.each(['../台账.pdf', '..\\台账.pdf', '/etc/passwd', 'C:\\a.pdf', '', ' ', '.pdf', '..', 'a\ud800.pdf'])('%j is refused', (name) =>
    expect(evidenceName(name)).toMatchObject({ refusal: { code: 'evidence-name' } }),
  )

  test.each([
    ['台账.pdf', 'pdf', '台账.pdf'],
    ['照片.JPG', 'jpeg', '照片.JPG'],
    ['照片.jpg', 'png', '照片.png'],
    ['扫描件', 'pdf', '扫描件.pdf'],
    ['1.2 台账', 'xlsx', '1.2 台账.xlsx'],
    ['2023.12', 'pdf', '2023.12.pdf'],
    [`${'长'.repeat(200)}.pdf`, 'pdf', `${'长'.repeat(116)}.pdf`],
  ] as const)('%j of kind %s is kept as %j', (name, kind, kept) => expect(nameOfKind(name, kind)).toEqual({ ok: true, value: kept }))

  test.each(['台账.exe', '台账.html', '台账.SVG', '台账.pdf.js'])('%j is refused whatever it holds', (name) =>
    expect(nameOfKind(name, 'pdf')).toMatchObject({ refusal: { code: 'evidence-ending' } }),
  )
})

describe('the place of a file', () => {
  const evaluation = anEvaluation()
  const [row] = evaluation.indicators
  const explained = [{ code: 'F05', at: 'funds/total/adjustedBudget' }]

  test.each([`indicators/${row?.id}`, 'funds', 'scans/table', 'scans/report', 'explanations/F05/funds/total/adjustedBudget'])(
    '%s is there',
    (place) => expect(isEvidencePlace(evaluation, explained, place)).toBe(true),
  )

  test.each([
    'indicators/gone',
    'goals/g1',
    `indicators/${row?.id}/actual`,
    'problems/gone',
    'check',
    'scans/other',
    'scans/table/1',
    'explanations/F06/funds/total/adjustedBudget',
    'explanations/F05',
    '../funds',
    '',
  ])('%s is not', (place) => expect(isEvidencePlace(evaluation, explained, place)).toBe(false))

  test('a project has no report, which is neither asked for nor brought', () => {
    const project = anEvaluation({ ...evaluation, kind: 'project' })
    expect(isEvidencePlace(project, [], 'scans/table')).toBe(true)
    expect(isEvidencePlace(project, [], 'scans/report')).toBe(false)
    const required = ['evidence/report', 'evidence/table', 'evidence/indicators']
    const asked = (one: typeof evaluation) => requiredEvidence({ ...one, scheme: { ...one.scheme, required } })
    expect(asked(evaluation)).toEqual(required)
    expect(asked(project)).toEqual(['evidence/table', 'evidence/indicators'])
  })

  test('says what it is', () => {
    expect(parseEvidencePlace('measures/m1')).toEqual({ kind: 'row', list: 'measures', row: 'm1' })
    expect(parseEvidencePlace('goals/g1')).toBeNull()
  })
})
