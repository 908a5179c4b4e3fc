import { describe, expect, test } from 'vitest'
import { parseTableMapping } from '@/lib/exchange/workbook/foreign/foreign-book'
import { returnForm, reviewDraft, spokenReply, stepForm } from '@/lib/forms/review'
import { parseForm } from '@/lib/forms/state/parse-form'

const formData = (entries: readonly [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('退回', () => {
  test('takes a reason with notes at their places', () => {
    const form = parseForm(
      returnForm,
      formData([
        ['evaluationId', 'e1'],
        ['revision', '7'],
        ['reason', ' 请补充依据 '],
        ['noteAt', 'funds/total/adjustedBudget'],
        ['noteText', '与批复数不一致'],
        ['noteAt', 'problems'],
        ['noteText', '请逐条对应'],
      ]),
    )
    expect(form).toEqual({
      ok: true,
      value: {
        evaluationId: 'e1',
        revision: 7,
        reason: '请补充依据',
        due: '',
        replies: [],
        notes: [
          { at: 'funds/total/adjustedBudget', text: '与批复数不一致' },
          { at: 'problems', text: '请逐条对应' },
        ],
      },
    })
  })
  test('takes replies to notes, each with its text', () => {
    const sent = (...entries: [string, string][]) =>
      parseForm(returnForm, formData([['evaluationId', 'e1'], ['revision', '7'], ['reason', '理由'], ['due', '2024年6月30日'], ...entries]))
    const replied = sent(['replyTo', 'n1'], ['replyText', ' 仍不符 '], ['replyTo', 'n2'], ['replyText', '已核实'])
    expect(replied.ok && [replied.value.replies, replied.value.due]).toEqual([
      [
        { note: 'n1', text: '仍不符' },
        { note: 'n2', text: '已核实' },
      ],
      '2024-06-30',
    ])
    expect(sent(['replyTo', 'n1']).ok).toBe(false)
    expect(sent(['replyTo', 'n1'], ['replyText', ' ']).ok).toBe(false)
  })
  test('takes a single note and none', () => {
    const one = parseForm(
      returnForm,
      formData([
        ['evaluationId', 'e1'],
        ['revision', '7'],
        ['reason', '理由'],
        ['noteAt', 'funds'],
        ['noteText', '说明'],
      ]),
    )
    expect(one.ok && one.value.notes).toEqual([{ at: 'funds', text: '说明' }])
    const none = parseForm(
      returnForm,
      formData([
        ['evaluationId', 'e1'],
        ['revision', '7'],
        ['reason', '理由'],
      ]),
    )
    expect(none.ok && none.value.notes).toEqual([])
  })
  test.each<[string, [string, string][]]>([
    [
      'without a reason',
      [
        ['evaluationId', 'e1'],
        ['revision', '7'],
        ['reason', '  '],
      ],
    ],
    [
      'with an empty note',
      [
        ['evaluationId', 'e1'],
        ['revision', '7'],
        ['reason', '理由'],
        ['noteAt', 'funds'],
        ['noteText', ' '],
      ],
    ],
    [
      'with a note without a place',
      [
        ['evaluationId', 'e1'],
        ['revision', '7'],
        ['reason', '理由'],
        ['noteText', '说明'],
      ],
    ],
    [
      'with an endless reason',
      [
        ['evaluationId', 'e1'],
        ['revision', '7'],
        ['reason', '长'.repeat(2001)],
      ],
    ],
  ])('is refused %s', (_, entries) => expect(parseForm(returnForm, formData(entries)).ok).toBe(false))
  test('a refused form gives back what was typed', () => {
    const form = parseForm(
      returnForm,
      formData([
        ['evaluationId', 'e1'],
        ['revision', '7'],
        ['reason', ''],
        ['noteAt', 'funds'],
        ['noteText', '说明'],
      ]),
    )
    expect(form.ok ? null : form.state.typed).toMatchObject({ noteText: ['说明'] })
    expect(form.ok ? null : form.state.fields.reason).toBe('请填写退回理由。')
  })
})

test.each(['-1', '1.5', 'x', ''])('a step is not taken at the revision “%s”', (revision) => {
  expect(
    parseForm(
      stepForm,
      formData([
        ['evaluationId', 'e1'],
        ['revision', '7'],
        ['revision', revision],
      ]),
    ).ok,
  ).toBe(false)
})

describe('what an action is sent as it is, outside a form', () => {
  test('holds nothing that cannot be stored', () => {
    const draft = (place: string, text: string) => reviewDraft.safeParse({ kind: 'note', place, text })
    expect(draft('indicators/a/actual', ' 与台账\0不符\ud800').data).toMatchObject({ text: ' 与台账不符\ufffd' })
    for (const place of ['\0', 'a\ud800', '指标', 'a b', 'a'.repeat(121)]) expect(draft(place, 'x').success, place).toBe(false)
    expect(spokenReply.parse('\u200b已补\0充\r\n台账\udfff ')).toBe('已补充\n台账\ufffd')
    const mapping = (column: string) =>
      parseTableMapping({ shape: 'items', sheet: 'a', head: 0, unit: '元', columns: { [column]: 'actualExpenditure' }, rows: {} })
    expect(mapping('决算数')).not.toBeNull()
    for (const column of ['\0', 'a\ud800']) expect(mapping(column)).toBeNull()
  })
})
