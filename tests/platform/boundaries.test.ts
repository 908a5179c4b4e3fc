import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { home } from '@/scripts/setup/folders.mjs'

const foldersIn = (folder: string): string[] =>
  fs
    .readdirSync(path.join(home, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
    .map(({ name }) => `${folder}/${name}`)

/** A folder with rules of its own has to say the general ones again: what is set for it takes the place of what is set above it. */
const general = [
  ...[...foldersIn('lib'), ...foldersIn('lib/domain')].flatMap((folder) => [
    { file: `${folder}/any.ts`, line: `import '../page'`, says: 'noRestrictedImports' },
    { file: `${folder}/any.ts`, line: `import '@/scripts/embedded.mjs'`, says: 'noRestrictedImports' },
    { file: `${folder}/any.ts`, line: `import '@/app/login/page'`, says: 'noRestrictedImports' },
  ]),
  ...foldersIn('lib/domain').map((folder) => ({
    file: `${folder}/any.ts`,
    line: `import '@/lib/messages/labels'`,
    says: 'it imports only itself',
  })),
]

/** As many rooms as one who opens the door can take in. */
test('lib/domain has at most 16 rooms', () => {
  expect(foldersIn('lib/domain').length).toBeLessThanOrEqual(16)
})

/** One planted violation each: in this file this line stands, and this is what a newcomer reads. */
const violations = [
  { file: 'lib/domain/scoring/grade.ts', line: `import '@/lib/messages/labels'`, says: 'it imports only itself' },
  { file: 'lib/domain/scoring/grade.ts', line: `import 'zod'`, says: 'it imports only itself' },
  { file: 'lib/domain/scoring/grade.ts', line: `import 'node:fs'`, says: 'it imports only itself' },
  { file: 'lib/domain/scoring/grade.ts', line: 'export const a = new Date()', says: 'lib/domain has no clock' },
  { file: 'lib/domain/scoring/grade.ts', line: 'export const a = Date.now()', says: 'lib/domain has no clock' },
  { file: 'lib/domain/scoring/grade.ts', line: 'export const a = Math.random()', says: 'lib/domain is deterministic' },
  { file: 'lib/domain/scoring/grade.ts', line: `export const a = Number('1')`, says: 'never touch a float' },
  { file: 'lib/domain/scoring/grade.ts', line: `export const a = ['1'].map(Number)`, says: 'never touch a float' },
  { file: 'lib/domain/scoring/grade.ts', line: `export const a = parseFloat('1')`, says: 'never touch a float' },
  { file: 'lib/domain/scoring/grade.ts', line: `export const a = Number.parseFloat('1')`, says: 'never touch a float' },
  { file: 'lib/domain/scoring/grade.ts', line: 'export const a = (1).toFixed(2)', says: 'toFixed rounds floats' },
  { file: 'lib/domain/people/permissions.ts', line: `import '@/lib/domain/cells/funds'`, says: 'People and their roles know nothing' },
  { file: 'lib/domain/cells/funds.ts', line: `import '@/lib/domain/reading/units'`, says: 'What a form asks for stands at the bottom' },
  { file: 'lib/domain/reading/units.ts', line: `import '@/lib/domain/scoring/grade'`, says: 'Reading a cell knows quantities only' },
  {
    file: 'lib/domain/text/known.ts',
    line: `import '@/lib/domain/checks/check'`,
    says: 'Reading a text knows numbers and their reading only',
  },
  { file: 'lib/domain/review/review.ts', line: `import '@/lib/domain/evaluation/evaluation'`, says: 'The workflow knows people' },
  { file: 'lib/domain/schemes/scheme.ts', line: `import '@/lib/domain/scoring/grade'`, says: 'A scheme is rules' },
  { file: 'lib/domain/evaluation/rows.ts', line: `import '@/lib/domain/scoring/grade'`, says: 'A filled form knows its scheme' },
  { file: 'lib/domain/scoring/grade.ts', line: `import '@/lib/domain/checks/check'`, says: 'Scoring knows no findings' },
  { file: 'lib/domain/explanation/explained.ts', line: `import '@/lib/domain/checks/check'`, says: 'An explanation says what scoring did' },
  { file: 'lib/messages/labels.ts', line: `import '@/lib/data/people/users'`, says: 'lib/messages says the domain in Chinese' },
  { file: 'lib/messages/labels.ts', line: `import 'zod'`, says: 'lib/messages says the domain in Chinese' },
  { file: 'lib/forms/cells/cells.ts', line: `import '@/lib/data/people/users'`, says: 'Forms turn typed text into domain values' },
  { file: 'lib/forms/cells/cells.ts', line: `import '@/components/ui/button'`, says: 'lib/forms knows nothing of the screen' },
  { file: 'lib/grid/keys.ts', line: `import '@/lib/domain/cells/cells'`, says: 'A grid is places, keys and a clipboard' },
  { file: 'lib/exchange/scheme-format.ts', line: `import '@/lib/report/pdf'`, says: 'Exchange formats turn documents' },
  { file: 'lib/exchange/scheme-format.ts', line: `import '@/components/ui/button'`, says: 'lib/exchange knows nothing of the screen' },
  { file: 'lib/exchange/scheme-format.ts', line: `import 'pg'`, says: 'Only lib/data talks to the database' },
  { file: 'lib/report/pdf.ts', line: `import '@/lib/auth/viewer'`, says: 'A report is made from the evaluation it is given' },
  { file: 'lib/report/pdf.ts', line: `import '@/components/ui/button'`, says: 'lib/report knows nothing of the screen' },
  { file: 'lib/auth/viewer.ts', line: `import '@prisma/client'`, says: 'Only lib/data talks to the database' },
  { file: 'lib/auth/viewer.ts', line: `import '@/lib/generated/prisma/client'`, says: 'lib/auth says who is asking' },
  { file: 'lib/auth/viewer.ts', line: `import '@/lib/report/pdf'`, says: 'lib/auth says who is asking' },
  { file: 'lib/auth/viewer.ts', line: `import '@/components/ui/button'`, says: 'lib/auth knows nothing of the screen' },
  { file: 'lib/data/people/users.ts', line: `import '@/components/ui/button'`, says: 'lib/data knows nothing of the screen' },
  { file: 'lib/data/people/users.ts', line: `import '@/lib/messages/labels'`, says: 'lib/data remembers' },
  { file: 'lib/data/people/users.ts', line: `import '@/lib/auth/viewer'`, says: 'lib/data remembers' },
  { file: 'lib/jobs/queue.ts', line: `import '@/lib/messages/labels'`, says: 'lib/jobs does long work' },
  { file: 'lib/jobs/queue.ts', line: `import '@/components/ui/button'`, says: 'lib/jobs knows nothing of the screen' },
  { file: 'lib/jobs/queue.ts', line: `import 'pg'`, says: 'Only lib/data talks to the database' },
  { file: 'components/ui/button.tsx', line: `import '@/lib/data/people/users'`, says: 'A component draws what it is given' },
  { file: 'components/ui/button.tsx', line: `import '@/lib/auth/viewer'`, says: 'A component draws what it is given' },
  { file: 'components/ui/button.tsx', line: `import 'pg'`, says: 'A component draws what it is given' },
  { file: 'components/ui/button.tsx', line: `import '@/app/login/page'`, says: 'Nobody imports a page' },
  { file: 'components/ui/tree.tsx', line: `import 'react-aria-components'`, says: 'Take a headless part by its own name' },
  { file: 'components/ui/button.tsx', line: `import 'next/link'`, says: 'Links ask for nothing before they are followed' },
  { file: 'app/login/page.tsx', line: `import Link from 'next/link'`, says: 'Links ask for nothing before they are followed' },
  { file: 'app/login/page.tsx', line: `import '@/lib/generated/prisma/client'`, says: 'Only lib/data talks to the database' },
  { file: 'app/login/page.tsx', line: `import 'pg'`, says: 'Only lib/data talks to the database' },
  { file: 'app/login/page.tsx', line: `import '@/scripts/embedded.mjs'`, says: 'the product does not use them' },
  { file: 'app/login/page.tsx', line: `import '../page'`, says: 'never by ../' },
  { file: 'lib/data/people/users.ts', line: `import '../domain/grade'`, says: 'never by ../' },
  { file: 'tests/domain/grade.test.ts', line: `import '@/app/login/page'`, says: 'Nobody imports a page' },
  { file: 'lib/data/people/users.ts', line: `export const fs = require('node:fs')`, says: 'noCommonJs' },
  { file: 'lib/data/people/users.ts', line: 'export interface User {}', says: 'useConsistentTypeDefinitions' },
  { file: 'lib/data/people/users.ts', line: 'export enum Role {}', says: 'noEnum' },
  { file: 'lib/data/people/users.ts', line: 'export const a = (b: any) => b', says: 'noExplicitAny' },
  ...general,
]

/** What the layers are for: each of these is how the product is written, and passes. */
const allowed = [
  { file: 'lib/domain/scoring/grade.ts', line: `import './total'` },
  { file: 'lib/messages/labels.ts', line: `import '@/lib/domain/scoring/grade'` },
  { file: 'lib/data/people/users.ts', line: `import '@/lib/exchange/scheme-format'` },
  { file: 'lib/data/people/users.ts', line: `import '@/lib/generated/prisma/client'` },
  { file: 'lib/auth/viewer.ts', line: `import '@/lib/data/people/users'` },
  { file: 'lib/jobs/queue.ts', line: `import '@/lib/data/people/users'` },
  { file: 'components/ui/button.tsx', line: `import '@/lib/messages/labels'` },
  { file: 'app/login/page.tsx', line: `import '@/lib/data/people/users'` },
  { file: 'scripts/report.ts', line: `import '@/lib/report/pdf'` },
]

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-boundaries-'))
const placeOf = (kind: string, index: number, file: string) => path.join(path.dirname(file), `${kind}-${index}${path.extname(file)}`)

function plant(file: string, text: string) {
  const place = path.join(folder, file)
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.writeFileSync(place, `${text}\n`)
}

let output = ''
const saidOf = (file: string) =>
  output.split('\n').filter((line) => line.includes(`file=${path.join(folder, file)},`) || line.includes(`file=${file},`))

beforeAll(() => {
  fs.cpSync(path.join(home, 'biome.json'), path.join(folder, 'biome.json'))
  fs.cpSync(path.join(home, 'scripts/lint'), path.join(folder, 'scripts/lint'), { recursive: true })
  fs.symlinkSync(path.join(home, 'node_modules'), path.join(folder, 'node_modules'))
  violations.forEach(({ file, line }, index) => {
    plant(placeOf('violation', index, file), line)
  })
  allowed.forEach(({ file, line }, index) => {
    plant(placeOf('allowed', index, file), line)
  })
  plant('lib/data/chicken.ts', `import { egg } from './egg'\nexport const chicken = () => egg`)
  plant('lib/data/egg.ts', `import { chicken } from './chicken'\nexport const egg = () => chicken`)
  plant('lib/data/hen.ts', `import type { Nest } from './nest'\nexport type Hen = Nest[]`)
  plant('lib/data/nest.ts', `import type { Hen } from './hen'\nexport type Nest = { hen: Hen }`)
  const result = spawnSync(
    process.execPath,
    [
      path.join(home, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--vcs-enabled=false',
      '--reporter=github',
      '--max-diagnostics=none',
      '.',
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  output = result.stdout + result.stderr
})

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('each boundary fires on a planted violation', () => {
  test.each(violations.map((violation, index) => ({ ...violation, index })))('$file may not say: $line', ({ file, says, index }) => {
    expect(saidOf(placeOf('violation', index, file)).join('\n')).toContain(says)
  })

  test('files that import each other in a circle', () => {
    expect(saidOf('lib/data/chicken.ts').join('\n')).toContain('noImportCycles')
    expect(saidOf('lib/data/hen.ts').join('\n')).toContain('noImportCycles')
  })
})

test('each sentence of the boundaries is one that a violation here is answered with', () => {
  const sentences = [...fs.readFileSync(path.join(home, 'biome.json'), 'utf8').matchAll(/"message": "([^"]+)"/g)].map((match) => match[1])
  expect(sentences.length).toBeGreaterThan(50)
  expect([...new Set(sentences)].filter((sentence) => !violations.some(({ says }) => sentence?.includes(says)))).toEqual([])
})

test.each(allowed.map((line, index) => ({ ...line, index })))('$file may say: $line', ({ file, index }) => {
  expect(saidOf(placeOf('allowed', index, file))).toEqual([])
})
