import { expect, test } from 'vitest'
import { faultLog, requestLog } from '@/scripts/server/log.mjs'

const answer = { id: 'r1', method: 'GET', url: '/users?search=示例甲&token=canary', status: 200, ms: 12.4, whole: true }

function told(all: boolean, ...answers: Partial<typeof answer>[]): [string, object][] {
  const lines: [string, object][] = []
  const to = (level: string) => (entry: object) => lines.push([level, entry])
  const tell = requestLog({ info: to('info'), warn: to('warn'), error: to('error') }, all)
  for (const more of answers) tell({ ...answer, ...more })
  return lines
}

test('what was asked in an address is never written', () => {
  const [line] = told(true, {})
  expect(line).toEqual(['info', { id: 'r1', method: 'GET', path: '/users', status: 200, ms: 12 }])
  expect(JSON.stringify(line)).not.toMatch(/canary|示例甲/)
})

test('failures and slow answers are marked, and a terminal is told of nothing else', () => {
  expect(told(false, {}, { status: 404 }, { status: 500 }, { ms: 1500 })).toMatchObject([
    ['error', { status: 500 }],
    ['warn', { ms: 1500, slow: true }],
  ])
})

test('how often and how long the database was asked stands in the line', () => {
  expect(told(true, { queries: 7, queryMs: 3.6 } as object)).toMatchObject([['info', { queries: 7, queryMs: 4 }]])
})

test('what was sent and could not be read is a warning a minute with their number, however often it is sent; a fault of the program is told each time', () => {
  const lines: [string, object][] = []
  const to = (level: string) => (entry: object) => lines.push([level, entry])
  const about = { id: 'r1', sent: true, begun: false }
  let at = 0
  const complain = faultLog(
    { warn: to('warn'), error: to('error') },
    () => about,
    () => at,
  )
  for (let times = 0; times < 10; times++) complain(new SyntaxError('canary'))
  at = 60_000
  complain(new SyntaxError('canary'))
  expect(lines).toMatchObject([
    ['warn', { id: 'r1', many: 1, fault: { name: 'SyntaxError' } }],
    ['warn', { many: 10 }],
  ])
  about.begun = true
  complain(new Error('canary'))
  complain(new Error('canary'))
  expect(lines.slice(2).map(([level]) => level)).toEqual(['error', 'error'])
})

test('of a fault the log keeps where and which, never its words: they may hold what somebody typed', () => {
  const lines: object[] = []
  const complain = faultLog({ error: (...said: object[]) => lines.push(said) }, () => ({ id: 'r1' }))
  const typed = '口令canary-password，示例甲的电话 canary-phone'
  const driver = Object.assign(new Error(`duplicate key (${typed})`), { originalCode: '23505' })
  const errors = [
    new Error(typed),
    new SyntaxError(`Unexpected token in ${typed}\nand more of it: canary-line\n    at canary-frame`),
    Object.assign(new Error(`Invalid invocation: ${typed}`, { cause: driver }), { code: 'P2002', meta: { target: typed } }),
    Object.assign(new Error('x'), { stack: `Error: ${typed}\n${typed}\n    at work (file.js:1:2)` }),
  ]
  for (const error of errors) {
    complain(error)
    complain('saving', error, { password: 'canary-password' })
  }
  const text = JSON.stringify(lines)
  expect(text).not.toMatch(/canary|示例甲/)
  expect(text).toContain('23505')
  expect(text).toContain('at work (file.js:1:2)')
  // What the error page shows leads to the line
  expect(errors.map((error) => (error as { digest?: string }).digest)).toEqual(Array(4).fill('r1'))
  expect(lines).toHaveLength(8)
  expect(lines[0]).toMatchObject([{ id: 'r1', fault: { name: 'Error' } }, undefined])
})
