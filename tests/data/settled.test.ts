import { beforeAll, expect, test, vi } from 'vitest'
import { database, inTransaction } from '@/lib/data/database/database'
import { findAssessment, settleOlder } from '@/lib/data/evaluation/assessments'
import { findFrozenReport } from '@/lib/data/evaluation/frozen-report'
import { recompute } from '@/lib/data/jobs/recompute'
import { approve, forward, publish, submit } from '@/lib/data/review/review'
import { assess } from '@/lib/domain/checks/assessment'
import { fixed } from '@/lib/domain/quantities'
import { reportDocument } from '@/lib/report/report-document'
import { run } from '@/scripts/commands/recompute'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn, revisionOf } from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
  const { editor, approver, reviewer, street } = district
  await fillIn(editor, street)
  value(await submit(editor, street, await revisionOf(street)))
  value(await forward(approver, street, await revisionOf(street)))
  const evaluation = await evaluationOf(reviewer, street)
  const document = reportDocument({ ...evaluation, status: 'approved' }, assess(evaluation))
  value(await approve(reviewer, street, { revision: evaluation.revision, document, pdf: new Uint8Array([1]) }))
})

const tamper = (...statements: string[]) =>
  inTransaction(async (tx) => {
    for (const sql of [`SET LOCAL session_replication_role = replica`, ...statements]) await tx.$executeRawUnsafe(sql)
  })

/** As if a later program scored otherwise: the scheme gives execution less, and checks know of it. */
const otherScoring = () =>
  tamper(`UPDATE scheme_versions SET body_hash = md5(random()::text),
    body = jsonb_set(jsonb_set(body, '{execution,maxScore}', '"5"'), '{grades,0,from}', '"99.9"') WHERE scheme_id = 'national-2020'`)

const screen = async () => {
  const evaluation = await evaluationOf(district.reviewer, district.street)
  return { evaluation, said: await findAssessment(district.reviewer, evaluation) }
}
const stored = () => database().evaluation.findUniqueOrThrow({ where: { id: district.street } })

test('what was approved is shown as it was said then, whatever a later program makes of it', async () => {
  const before = await screen()
  expect(before.said).toEqual({ ...assess(before.evaluation), reviewedTotal: before.said.score.total })
  await otherScoring()
  const { evaluation, said } = await screen()
  const computed = assess(evaluation)
  expect(computed.score.total).not.toEqual(before.said.score.total)
  expect(computed.score.grade).not.toBe(before.said.score.grade)
  expect(said).toEqual(before.said)
  const frozen = await findFrozenReport(district.reviewer, district.street)
  expect(JSON.parse(JSON.stringify(reportDocument(evaluation, said)))).toEqual({ ...(frozen?.document as object) })
  const { total, grade } = await stored()
  expect([total?.toFixed(2), grade]).toEqual([fixed(said.score.total ?? expect.fail(), 2), said.score.grade])
})

test('recompute says what would come out otherwise, and leaves it as it is', async () => {
  const before = await stored()
  const output = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  expect(await run(['--write'])).toBe(0)
  expect(await run([])).toBe(0)
  const lines = output.mock.calls.map(([line]) => String(line))
  vi.restoreAllMocks()
  expect(lines.filter((line) => line.startsWith(`${district.street}\ttotal\t`)).every((line) => line.endsWith('\t已通过，不更正\n'))).toBe(
    true,
  )
  expect((await recompute({ write: true })).deviations.filter(({ frozen }) => !frozen)).toEqual([])
  expect((await recompute({ write: true })).deviations.map(({ field }) => field)).toContain('total')
  expect(await stored()).toEqual(before)
})

test('nor does any other change touch it: not disclosing, not a statement past the program', async () => {
  const before = await stored()
  value(await publish(district.administrator, district.street, await revisionOf(district.street)))
  const { total, grade, executionScore, openWarnings, explained } = await stored()
  expect({ total, grade, executionScore, openWarnings, explained }).toEqual({
    total: before.total,
    grade: before.grade,
    executionScore: before.executionScore,
    openWarnings: before.openWarnings,
    explained: before.explained,
  })
  await expect(database().evaluation.update({ where: { id: district.street }, data: { total: '1.00' } })).rejects.toThrow('never changed')
  await expect(database().approvedAssessment.updateMany({ data: { revision: 0 } })).rejects.toThrow('never changed')
})

test('one that an older program approved keeps the scores that were stored then, once', async () => {
  await tamper(
    `DELETE FROM approved_assessments`,
    `UPDATE evaluations SET total = 98.00, grade = 'good', execution_score = 9.00 WHERE id = '${district.street}'`,
    `UPDATE indicators SET score = 1.23 WHERE id = (SELECT min(id) FROM indicators WHERE evaluation_id = '${district.street}')`,
  )
  await Promise.all([settleOlder(), settleOlder()])
  const { evaluation, said } = await screen()
  const { score } = said
  expect([score.total, score.executionScore].map((points) => points && fixed(points, 2))).toEqual(['98.00', '9.00'])
  expect(score.grade).toBe('good')
  const first = [...evaluation.indicators].sort((a, b) => (a.id < b.id ? -1 : 1))[0]
  const row = score.indicators.find(({ id }) => id === first?.id)
  expect(row?.score && fixed(row.score, 2)).toBe('1.23')
  await otherScoring()
  await settleOlder()
  expect((await screen()).said).toEqual(said)
})
