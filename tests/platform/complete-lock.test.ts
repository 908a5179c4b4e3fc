import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { leftOut, withAddress, withoutChecksum } from '@/scripts/complete-lock.mjs'
import { home } from '@/scripts/setup/folders.mjs'

test('every package of the lock has a checksum, none is left out, and no registry is named', () => {
  const lock = JSON.parse(fs.readFileSync(path.join(home, 'package-lock.json'), 'utf8'))
  expect(Object.keys(lock.packages).length).toBeGreaterThan(300)
  expect(withoutChecksum(lock)).toEqual([])
  expect(leftOut(lock)).toEqual([])
  expect(withAddress(lock)).toEqual([])
})

test('a package without a checksum, one left out, and an address are found; what lies inside another package is not', () => {
  const lock = {
    packages: {
      '': { dependencies: { tool: '1.0.0' } },
      'node_modules/tool': {
        version: '1.0.0',
        integrity: 'sha512-a',
        resolved: 'https://registry.example/tool.tgz',
        optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '^1.0.0', nested: '1.0.0' },
      },
      'node_modules/@tool/linux-x64': { version: '1.0.0', optional: true },
      'node_modules/tool/node_modules/nested': { version: '1.0.0', inBundle: true },
    },
  }
  expect(withoutChecksum(lock)).toEqual(['node_modules/@tool/linux-x64'])
  expect(leftOut(lock)).toEqual(['@tool/darwin-arm64'])
  expect(withAddress(lock)).toEqual(['node_modules/tool'])
})
