import { describe, expect, it } from 'vitest'
import type { Job } from '@/lib/domain/record/job'
import { deviationLabel, deviationsSummary } from '@/lib/messages/deviations'
import { jobLeadsTo, jobTitle } from '@/lib/messages/jobs'

const times = { createdAt: '2026-11-28T00:00:00.000Z', startedAt: null, endedAt: null }
const waiting = { id: 'job', state: 'waiting', done: 0, total: 10, refusal: null, ...times } as const

describe('long work in words', () => {
  it('says what is tried or compared, and leads to where it is seen', () => {
    const trial: Job = {
      ...waiting,
      kind: 'try-scheme',
      input: { trialId: 't', versionId: 'v1', name: '示例方案', version: 2, year: 2023 },
    }
    expect(jobTitle(trial)).toBe('试算 示例方案 第 2 版：2023 年度')
    expect(jobLeadsTo(trial).href).toBe('/schemes/v1/trial?year=2023')
    const compared: Job = { ...waiting, kind: 'recompute', input: { year: 2023, write: true } }
    expect(jobTitle(compared)).toBe('核对并更正 2023 年度已存得分')
  })
  it('says what a comparison found, and what stays', () => {
    const found = { count: 0, frozen: 0, write: false, underWay: false }
    expect(deviationsSummary(found)).toBe('所存结果与重新计算的逐位一致。')
    expect(deviationsSummary({ ...found, count: 3, underWay: true })).toBe('目前有 3 处不一致，未更正。')
    const kept = '在已通过的自评表中，以通过时的结果为准，不更正。'
    expect(deviationsSummary({ ...found, count: 5, frozen: 2, write: true })).toBe(`有 3 处不一致，已更正。另有 2 处${kept}`)
    expect(deviationsSummary({ ...found, count: 2, frozen: 2 })).toBe(`有 2 处${kept}`)
    expect([deviationLabel('total'), deviationLabel('indicators/row')]).toEqual(['自评总分', '指标得分'])
  })
})
