import fs from 'node:fs'
import { expect, test } from 'vitest'

/** What is made when the program is installed, built or used stands in no checkout; a page is named by its address or its folder. */
const MADE = /^lib\/generated\b/
const FOLDERS = ['app', 'components', 'docs', 'lib', 'prisma', 'public', 'scripts', 'tests']
const READ = /\.(?:ts|tsx|mjs|md|prisma|css)$/
/** A file as comments and documents name it: from the top of the project, with its ending. */
const NAMED = new RegExp(`(?<![\\w./@-])(?:${FOLDERS.join('|')})/[\\w./[\\]-]*\\.(?:tsx?|mjs|md|json|sql|prisma|css)\\b`, 'g')

const comments = (text: string): string => text.match(/\/\*[\s\S]*?\*\/|(?<![:\w'"`])\/\/.*/g)?.join('\n') ?? ''

const texts = FOLDERS.flatMap((folder) =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
)
  .concat('README.md')
  .filter((file) => READ.test(file) && !MADE.test(file) && !file.startsWith('prisma/migrations/'))

test('every file that a comment or document names is there', () => {
  const gone = texts.flatMap((file) => {
    const text = fs.readFileSync(file, 'utf8')
    const said = file.endsWith('.md') ? text : comments(text)
    return [...said.matchAll(NAMED)].flatMap(([named]) => (MADE.test(named) || fs.existsSync(named) ? [] : [`${file}: ${named}`]))
  })
  expect(gone).toEqual([])
})

test('the README is read in one go: 150 lines at most', () => {
  expect(fs.readFileSync('README.md', 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(150)
})
