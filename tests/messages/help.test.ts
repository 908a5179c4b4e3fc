import { describe, expect, test } from 'vitest'
import { checks } from '@/lib/domain/checks/catalogue'
import { ENTRY_SECTIONS } from '@/lib/domain/evaluation/sections'
import { bundledSchemes } from '@/lib/exchange/bundled-schemes'
import { checkMeanings } from '@/lib/messages/help/check-meanings'
import { sayScheme } from '@/lib/messages/help/schemes'
import { codesOf, generalTopics, helpPage } from '@/lib/messages/help/topics'

describe('help', () => {
  test('says of every check what it looks for, and of no other', () => {
    const codes = new Set(checks.map(({ code }) => code))
    expect(Object.keys(checkMeanings).toSorted()).toEqual([...codes].toSorted())
  })

  test('has a page for each form and each page after it', () => {
    for (const topic of [...ENTRY_SECTIONS, ...generalTopics]) expect(helpPage(topic)?.parts.length).toBeGreaterThan(0)
    for (const topic of ['', 'nothing', '__proto__', 'constructor']) expect(helpPage(topic)).toBeNull()
  })

  test('names only checks that there are', () => {
    for (const topic of [...ENTRY_SECTIONS, ...generalTopics]) {
      const page = helpPage(topic)
      if (page === null) continue
      const all = codesOf(page)
      for (const start of page.codes) expect(all.some((code) => code.startsWith(start))).toBe(true)
    }
  })

  test.each(bundledSchemes.map((scheme) => [scheme.id, scheme] as const))('says the rules of %s', (_, scheme) => {
    for (const { sentences } of sayScheme(scheme)) {
      expect(sentences.length).toBeGreaterThan(0)
      for (const sentence of sentences) expect(sentence).toMatch(/。$/)
      for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null|NaN/)
    }
  })
})
