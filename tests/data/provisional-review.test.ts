import { expect, test } from 'vitest'
import { findAssessment } from '@/lib/data/evaluation/assessments'
import { listChanges } from '@/lib/data/evaluation/history'
import { approve, forward, submit } from '@/lib/data/review/review'
import { listVisible } from '@/lib/data/rounds/workbench'
import type { Viewer } from '@/lib/domain/people/permissions'
import { plain } from '@/lib/domain/quantities'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, evaluationOf, fillIn, points, revisionOf, save, text } from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

testDatabase()

test('the department does not see what its reviewers give before it is decided', async () => {
  const { editor, approver, reviewer, secondReviewer, administrator, street } = await aDistrict()
  const [row] = await fillIn(editor, street)
  value(await submit(editor, street, await revisionOf(street)))
  value(await forward(approver, street, await revisionOf(street)))
  await save(reviewer, street, {
    [`indicators/${row}/reviewScore`]: points('15'),
    [`indicators/${row}/reviewGrounds`]: text('台账只有六成'),
  })

  const seen = async (viewer: Viewer) => {
    const evaluation = await evaluationOf(viewer, street)
    const [summary] = (await listVisible(viewer, { after: '', size: 10 })).rows.filter(({ id }) => id === street)
    const { reviewedTotal, score } = await findAssessment(viewer, evaluation)
    return {
      grounds: evaluation.indicators[0]?.reviewGrounds,
      total: reviewedTotal && plain(reviewedTotal),
      self: score.total && plain(score.total),
      listed: summary?.reviewedTotal ? plain(summary.reviewedTotal) : null,
      logged: JSON.stringify((await listChanges(viewer, street)).lines[0]?.payload).includes('台账只有六成'),
    }
  }
  const before = await seen(editor)
  expect(before).toMatchObject({ grounds: '', listed: null, logged: false })
  expect(before.total).toBe(before.self)
  expect(await seen(approver)).toEqual(before)
  for (const viewer of [reviewer, secondReviewer, administrator])
    expect(await seen(viewer)).toMatchObject({ grounds: '台账只有六成', listed: '89.74', logged: true })

  value(await approve(reviewer, street, { revision: await revisionOf(street), document: {}, pdf: new Uint8Array([1]) }))
  expect(await seen(editor)).toMatchObject({ grounds: '台账只有六成', listed: '89.74' })
})
