import { expect, test } from 'vitest'
import { addDepartmentForm } from '@/lib/forms/administration/departments'
import { createUserForm } from '@/lib/forms/administration/users'
import { explanationForm } from '@/lib/forms/entry'
import { returnForm } from '@/lib/forms/review'

const from = (form: { safeParse: (value: unknown) => { data?: unknown } }, value: unknown) => form.safeParse(value).data

test('texts of every form are cleaned as cells are: nothing invisible, radicals as ideographs, line ends alike', () => {
  expect(
    from(createUserForm, { loginName: '\u200bＬｉ．ｍｉｎｇ ', name: ' 李\u200e\u00a0明\u202c', role: 'editor', departmentId: 'd' }),
  ).toMatchObject({
    loginName: 'li.ming',
    name: '李 明',
  })
  expect(from(addDepartmentForm, { name: '示例⽉\ufeff局', code: '１０１-２', kind: 'unit', parentId: 'p' })).toMatchObject({
    name: '示例月局',
    code: '101-2',
  })
  expect(
    from(returnForm, {
      evaluationId: 'e',
      revision: '1',
      reason: '\u200b请补充\r\n依据 ',
      noteAt: ['duties'],
      noteText: ['⽉份\u202d有误'],
    }),
  ).toMatchObject({ reason: '请补充\n依据', notes: [{ at: 'duties', text: '月份有误' }] })
  const explanation = { evaluationId: 'e', code: 'F06', at: 'a', figures: '', seen: '' }
  expect(from(explanationForm, { ...explanation, text: '已\u00adcheck\u2028核对' })).toMatchObject({ text: '已check\n核对' })
  // What is invisible alone is nothing
  expect(explanationForm.safeParse({ ...explanation, text: '\u200b\u202d' }).success).toBe(false)
})
