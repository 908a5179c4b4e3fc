import { beforeAll, expect, test } from 'vitest'
import { saveCells } from '@/lib/data/change/save-cells'
import { submit } from '@/lib/data/review/review'
import { scoreEvaluation } from '@/lib/domain/scoring/scoring'
import { runsText } from '@/lib/report/data-text'
import { draftsFor } from '@/lib/report/passages/passages'
import { reportDocument } from '@/lib/report/report-document'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, changesOf, evaluationOf, fillIn, revisionOf, text } from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: Awaited<ReturnType<typeof aDistrict>>
beforeAll(async () => {
  district = await aDistrict()
})

const id = (letter: string) => letter.repeat(32)
const row = (section: 'income' | 'deductions' | 'duties', letter: string) => ({ list: 'narrative' as const, section, id: id(letter) })

test('a generated text is taken over, follows its figures, and one that is switched off stays so when it is handed in', async () => {
  const { street, editor, reviewer } = district
  await fillIn(editor, street)
  const before = await evaluationOf(editor, street)
  const assessed = { evaluation: before, score: scoreEvaluation(before) }
  const [income] = draftsFor({ section: 'income' }, assessed)
  if (income === undefined) throw new Error('nothing is said of the funds')
  const rows = [row('income', 'a'), row('deductions', 'b')]
  const changes = changesOf({
    [`narrative/${id('a')}/text`]: text(`${income.said.slice(0, -1)}，另有说明。`),
    [`narrative/${id('a')}/basis`]: text(income.said),
    [`narrative/${id('b')}/basis`]: text('扣分指标：示例。'),
  })
  expect(refusal(await saveCells(reviewer, street, changes, { rows }))).toBe('not-permitted')
  expect(value(await saveCells(editor, street, changes, { rows })).saved).toHaveLength(3)

  value(await submit(editor, street, await revisionOf(street)))
  const after = await evaluationOf(editor, street)
  expect(after.narrative.income).toMatchObject([{ id: id('a'), basis: income.said }])
  expect(after.narrative.income.map(({ runs }) => runsText(runs, assessed))).toEqual([`${income.said.slice(0, -1)}，另有说明。`])
  expect(after.narrative.deductions).toMatchObject([{ id: id('b'), runs: [], basis: '扣分指标：示例。' }])
  const printed = reportDocument(after, { score: scoreEvaluation(after) }).report.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : [],
  )
  expect(printed.filter((words) => words.includes('另有说明'))).toHaveLength(1)
  expect(printed.join()).not.toContain('扣分指标')
})

test('the mark of an item is kept', async () => {
  const { town, townEditor } = district
  const rows = [row('duties', 'c'), row('duties', 'd')]
  const mark = { kind: 'mark', text: '（一）' } as const
  const changes = changesOf({ [`narrative/${id('c')}/text`]: text('甲'), [`narrative/${id('c')}/mark`]: mark })
  value(await saveCells(townEditor, town, changes, { rows }))
  expect((await evaluationOf(townEditor, town)).narrative.duties[0]).toMatchObject({ id: id('c'), mark: '（一）' })
})

test('the marks of goals, problems and measures are kept', async () => {
  const { town, townEditor } = district
  const rows = [
    { list: 'goals' as const, id: id('e') },
    { list: 'problems' as const, id: id('f') },
  ]
  const mark = { kind: 'mark', text: '一是' } as const
  const changes = changesOf({
    [`goals/${id('e')}/text`]: text('甲'),
    [`goals/${id('e')}/mark`]: mark,
    [`problems/${id('f')}/text`]: text('乙'),
  })
  value(await saveCells(townEditor, town, changes, { rows }))
  const [seen] = (await evaluationOf(townEditor, town)).problems
  value(await saveCells(townEditor, town, changesOf({ [`problems/${seen?.id}/mark`]: mark })))
  const after = await evaluationOf(townEditor, town)
  expect([after.goals, after.problems]).toMatchObject([[{ mark: '一是' }], [{ mark: '一是' }]])
})
