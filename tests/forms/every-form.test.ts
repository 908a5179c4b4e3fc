import fs from 'node:fs'
import { expect, test } from 'vitest'

/** What every form and page keeps to, read in what they are made of: a new one that does not is named here. */

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('lib/generated/')),
)
const written = new Map(sources.map((file) => [file, fs.readFileSync(file, 'utf8')]))
const filesWith = (pattern: RegExp): string[] => [...written].flatMap(([file, text]) => (pattern.test(text) ? [file] : [])).sort()

/** How forms are sent that hold what is typed elsewhere than in their boxes, or nothing that could be lost. */
const SENT_OTHERWISE: Readonly<Record<string, string>> = {
  'app/login/demo-accounts.tsx': 'holds nothing that was typed',
  'app/login/login-form.tsx': 'what it answers holds what was typed',
  'app/schemes/[id]/edit/scheme-form.tsx': 'by useSending, and not reset by the framework',
  'app/schemes/page.tsx': 'asks for a page',
  'components/evaluation/saving/cell-form.tsx': 'cells save themselves',
  'components/forms/search-form.tsx': 'asks for a page',
  'components/shell/display-settings.tsx': 'chooses colours, without scripts too',
  'components/shell/sign-out-form.tsx': 'says itself why nobody is out',
  'components/workbook/table-form.tsx': 'asks for a page',
}

test('every form is sent by useSending, which turns a send that fails into its answer', () => {
  const drawn = [...written].filter(([file]) => file.endsWith('.tsx'))
  const forms = drawn.flatMap(([file, text]) =>
    text
      .split(/<form\b/)
      .slice(1)
      .map((opening) => ({ file, opening })),
  )
  expect(forms.length).toBeGreaterThan(30)
  const bare = forms.filter(({ opening }) => !/^[^<]*?\{\.\.\.(?:[^{}]*\.)?form\}/.test(opening)).map(({ file }) => file)
  expect(bare.sort()).toEqual(Object.keys(SENT_OTHERWISE))
  // The framework's own way throws what was typed away with the page where nobody answers
  expect(filesWith(/\buseActionState\(/)).toEqual([
    'app/login/demo-accounts.tsx',
    'app/login/login-form.tsx',
    'components/forms/sending.ts',
  ])
})

test('letters that are pressed are known by what is meant by them, with the Caps Lock on too', () => {
  expect(filesWith(/\bkey\s*[!=]==?\s*'[A-Za-z]'|\.code\s*[!=]==?\s*'Key[A-Z]'|\baccessKey=/)).toEqual(['lib/forms/saving/form-keys.ts'])
  expect(filesWith(/\bplainKey\(/)).toEqual(['lib/forms/saving/form-keys.ts', 'lib/grid/keys.ts'])
})

test('what stands in an address is decoded in one place, which no address breaks', () => {
  expect(filesWith(/\bdecodeURI(?:Component)?\(|\bunescape\(/)).toEqual(['lib/forms/cells/part-of-address.ts'])
})
