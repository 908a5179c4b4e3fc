import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Refusal } from '@/lib/domain/decision/decision'
import { checkPassword } from '@/lib/domain/people/password'
import { ownPasswordForm } from '@/lib/forms/administration/password'
import { deadlinesOf, openRoundForm } from '@/lib/forms/administration/rounds'
import { createUserForm } from '@/lib/forms/administration/users'
import { addressOf, queryDay, queryText } from '@/lib/forms/query'
import { refused, saved, signedOut } from '@/lib/forms/saving/form-answers'
import { idle, typedValue } from '@/lib/forms/state/form-state'
import { parseForm, requiredLine } from '@/lib/forms/state/parse-form'
import { refusalSentence } from '@/lib/messages/refusals'

function formOf(fields: Record<string, string | string[]>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const text of [value].flat()) data.append(name, text)
  return data
}

describe('a form that is sent', () => {
  test('gives its values, or a sentence per field with what was typed', () => {
    const schema = z.object({ name: requiredLine('名称', 5) })
    expect(parseForm(schema, formOf({ name: '  某局 ' }))).toEqual({ ok: true, value: { name: '某局' } })
    const refusedForm = parseForm(schema, formOf({ name: '一二三四五六' }))
    expect(refusedForm).toMatchObject({
      ok: false,
      state: { status: 'refused', fields: { name: '名称最多 5 个字。' }, typed: { name: ['一二三四五六'] } },
    })
    expect(parseForm(schema, formOf({}))).toMatchObject({ ok: false, state: { fields: { name: '请填写名称。' } } })
    expect(parseForm(schema, formOf({ name: ['a', 'b'] }))).toMatchObject({ ok: false, state: { fields: { name: '请填写名称。' } } })
  })

  test('never gives a password back', () => {
    const state = refused('wrong-credentials', formOf({ loginName: 'li', password: 'secret', newPassword: 'secret', $ACTION_ID: 'x' }))
    expect(state.typed).toEqual({ loginName: ['li'] })
  })

  test('comes back whole, but for passwords, where the sign-in has ended', () => {
    const state = signedOut(formOf({ text: '很长的说明', ticked: ['a', 'b'], currentPassword: 'secret' }))
    expect(state).toMatchObject({ status: 'signed-out', typed: { text: ['很长的说明'], ticked: ['a', 'b'] } })
    expect(state.typed).not.toHaveProperty('currentPassword')
  })

  test('a refusal stands at its field, or over the whole form', () => {
    expect(refused('not-permitted', formOf({}), 'loginName').fields).toHaveProperty('loginName')
    expect(refused({ code: 'login-name-taken', facts: { loginName: 'li' } }, formOf({})).message).toBe('用户名“li”已被使用。')
  })

  test('fields show what was typed, and the stored value before anything was', () => {
    expect(typedValue(idle, 'name', '原名')).toBe('原名')
    expect(typedValue(refused('invalid-form', formOf({ name: '' })), 'name', '原名')).toBe('')
    expect(typedValue(saved('完成'), 'name', '原名')).toBe('原名')
  })

  test('names that an object has by itself are only names', () => {
    expect(parseForm(z.object({}), formOf({ __proto__: 'x', constructor: 'y', toString: 'z' })).ok).toBe(true)
  })
})

test('a refusal is said with its facts, labels in Chinese; one of an older program, as it was stored, by its code', () => {
  expect(refusalSentence({ code: 'department-parent-kind', facts: { kind: 'authority', parentKind: 'unit' } })).toBe(
    '主管部门不能设在单位之下。',
  )
  expect(refusalSentence({ code: 'deadline-order', facts: { node: 'unit' } })).toContain('单位审核')
  expect(refusalSentence({ code: 'nobody-says-this' } as unknown as Refusal)).toContain('nobody-says-this')
})

describe('passwords', () => {
  test.each([
    ['short', 'password-too-short'],
    ['aaaaaaaaaaaa', 'password-too-simple'],
    ['1234567890', 'password-too-simple'],
    ['my-zhangsan-1', 'password-is-login-name'],
    ['x'.repeat(201), 'password-too-long'],
  ])('%s is refused', (password, code) => expect(checkPassword(password, 'zhangsan')).toMatchObject({ ok: false, refusal: { code } }))
  test('a sentence is accepted, in any script', () => expect(checkPassword('春风又绿江南岸明月何时', 'zhangsan').ok).toBe(true))
  test('the new one is typed twice the same', () => {
    const form = parseForm(
      ownPasswordForm,
      formOf({ currentPassword: 'x', newPassword: 'calm-river-2024', repeatedPassword: 'calm-river-2025' }),
    )
    expect(form).toMatchObject({ ok: false, state: { fields: { repeatedPassword: '两次输入的新密码不一致。' }, typed: {} } })
  })
})

test('login names are lower case; a role needs a department', () => {
  const typed = { loginName: ' Li.Si ', name: '李', role: 'editor', departmentId: 'abc', withSubtree: 'on' }
  expect(parseForm(createUserForm, formOf(typed))).toEqual({
    ok: true,
    value: { loginName: 'li.si', name: '李', role: 'editor', departmentId: 'abc', withSubtree: true },
  })
  expect(parseForm(createUserForm, formOf({ ...typed, role: 'king', departmentId: '' }))).toMatchObject({
    ok: false,
    state: { fields: { role: '请选择角色。', departmentId: '请选择部门。' } },
  })
})

test('a round’s departments come in one field, its deadlines by node', () => {
  const typed = {
    year: '2023',
    name: '年度自评',
    schemeVersionId: 'v1',
    departmentIds: 'a b a ',
    'deadline-entry': '2024-02-29',
    'deadline-unit': '',
    'deadline-finance': '2024年7月1日',
  }
  const form = parseForm(openRoundForm, formOf(typed))
  expect(form).toMatchObject({ ok: true, value: { year: 2023, departmentIds: ['a', 'b'] } })
  expect(form.ok && deadlinesOf(form.value)).toEqual({ entry: '2024-02-29', finance: '2024-07-01' })
  expect(parseForm(openRoundForm, formOf({ ...typed, departmentIds: '', 'deadline-entry': '2023-02-29' }))).toMatchObject({
    ok: false,
    state: { fields: { departmentIds: '请至少选择一个部门。', 'deadline-entry': '请填写有效日期，例如 2024年5月31日。' } },
  })
})

test('an address is read as text of limited length, whatever it says', () => {
  expect(queryText({ search: [' a ', 'b'] }, 'search')).toBe('a')
  expect(queryText({ search: 'x'.repeat(1000) }, 'search')).toHaveLength(100)
  expect(queryDay({ from: '2024-13-01' }, 'from')).toBe('')
  expect(addressOf('/users', { search: '教育', page: '' })).toBe('/users?search=%E6%95%99%E8%82%B2')
})
