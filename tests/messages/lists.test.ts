import { describe, expect, test } from 'vitest'
import { BANDS } from '@/lib/domain/evaluation/evaluation-list'
import type { Job } from '@/lib/domain/record/job'
import { bandName, gradeOver } from '@/lib/messages/dashboard'
import { doneSentence } from '@/lib/messages/done'
import { jobLeadsTo, jobProgress, jobTitle } from '@/lib/messages/jobs'

const opening = (done: number, total: number) =>
  ({ kind: 'open-round', input: { year: 2023, name: '年度自评', roundId: 'r1' }, done, total }) as unknown as Job

describe('long work', () => {
  test('is said by what it does, and where that can be seen', () => {
    expect(jobTitle(opening(0, 0))).toBe('建立 2023 年度自评表：年度自评')
    expect(jobLeadsTo(opening(0, 0))).toEqual({ href: '/rounds/r1', label: '自评任务“年度自评”' })
  })

  test('is never said to be whole before it is', () => {
    expect(jobProgress(opening(0, 0))).toBe('')
    expect(jobProgress(opening(8200, 20_000))).toBe('已处理 8200／20000 个部门（41%）')
    expect(jobProgress(opening(19_999, 20_000))).toBe('已处理 19999／20000 个部门（99%）')
  })
})

test('a grade over several schemes has the names of all; without any its own', () => {
  expect(gradeOver('none')).toBe('未得出')
  expect(gradeOver('excellent', ['优', '优秀'])).toBe('优／优秀')
  expect(gradeOver('excellent')).toBe('优')
})

test('bands are named up to the next, without a gap', () => {
  const named = BANDS.filter((band) => band !== 'none' && band !== '0').map(bandName)
  expect(
    named
      .map((name) => Number(name.split('–')[1]))
      .toSorted((a, b) => a - b)
      .at(-1),
  ).toBe(100)
  for (const name of named) expect(Number(name.split('–')[1]) - Number(name.split('–')[0])).toBe(5)
  expect(bandName('none')).toBe('未得出')
  expect(bandName('0')).toBe('60 以下')
})

test('what was done is said for words of ours, and for no other that stands in an address', () => {
  expect(doneSentence('submitted')).toBe('已送审。')
  for (const word of ['', 'constructor', '__proto__', 'toString', '已送审']) expect(doneSentence(word)).toBeNull()
})
