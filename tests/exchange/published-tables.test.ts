import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { differences, evaluated, expectationsIn } from '@/tests/support/expectations'

const FIXTURES = path.resolve('tests/exchange/fixtures')
/** Published tables kept beside the repository; not everybody has them. */
const PUBLISHED = path.resolve('../shared/corpus')

/** Findings that the contract demands and the expectations do not list. */
const DEMANDED: Readonly<Record<string, readonly string[]>> = { 'jishan-zhaidian-2021': ['F07'] }

describe('our own tables in the formats of published ones', () => {
  test.each(expectationsIn(FIXTURES))('$id', (expected) => {
    expect(differences(evaluated(FIXTURES, expected.id), expected)).toEqual([])
  })
})

describe.skipIf(!fs.existsSync(PUBLISHED))('published tables', () => {
  const expectations = fs.existsSync(PUBLISHED) ? expectationsIn(PUBLISHED) : []
  test.each(expectations)('$id', (expected) => {
    expect(differences(evaluated(PUBLISHED, expected.id), expected, DEMANDED[expected.id])).toEqual([])
  })
})
