import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from '@/scripts/commands/evaluate'

const fixture = path.resolve('tests/exchange/fixtures/clean-national.json')
let folder = ''
let out = ''
let complaint = ''

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-evaluate-'))
  out = ''
  complaint = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complaint += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true })
})

const file = (name: string, content: string | Uint8Array): string => {
  const place = path.join(folder, name)
  fs.writeFileSync(place, content)
  return place
}
const lines = (): Record<string, unknown>[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('hengji evaluate', () => {
  test('prints one line a file in the order given, and 0 whatever was found', async () => {
    const broken = path.resolve('tests/exchange/fixtures/broken-sums.json')
    expect(await run([fixture, broken])).toBe(0)
    expect(lines().map((line) => line.file)).toEqual([fixture, broken])
    expect(lines()[0]).toMatchObject({ total: '99.75', grade: '优', findings: [] })
    expect(Object.keys(lines()[1] ?? {})).toEqual(['file', 'executionRate', 'executionScore', 'indicators', 'total', 'grade', 'findings'])
  })

  test('goes on after a file that cannot be read, and gives 2', async () => {
    const wrong = file(
      'wrong.json',
      '{"format":"hengji.evaluation/1","kind":"project","department":"甲","moneyUnit":"万元","indicators":[{"name":"乙","score":1}]}',
    )
    expect(await run([path.join(folder, 'missing.json'), folder, wrong, fixture])).toBe(2)
    expect(lines()).toMatchObject([
      { error: { at: '', message: '文件不存在。' } },
      { error: { at: '', message: '不是文件。' } },
      { file: wrong, error: { at: '/indicators/0/score', message: '没有名为“score”的字段。' } },
      { file: fixture, total: '99.75' },
    ])
  })

  test.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', '文件是空的。'],
    ['no JSON', '总分 100', '不是有效的 JSON。'],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x00), '文件不是 UTF-8 编码。'],
    ['a list', '[]', '文件内容应为一个 JSON 对象。'],
  ])('%s is an error line', async (_, content, message) => {
    expect(await run([file('a.json', content)])).toBe(2)
    expect(lines()).toMatchObject([{ error: { at: '', message } }])
  })

  test('a file above 32 MB is refused without being read', async () => {
    const large = path.join(folder, 'large.json')
    fs.closeSync(fs.openSync(large, 'w'))
    fs.truncateSync(large, 5 * 1024 ** 3)
    expect(await run([large])).toBe(2)
    expect(lines()).toMatchObject([{ error: { message: '文件过大（5120.0 MB），不得超过 32 MB。' } }])
  })

  test('without files it says how it is used, on standard error', async () => {
    expect(await run([])).toBe(2)
    expect(out).toBe('')
    expect(complaint).toContain('evaluate')
  })
})
