import { expect, test, vi } from 'vitest'
import { whoIsWhere } from '@/lib/forms/saving/who-is-where'

const place = (tab: string, name: string, at: string) => ({ tab, userId: name, name, at })

test('who is at a cell is heard there, until they go elsewhere, leave, or fall silent', () => {
  const who = whoIsWhere()
  const phone = vi.fn()
  who.subscribe('cover/phone', phone)
  who.heard(place('1', '示例甲', 'cover/phone'), 0)
  who.heard(place('2', '示例乙', 'cover/phone'), 0)
  who.heard(place('3', '示例乙', 'cover/phone'), 0)
  expect([who.at('cover/phone'), who.all(), phone.mock.calls.length]).toEqual(['示例甲、示例乙', '示例甲、示例乙', 3])
  who.heard(place('1', '示例甲', 'cover/preparer'), 10_000)
  expect([who.at('cover/phone'), who.at('cover/preparer')]).toEqual(['示例乙', '示例甲'])
  who.heard(place('1', '示例甲', ''), 20_000)
  expect([who.at('cover/preparer'), who.all()]).toEqual(['', '示例乙'])
  who.sweep(76_000)
  expect([who.at('cover/phone'), who.all()]).toEqual(['', ''])
})
