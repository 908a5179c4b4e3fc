import path from 'node:path'
import { expect, test } from 'vitest'
import { firstLoads, mostBytes } from '@/scripts/setup/first-load.mjs'
import { home } from '@/scripts/setup/folders.mjs'

test('no page loads more scripts first than its measure', () => {
  const pages = firstLoads(path.join(home, '.next'))
  expect(pages.length).toBeGreaterThan(40)
  expect(pages.filter(({ route, bytes }) => bytes > mostBytes(route))).toEqual([])
})
