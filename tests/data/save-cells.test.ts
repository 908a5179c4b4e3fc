import { beforeAll, describe, expect, test } from 'vitest'
import { type CellChange, saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { findCellRevisions, findEvaluation } from '@/lib/data/evaluation/evaluations'
import type { AddressText } from '@/lib/domain/cells/addresses'
import type { ColumnOf } from '@/lib/domain/cells/cells'
import { figure } from '@/lib/domain/cells/funds'
import { plain, quantity } from '@/lib/domain/quantities'
import { testDatabase } from '@/tests/support/database'
import {
  aDistrict,
  add,
  changesOf,
  type District,
  evaluationOf,
  fillIn,
  indicator,
  line,
  notApplicable,
  openedYear,
  points,
  removeRow,
  save,
  text,
  typed,
  unfilled,
  wan,
  yuan,
} from '@/tests/support/evaluations'
import { refusal, value } from '@/tests/support/people'

testDatabase()

let district: District
beforeAll(async () => {
  district = await aDistrict()
})

const auditOf = (evaluationId: string) => database().auditEntry.findMany({ where: { evaluationId }, orderBy: { number: 'asc' } })

describe('amounts', () => {
  test('1234567890123.45 元 is kept exactly', async () => {
    await save(district.editor, district.street, { 'funds/total/initialBudget': yuan('1234567890123.45') })
    const evaluation = await evaluationOf(district.editor, district.street)
    expect(plain(figure(evaluation.figures, 'total/initialBudget') ?? quantity('0'))).toBe('1234567890123.45')
    const [stored] = await database().$queryRaw<{ value: string }[]>`
      SELECT value::text FROM amounts WHERE evaluation_id = ${district.street} AND item = 'total' AND "column" = 'initialBudget'`
    expect(stored?.value).toBe('1234567890123.45')
  })

  test('未填, 不适用 and 0 are three stored states, and each follows each', async () => {
    const address = 'funds/stateCapital/initialBudget'
    const states = [
      notApplicable('无此项收入'),
      wan('0'),
      unfilled,
      notApplicable('无此项收入'),
      unfilled,
      wan('0'),
      notApplicable('改革后取消'),
    ]
    for (const [seen, state] of states.entries()) {
      await save(district.editor, district.street, { [address]: state }, seen)
      const { figures } = await evaluationOf(district.editor, district.street)
      const kept = figures['stateCapital/initialBudget'] ?? null
      expect(kept).toEqual(
        state.kind === 'figure' ? state.figure && { ...state.figure, ...(kept?.state === 'filled' ? { value: kept.value } : {}) } : null,
      )
      if (kept?.state === 'filled') expect(plain(kept.value)).toBe('0')
    }
  })

  test('不适用 without a reason, fractions of a 分 and amounts beyond the column are refused for their cell alone', async () => {
    const cells = {
      'funds/general/initialBudget': notApplicable(' '),
      'funds/otherSource/initialBudget': yuan('0.001'),
      'funds/basic/initialBudget': yuan('1000000000000000000'),
      'funds/project/initialBudget': wan('12.5'),
    }
    const changes = changesOf(cells)
    const result = value(await saveCells(district.editor, district.street, changes))
    expect(result.refusals.map((one) => [one.address, one.refusal.code])).toEqual([
      ['funds/general/initialBudget', 'reason-required'],
      ['funds/otherSource/initialBudget', 'too-precise'],
      ['funds/basic/initialBudget', 'too-large'],
    ])
    expect(result.saved).toEqual([{ address: 'funds/project/initialBudget', number: 1 }])
  })
})

describe('a cell that somebody else changed meanwhile', () => {
  test('is refused with both values, its neighbours are saved', async () => {
    const { editor, colleague, street } = district
    await save(editor, street, { 'cover/phone': line('020-1') })
    const result = value(
      await saveCells(colleague, street, [
        { address: 'cover/phone', seen: 0, value: line('020-2') },
        { address: 'cover/preparer', seen: 0, value: line('示例乙') },
      ]),
    )
    expect(result.conflicts).toMatchObject([
      { kind: 'changed', address: 'cover/phone', yours: '020-2', theirs: '020-1', byName: '示例填报甲', number: 1 },
    ])
    expect(result.saved).toEqual([{ address: 'cover/preparer', number: 1 }])
    const { cover } = await evaluationOf(editor, street)
    expect(cover).toMatchObject({ phone: '020-1', preparer: '示例乙' })
    // Having seen it, the second may write over it.
    await save(colleague, street, { 'cover/phone': line('020-2') }, 1)
    expect((await findCellRevisions(editor, street))['cover/phone']).toMatchObject({ number: 2, byName: '示例填报乙' })
  })

  test('the same value twice is no conflict and leaves no trace', async () => {
    const { editor, colleague, street } = district
    await save(editor, street, { 'cover/annexNumber': line('附件2') })
    const before = await evaluationOf(editor, street)
    const entries = (await auditOf(street)).length
    expect(await save(colleague, street, { 'cover/annexNumber': line('附件2') })).toMatchObject({
      saved: [{ number: 1 }],
      revision: before.revision,
    })
    expect(await auditOf(street)).toHaveLength(entries)
  })

  test('brings its whole down with it where cells belong together: nothing is saved, and both values of every cell are shown', async () => {
    const { editor, colleague, street } = district
    const row = await add(editor, street, { list: 'goals', values: { text: text('目标甲'), completion: text('完成甲') } })
    const [goal, completion]: [AddressText, AddressText] = [`goals/${row}/text`, `goals/${row}/completion`]
    await save(editor, street, { [goal]: text('目标乙') }, 1)
    const before = await evaluationOf(colleague, street)
    const pair = (seen: number): CellChange[] => [
      { address: goal, seen, value: text('目标甲') },
      { address: completion, seen: 1, value: text('完成丙') },
    ]
    const result = value(await saveCells(colleague, street, pair(1), { together: true }))
    expect(result).toMatchObject({
      saved: [],
      refusals: [],
      conflicts: [
        { kind: 'changed', address: goal, yours: '目标甲', theirs: '目标乙', byName: '示例填报甲', number: 2 },
        { kind: 'changed', address: completion, yours: '完成丙', theirs: '完成甲', byName: '示例填报甲', number: 1 },
      ],
    })
    expect(await evaluationOf(colleague, street)).toEqual(before)
    expect(value(await saveCells(colleague, street, pair(2), { together: true })).saved).toHaveLength(2)
    await save(editor, street, { [goal]: text('') }, 3)
    value(await removeRow(editor, street, 'goals', row, { [goal]: 4, [completion]: 2 }))
  })

  test('a cell of a whole that cannot hold its value leaves the others unsaved', async () => {
    const { editor, street } = district
    const pair = { 'funds/abroad/initialBudget': yuan('0.001'), 'funds/abroad/priorActual': wan('1') }
    const changes = changesOf(pair)
    const result = value(await saveCells(editor, street, changes, { together: true }))
    expect(result).toMatchObject({ saved: [], refusals: [{ refusal: { code: 'too-precise' } }], conflicts: [] })
  })

  test('a cell of a removed row is a conflict of its own kind that keeps what was typed', async () => {
    const { editor, colleague, street } = district
    const row = await add(editor, street, { list: 'goals', values: { text: text('目标一') } })
    value(await removeRow(editor, street, 'goals', row, { [`goals/${row}/text`]: 1 }))
    const address: AddressText = `goals/${row}/completion`
    const result = value(await saveCells(colleague, street, [{ address, seen: 0, value: text('已完成') }]))
    expect(result.conflicts).toMatchObject([{ kind: 'removed', address, yours: '已完成', byName: '示例填报甲' }])
  })

  test('an address that does not exist is refused', async () => {
    const result = value(
      await saveCells(district.editor, district.street, [
        // As a page of another release would send it.
        { address: 'cover/secret' as AddressText, seen: 0, value: line('x') },
      ]),
    )
    expect(result.refusals).toEqual([{ address: 'cover/secret', refusal: { code: 'no-such-cell' } }])
  })

  test('more cells than any form has are refused as a whole', async () => {
    const change: CellChange = { address: 'cover/phone', seen: 0, value: line('x') }
    expect(
      await saveCells(
        district.editor,
        district.street,
        Array.from({ length: 2001 }, () => change),
      ),
    ).toEqual({
      ok: false,
      refusal: { code: 'too-many-cells', facts: { most: '2000' } },
    })
  })
})

describe('the audit entry', () => {
  test('holds before and after of every cell, in canonical form', async () => {
    const { editor, street } = district
    await save(editor, street, { 'cover/principal': line('示例负责人') })
    await save(editor, street, { 'cover/principal': line('示例新负责人') }, 1)
    const last = (await auditOf(street)).at(-1)
    expect(last).toMatchObject({ actorName: '示例填报甲', action: 'cells.save' })
    expect(last?.payload).toBe('{"cells":[{"address":"cover/principal","after":"示例新负责人","before":"示例负责人","number":2}]}')
  })

  test('is undone together with the change', async () => {
    const { editor, street } = district
    const before = await evaluationOf(editor, street)
    const entries = (await auditOf(street)).length
    await database().$executeRaw`
      CREATE FUNCTION break_audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''broken''; END'`
    await database().$executeRaw`CREATE TRIGGER break_audit BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION break_audit()`
    await expect(saveCells(editor, street, [{ address: 'cover/phone', seen: 2, value: line('lost') }])).rejects.toThrow()
    await database().$executeRaw`DROP TRIGGER break_audit ON audit_entries`
    expect(await evaluationOf(editor, street)).toEqual(before)
    expect(await auditOf(street)).toHaveLength(entries)
  })
})

describe('targets and actual values', () => {
  test('keep what was typed beside what was read, also where it cannot be read', async () => {
    const { editor, street } = district
    const row = await add(editor, street, { list: 'indicators', values: indicator('登记率', '5', '≥95%', '53.4%') })
    const other = await add(editor, street, { list: 'indicators', values: indicator('说不清', '5', '≥95%', '?？??12x') })
    const { indicators } = await evaluationOf(editor, street)
    const kept = indicators.find(({ id }) => id === row)
    expect(kept?.actual.text).toBe('53.4%')
    expect(kept?.actual.reading).toMatchObject({ kind: 'number', unit: '%' })
    expect(kept?.target.reading).toMatchObject({ kind: 'number', operator: '>=' })
    expect(indicators.find(({ id }) => id === other)?.actual).toMatchObject({ text: '?？??12x' })
  })

  test('are read again when what surrounds them changes', async () => {
    const { editor, street } = district
    const row = await add(editor, street, { list: 'indicators', values: indicator('成本', '5', '100', '90') })
    const readingOf = async () => (await evaluationOf(editor, street)).indicators.find(({ id }) => id === row)?.target.reading
    const before = await readingOf()
    await save(editor, street, { [`indicators/${row}/unit`]: line('万元'), [`indicators/${row}/target`]: typed('100') })
    const after = await readingOf()
    expect(after).not.toBe(before)
    const evaluation = await findEvaluation(editor, street)
    expect(evaluation?.indicators.find(({ id }) => id === row)?.unit).toBe('万元')
  })

  test('what the scheme fixes is refused; actual value and reason are the department’s', async () => {
    const [opened] = await openedYear(district.administrator, 2022, 'hunan-2013', [district.departments.street.id])
    const id = opened?.id ?? ''
    const evaluation = await evaluationOf(district.editor, id)
    const fixed = evaluation.indicators.find(({ fixedId }) => fixedId !== null)
    expect(fixed).toBeDefined()
    const at = (column: ColumnOf<'indicators'>): AddressText => `indicators/${fixed?.id}/${column}`
    const result = value(
      await saveCells(district.editor, id, [
        { address: at('name'), seen: 0, value: line('另一名称') },
        { address: at('target'), seen: 0, value: typed('0') },
        { address: at('maxScore'), seen: 0, value: points('99') },
        { address: at('deviationReason'), seen: 0, value: text('人员调整') },
      ]),
    )
    expect(result.refusals.map((one) => one.refusal.code)).toEqual(['fixed-by-scheme', 'fixed-by-scheme', 'fixed-by-scheme'])
    expect(result.saved).toEqual([{ address: at('deviationReason'), number: 1 }])
    expect(refusal(await removeRow(district.editor, id, 'indicators', fixed?.id ?? '', { [at('deviationReason')]: 1 }))).toBe(
      'fixed-by-scheme',
    )
  })
})

test('a complete entry gives rate, score and grade beside the evaluation', async () => {
  const { townEditor, town } = district
  await fillIn(townEditor, town)
  const stored = await database().evaluation.findUniqueOrThrow({ where: { id: town } })
  expect(stored.executionRate?.toFixed(6)).toBe('1.000000')
  expect(stored.total?.toFixed(2)).toBe('99.74')
  expect(stored.grade).toBe('excellent')
  expect(stored.openErrors).toBe(0)
})

test('a cell that is saved anew gets a revision though it stands so already, and no entry: what was sent before it comes too late', async () => {
  const { editor, street } = district
  const principal = (name: string, seen: number, anew = false): CellChange => ({
    address: 'cover/principal',
    seen,
    value: line(name),
    anew,
  })
  const known = (await findCellRevisions(editor, street))['cover/principal']?.number ?? 0
  const [first] = value(await saveCells(editor, street, [principal('示例甲', known)])).saved
  const seen = first?.number ?? 0
  const before = (await auditOf(street)).length
  expect(value(await saveCells(editor, street, [principal('示例甲', seen, true)])).saved).toEqual([
    { address: 'cover/principal', number: seen + 1 },
  ])
  expect((await auditOf(street)).length).toBe(before)
  expect(value(await saveCells(editor, street, [principal('示例乙', seen)])).conflicts).toMatchObject([
    { theirs: '示例甲', byId: editor.userId },
  ])
  // What stands under a newer revision already has one
  expect(value(await saveCells(editor, street, [principal('示例甲', seen, true)])).saved).toEqual([
    { address: 'cover/principal', number: seen + 1 },
  ])
})
