import { beforeAll, expect, test } from 'vitest'
import { explainFinding } from '@/lib/data/review/explanations'
import { listDrafts, saveDraft } from '@/lib/data/review/review-drafts'
import { assess } from '@/lib/domain/checks/assessment'
import { figuresOf } from '@/lib/domain/checks/findings'
import { explanationPlace } from '@/lib/domain/review/notes'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn, save, wan } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
  await fillIn(district.editor, district.street)
})

test('what is being written in answer to a warning is its writer’s alone, until they say it in earnest', async () => {
  const { editor, colleague, townEditor, street } = district
  const spent = {
    'funds/total/actualExpenditure': wan('1001'),
    'funds/general/actualExpenditure': wan('1001'),
    'funds/project/actualExpenditure': wan('601'),
  }
  await save(editor, street, spent, 1)
  const warning = assess(await evaluationOf(editor, street)).findings.find(({ severity }) => severity === 'warning')
  if (warning === undefined) throw new Error('no warning')
  const draft = { kind: 'explanation', place: explanationPlace(warning), text: '年中追加' } as const
  value(await saveDraft(editor, street, draft))
  value(await saveDraft(colleague, street, { ...draft, text: '尚未' }))
  expect(refusal(await saveDraft(editor, street, { ...draft, place: warning.at }))).toBe('no-such-cell')
  expect(refusal(await saveDraft(townEditor, street, draft))).toBe('not-permitted')

  const finding = { code: warning.code, at: warning.at, figures: figuresOf(warning) }
  value(await explainFinding(colleague, street, finding, { text: '尚未入账', seen: '' }))
  expect(await listDrafts(colleague, street)).toEqual([])
  expect(await listDrafts(editor, street)).toMatchObject([draft])
  // Who has written what a colleague said meanwhile has said it as well
  value(await explainFinding(editor, street, finding, { text: '尚未入账', seen: '尚未入账' }))
  expect(await listDrafts(editor, street)).toEqual([])
})
