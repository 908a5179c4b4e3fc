import { expect, test } from 'vitest'
import { requestLog } from '@/scripts/server/log.mjs'

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
