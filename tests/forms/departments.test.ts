import { describe, expect, test } from 'vitest'
import { addDepartmentForm, closeDepartmentForm } from '@/lib/forms/administration/departments'
import { wholeYear } from '@/lib/forms/administration/year'
import { parseForm } from '@/lib/forms/state/parse-form'

const sent = (fields: Readonly<Record<string, string>>): FormData => {
  const data = new FormData()
  for (const [name, text] of Object.entries(fields)) data.set(name, text)
  return data
}
const whole = { name: '示例局', code: '990101', kind: 'authority', parentId: 'p1' }
const faults = (fields: Readonly<Record<string, string>>) => {
  const read = parseForm(addDepartmentForm, sent(fields))
  return read.ok ? {} : read.state.fields
}

describe('a new department', () => {
  test('is read with its blanks trimmed', () => {
    expect(parseForm(addDepartmentForm, sent({ ...whole, code: ' 990101 ', name: ' 示例局 ' }))).toEqual({ ok: true, value: whole })
  })

  test.each(['99.01-a', 'A1', '9'.repeat(30)])('may have the code %s', (code) => expect(faults({ ...whole, code })).toEqual({}))

  test.each(['', '-1', '.5', '99 01', '9'.repeat(31), '甲', '1/2', '1_2'])('may not have the code “%s”', (code) => {
    expect(faults({ ...whole, code })).toEqual({ code: expect.stringMatching(/^单位代码为/) })
  })

  test('says everything that is missing at once, in the order of the form', () => {
    expect(Object.entries(faults({}))).toEqual([
      ['name', '请填写部门名称。'],
      ['code', '请填写单位代码。'],
      ['kind', '请选择类型。'],
      ['parentId', '请选择上级部门。'],
    ])
  })

  test('stands below something that can be an id', () => {
    for (const parentId of ['', '../x', 'A', 'p'.repeat(41)])
      expect(faults({ ...whole, parentId })).toEqual({ parentId: '请选择上级部门。' })
  })
})

test('closing is true or false, and nothing else', () => {
  expect(parseForm(closeDepartmentForm, sent({ departmentId: 'd1', closed: 'false' }))).toMatchObject({
    ok: true,
    value: { closed: false },
  })
  expect(parseForm(closeDepartmentForm, sent({ departmentId: 'd1', closed: 'no' })).ok).toBe(false)
})

test.each([
  ['2023', true],
  ['999', false],
  ['3000', false],
  ['2023年', false],
  ['', false],
])('the year %o is one: %s', (text, expected) => expect(wholeYear.safeParse(text).success).toBe(expected))
