import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveCells } from '@/lib/data/change/save-cells'
import { database } from '@/lib/data/database/database'
import { listEarlierIndicators, listPeerTargets } from '@/lib/data/library/known-targets'
import { LIBRARY, libraryEntry } from '@/lib/data/library/library'
import { searchLibrary } from '@/lib/data/library/search-library'
import { placeInScheme } from '@/lib/domain/evaluation/place-in-scheme'
import { adviseOnTarget } from '@/lib/domain/explanation/target-advice'
import { readTarget } from '@/lib/domain/reading/cell-reading'
import { isKnownUnit } from '@/lib/domain/reading/units'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { describeBeside } from '@/tests/support/beside'
import { testDatabase } from '@/tests/support/database'
import { aDistrict, type District, evaluationOf, fillIn } from '@/tests/support/evaluations'
import { value } from '@/tests/support/people'

describe('the 指标库', () => {
  test('has at least 300 entries, each under an id and a name of its own', () => {
    expect(LIBRARY.length).toBeGreaterThanOrEqual(300)
    expect(new Set(LIBRARY.map(({ id }) => id)).size).toBe(LIBRARY.length)
    expect(new Set(LIBRARY.map(({ name }) => name)).size).toBe(LIBRARY.length)
    expect(new Set(LIBRARY.map(({ field }) => field)).size).toBeGreaterThanOrEqual(15)
    expect(libraryEntry('street-01')?.field).toBe('街道治理')
    expect(libraryEntry('street-00')).toBeNull()
  })

  test.each(LIBRARY.map((entry) => [entry.name, entry] as const))('%s can be measured', (_, entry) => {
    const { id, name, target, unit, evidence, rule, operator, direction } = entry
    expect(id).toMatch(/^[a-z]+-\d{2}$/)
    for (const text of [name, unit, evidence, rule]) expect(text).toBe(text.trim())
    expect(name.length).toBeLessThanOrEqual(20)
    expect(name + evidence + rule).not.toMatch(/加强|有效提升|较好|显著|进一步|\d{4}年/)
    const reading = readTarget(target, entry)
    expect(reading).toMatchObject({ kind: 'number', writtenAs: 'symbol', approximate: false, operator })
    expect(adviseOnTarget(reading, entry, { history: [], peers: [] })).toEqual([])
    expect(target.endsWith(unit) || (unit === '元' && target.endsWith('元'))).toBe(true)
    expect(isKnownUnit(unit) || /^[\u4e00-\u9fff/]+$/.test(unit)).toBe(true)
    expect(direction).toBe(/^[≥>]/.test(target) ? 'more' : /^[≤<]/.test(target) ? 'less' : 'exact')
    // What is called a rate is one
    if (/率$/.test(name) && unit !== '%') expect(['‰', '倍']).toContain(unit)
  })

  test('every entry finds a place in the national schemes, and a known or empty one in all others', () => {
    for (const scheme of bundledSchemes)
      for (const entry of LIBRARY) {
        const { dimension, group } = placeInScheme(entry, scheme)
        const found = scheme.dimensions.find(({ name }) => name === dimension)
        expect(dimension === '' || found !== undefined).toBe(true)
        expect(group === '' || found?.groups.some(({ name }) => name === group)).toBe(true)
        if (scheme.id === 'national-2020' && entry.dimension !== '投入' && entry.dimension !== '过程')
          expect([dimension, group]).toEqual([entry.dimension, entry.group])
      }
  })

  test('is found by Chinese, pinyin, initials and several words, names first', () => {
    const names = (typed: string) => searchLibrary(typed, 500).map(({ name }) => name)
    expect(names('')).toHaveLength(LIBRARY.length)
    expect(names('路灯')).toEqual(expect.arrayContaining(['路灯亮灯率', '路灯维护盏数']))
    expect(names('ludeng')).toEqual(names('路灯'))
    expect(names('ldldl')).toContain('路灯亮灯率')
    expect(names('路灯 率')).toEqual(['路灯亮灯率'])
    expect(names('教育 满意度')).toContain('家长对学校满意度')
    expect(names('没有这样的指标')).toEqual([])
    expect(searchLibrary('', 5)).toHaveLength(5)
  })
})

describe('what is known of targets', () => {
  testDatabase()
  let district: District
  beforeAll(async () => {
    district = await aDistrict()
    await fillIn(district.editor, district.street)
    await fillIn(district.townEditor, district.town)
  })

  test('others’ targets are told once they are public, or to who may see them; nobody’s own', async () => {
    const { editor, reviewer, street, town } = district
    const mine = await evaluationOf(editor, street)
    const names = mine.indicators.map(({ name }) => name)
    expect((await listPeerTargets(editor, mine, names)).size).toBe(0)
    expect((await listPeerTargets(reviewer, mine, names)).size).toBeGreaterThan(0)
    await database().evaluation.update({ where: { id: town }, data: { status: 'published', node: 'disclosure' } })
    const told = await listPeerTargets(editor, mine, names)
    expect([...told.keys()].every((name) => names.includes(name))).toBe(true)
    expect(told.size).toBeGreaterThan(0)
    expect(await listPeerTargets(editor, mine, [])).toEqual(new Map())
  })

  test('a row keeps from which entry it was taken', async () => {
    const { editor, street } = district
    const row = { id: 'a'.repeat(32), list: 'indicators' as const, libraryId: 'street-01' }
    const name = { address: `indicators/${row.id}/name` as const, seen: 0, value: { kind: 'line' as const, text: '网格巡查上报事件数' } }
    value(await saveCells(editor, street, [name], { rows: [row] }))
    const stored = (await evaluationOf(editor, street)).indicators.find(({ id }) => id === row.id)
    expect(stored).toMatchObject({ libraryId: 'street-01', name: '网格巡查上报事件数' })
  })

  test('what was there in earlier years is listed for who may see it', async () => {
    const { editor, townEditor, street } = district
    const now = await evaluationOf(editor, street)
    expect(await listEarlierIndicators(editor, now)).toEqual([])
    const next = { ...now, year: now.year + 1 }
    expect((await listEarlierIndicators(editor, next)).map(({ year }) => year)).toContain(now.year)
    expect(await listEarlierIndicators(townEditor, next)).toEqual([])
  })
})

describeBeside('shared/corpus', 'published tables', (published) => {
  test('the 指标库 borrows no sentence of them', () => {
    const texts = fs.readdirSync(published).map((file) => fs.readFileSync(path.join(published, file), 'utf8'))
    const borrowed = LIBRARY.flatMap(({ name, evidence, rule }) => [name, evidence, rule])
      .filter((text) => text.length >= LONG)
      .filter((text) => texts.some((other) => other.includes(text)))
    expect(borrowed).toEqual([])
  })
})

/** Shorter ones are what the thing is called. */
const LONG = 10
