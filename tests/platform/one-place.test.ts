import fs from 'node:fs'
import { expect, test } from 'vitest'

/** How something small is done, as its copies would look, and the one file that does it. */
const ONCE: readonly (readonly [what: string, written: RegExp, place: string])[] = [
  ['thousands are parted', /\(\?=\(\\d\{3\}\)\+|NumberFormat|toLocaleString/, 'lib/messages/numbers.ts'],
  ['a moment becomes a time in China', /8 \* 3_600_000|\+08:00|DateTimeFormat|toLocale(?:Date|Time)String/, 'lib/messages/dates.ts'],
  ['a day is written in Chinese', /\$\{month\}月\$\{day\}日/, 'lib/domain/reading/calendar.ts'],
  [
    'the digits of Chinese numerals stand in a row',
    /'[ 零〇]*一二三四五六七八九十?[百千]*'(?!\.(?:split|startsWith))/,
    'lib/domain/reading/chinese-numerals.ts',
  ],
  ['不适用 begins with its reason behind it', /'不适用：'/, 'lib/domain/evaluation/cell-value.ts'],
  ['digits become a whole number', /'0123456789'\.indexOf/, 'lib/domain/reading/whole-number.ts'],
  ['a page is drawn anew', /router\.refresh\(\)/, 'components/ui/use-refresh.ts'],
  [
    'a part that is loaded later and has no place of its own to be waited for hides the page meanwhile: only the server may bring it',
    /= dynamic\((?:(?!ssr: false|loading:|\n\n|\n(?:const|export|\/\*\*))[\s\S])*(?:\n\n|\n(?:const|export|\/\*\*))/,
    'app/evaluations/[id]/loaded-when-needed.tsx',
  ],
  ['the largest amount is set', /LARGEST_AMOUNT =|9{15,}/, 'lib/domain/cells/cells.ts'],
]

const sources = ['app', 'components', 'lib', 'scripts'].flatMap((folder) =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file) && !file.startsWith('lib/generated/')),
)
const written = new Map(sources.map((file) => [file, fs.readFileSync(file, 'utf8')]))

test.each(ONCE)('%s in one place', (_, pattern, place) => {
  expect([...written].filter(([, text]) => pattern.test(text)).map(([file]) => file)).toEqual([place])
})

/** What stands before the framework and beside the database is of our own making: nothing of theirs is changed under them. */
test('no prototype of the system or of a package is changed, but where the engine of migrations and an older Node.js need it', () => {
  const changed =
    /\.prototype\.\w+\s*(?:\?\?|\|\|)?=(?![=>])|\.prototype\[[^\]]+\]\s*=(?!=)|defineProperty\([\w.]+\.prototype|setPrototypeOf\(/
  expect([...written].filter(([, text]) => changed.test(text)).map(([file]) => file)).toEqual([
    'lib/exchange/papers/pdf-document.ts',
    'scripts/schema-engine/adapter.mjs',
  ])
})

test('no page or component knows a check by its code: what they ask of a finding, the domain says', () => {
  const known = /\bcode\b\)?(?:\.startsWith\('[A-Z]\d*'|\s*[!=]==\s*'[A-Z]\d{2}')/
  const asking = [...written].filter(([file, text]) => /^(?:app|components)\//.test(file) && known.test(text)).map(([file]) => file)
  expect(asking).toEqual([])
})

/** Who scores anew what stands there, and why it is nothing that was approved: what was is shown as it was said then. */
const SCORED_ANEW: Readonly<Record<string, string>> = {
  'app/evaluations/[id]/report/papers.ts': 'papers that are not frozen yet',
  'app/evaluations/[id]/review/actions.ts': 'what is being approved or handed in',
  'app/evaluations/[id]/workbook/references.ts': 'projects that a workbook is brought for',
  'lib/data/evaluation/assessments.ts': 'keeps at approval what is said, and says it',
  'lib/data/evaluation/projections.ts': 'what is stored with a change, and compared with what is stored',
  'lib/data/review/explanations.ts': 'what is being answered',
  'lib/data/review/submissions.ts': 'what is being handed in',
  'lib/exchange/evaluation-document.ts': 'where no score is given with it',
  'lib/forms/saving/live-evaluation.ts': 'what is typed',
}

test('nothing that was approved is scored anew', () => {
  const scoring = /\b(?:scoreEvaluation|assess)\(/
  const found = [...written].filter(([file, text]) => /^(?:app|components|lib\/(?!domain\/))/.test(file) && scoring.test(text))
  expect(found.map(([file]) => file).toSorted()).toEqual(Object.keys(SCORED_ANEW).toSorted())
})

/** Inputs whose name no schema says, and who reads it. */
const NAMED_BY_TEXT: Readonly<Record<string, string>> = {
  'app/account/password-form.tsx': 'nobody: for the browser, which keeps passwords',
  'app/audit/page.tsx': 'the page itself, in its address',
  'app/login/demo-accounts.tsx': 'the form itself',
  'app/login/login-form.tsx': 'the form itself',
  'app/rounds/[id]/department-filter.tsx': 'its page, in the address',
  'app/users/page.tsx': 'the page itself, in its address',
  'components/intake/paper-form.tsx': 'the form itself',
  'components/workbook/book-form.tsx': 'the form itself',
}

test('the name of an input comes from the schema that reads it', () => {
  // What bears a name of its own that nothing is sent by
  const frames = /<(?:FormFrame|PickerFrame|meta)$/
  const named = [...written].filter(([, text]) =>
    [...text.matchAll(/\sname="\w+"/g)].some(({ index }) => !frames.test(/<\w+(?=[^<]*$)/.exec(text.slice(0, index))?.[0] ?? '')),
  )
  expect(named.map(([file]) => file).toSorted()).toEqual(Object.keys(NAMED_BY_TEXT).toSorted())
})

test('the log is asked for actions that there are', () => {
  const byText = /auditEntry\.\w+\(\{[^;]{0,300}?\baction: (?!['"][\w.-]+['"] satisfies AuditAction)|\baction (?:=|<>|!=|LIKE) '/
  expect([...written].filter(([file, text]) => file.startsWith('lib/data/') && byText.test(text)).map(([file]) => file)).toEqual([])
})
