import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COVER_CELLS, LIST_NAMES, LISTS } from '@/lib/domain/cells/cells'

/** The one file that knows of what the text of an address is made. */
const HERE = 'lib/domain/cells/addresses.ts'

/** What else is parted by `/`, where that is done. */
const OTHER_PATHS: Readonly<Record<string, string>> = {
  'app/evaluations/[id]/loading.tsx': 'the address of a page',
  'components/evidence/evidence-panel.tsx': 'the address of a page',
  'components/schemes/editing.tsx': 'a place in a scheme',
  'components/shell/navigation-links.tsx': 'the address of a page',
  'lib/data/audit/audit-names.ts': 'a version of a scheme',
  'lib/data/people/department-tree.ts': 'the nodes above a department',
  'lib/data/people/departments.ts': 'the nodes above a department',
  'lib/domain/cells/data-names.ts': 'a datum of an indicator, its score among them',
  'lib/domain/cells/funds.ts': 'the name of a figure',
  'lib/domain/checks/narrative/rates.ts': 'a place of the form, or a pointer into a document',
  'lib/domain/evaluation/evidence.ts': 'a place of evidence',
  'lib/domain/reading/cell-reading.ts': 'a unit',
  'lib/domain/reading/one-unit.ts': 'a unit',
  'lib/domain/reading/units.ts': 'a unit',
  'lib/domain/text/units.ts': 'a unit',
  'lib/forms/administration/scheme-form.ts': 'a place in a scheme',
  'lib/messages/finding-sentences/funds.ts': 'a split of a column of figures',
  'lib/messages/scheme-fields.ts': 'a place in a scheme',
}

const parts = ['cover', 'funds', 'projects', ...LIST_NAMES].join('|')
const columns = [...Object.values(LISTS).flatMap((list) => Object.keys(list)), ...Object.keys(COVER_CELLS)].join('|')
const ASKS = String.raw`\.(?:startsWith|endsWith|includes|indexOf|lastIndexOf|replace|replaceAll|split|match|matchAll|search)\(`

/** Ways to take a text apart at `/`, or to look for a part, list or column in it. */
const BY_HAND: readonly RegExp[] = [
  // address.split('/'), at.includes('/'), lastIndexOf('/')
  /\.(?:split|includes|indexOf|lastIndexOf)\(['"`/]\\?\/['"`/]/,
  // at.startsWith('funds/'), at.replace('indicators/', ''), address.endsWith('/mark')
  new RegExp(String.raw`${ASKS}['"\x60](?:(?:${parts})/|[^'"\x60\n]*/(?:${columns})['"\x60])`),
  // at.startsWith(`${list}/`), address.includes(`/${row}/`)
  new RegExp(String.raw`${ASKS}\x60(?:/?\$\{[^}\x60]*\}/|/\$\{)`),
  // /^(?:cover|funds)\//, /^indicators\/.*\/task$/, /\/(?:task|measures)$/
  new RegExp(String.raw`/\^?(?:\(\??:?)?(?:${parts})\b[^/\n]*\\/`),
  new RegExp(String.raw`\\/(?:\(\??:?)?(?:${columns})\b[^\n]*\$/`),
  // said to be an address without being built or read as one
  /\bas (?:AddressText|RowText|CellAddress)\b/,
]
const isByHand = (line: string): boolean => BY_HAND.some((way) => way.test(line))

describe('the ways to take an address apart by hand are known', () => {
  test.each([
    `const [list, id] = at.split('/') as [ListName, string]`,
    `const column = address.split('/')[2] ?? ''`,
    `const lastSlash = (address: string): number => address.lastIndexOf('/') + 1`,
    `if (field?.includes('/')) tell(field)`,
    `address.endsWith('/mark') &&`,
    `address.startsWith('funds/')`,
    `input.at.replace('indicators/', '')`,
    `rows.filter(([row]) => row.startsWith(\`\${list}/\`))`,
    `address.replace(\`/\${id}/\`, next)`,
    `changes.some(({ address }) => address.startsWith(\`\${list}/\${id}/\`))`,
    String.raw`name.replace(/^funds\//, '')`,
    String.raw`/^(?:cover|funds)\//.test(key)`,
    String.raw`/^indicators\/[^/]+\/name$/.test(address)`,
    String.raw`if (!/\/(?:task|measures)$/.test(address)) return say(text)`,
    `\`funds/\${item}/\${column}\` as AddressText`,
  ])('%s', (line) => {
    expect(isByHand(line)).toBe(true)
  })

  test.each([
    `const address: AddressText = \`funds/\${name}\``,
    `store.value(\`narrative/\${id}/basis\`)`,
    `href={\`/evaluations/\${id}/projects\`}`,
    `import { FIGURE_ITEMS } from '@/lib/domain/cells/funds'`,
    `text.split(' ').map((id) => cellLabel(id, rows))`,
    `parseAddress(address)?.part === 'funds'`,
    '<td>/ 分值</td>',
  ])('but not: %s', (line) => {
    expect(isByHand(line)).toBe(false)
  })
})

test('only the parser of addresses takes one apart', () => {
  const sources = ['app', 'components', 'lib', 'prisma', 'scripts', 'instrumentation.ts'].flatMap((top) =>
    fs.statSync(top).isFile()
      ? [top]
      : fs.readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => `${top}/${file.replaceAll('\\', '/')}`),
  )
  const found = sources
    .filter((file) => /\.(?:ts|tsx)$/.test(file) && !file.startsWith('lib/generated/') && file !== HERE)
    .flatMap((file) => {
      const lines = fs.readFileSync(file, 'utf8').split('\n').filter(isByHand)
      return lines.map((line) => ({ file, line: line.trim() }))
    })
  expect(found.filter(({ file }) => !Object.hasOwn(OTHER_PATHS, file))).toEqual([])
  // A file that parts nothing any more is none of the others
  expect(Object.keys(OTHER_PATHS).filter((file) => !found.some((one) => one.file === file))).toEqual([])
})
