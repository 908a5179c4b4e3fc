import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const DOMAIN = path.resolve('lib/domain')

/** Every type that lib/domain exports, with the file it stands in. */
const exportedTypes = fs
  .readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((file) =>
    [...fs.readFileSync(path.join(DOMAIN, file), 'utf8').matchAll(/^export type (\w+)/gm)].map((match) => ({ file, type: match[1] ?? '' })),
  )

test('there are domain types to look up', () => {
  expect(exportedTypes.length).toBeGreaterThan(30)
})

test('every exported domain type has a line in the glossary', () => {
  const glossary = fs.readFileSync(path.join(DOMAIN, 'GLOSSARY.md'), 'utf8')
  const missing = exportedTypes.filter(({ type }) => !new RegExp(`\\*\\*${type}\\*\\*`).test(glossary))
  expect(missing.map(({ file, type }) => `${file}: ${type}`)).toEqual([])
})

test('every table and every set of names that is kept says what it is', () => {
  const schema = fs.readFileSync('prisma/schema.prisma', 'utf8')
  expect(schema.match(/^(?:model|enum) /gm)?.length).toBeGreaterThan(30)
  expect([...schema.matchAll(/(?<!\n\/\/\/ [^\n]+)\n(?:model|enum) (\w+)/g)].map((match) => match[1])).toEqual([])
})
