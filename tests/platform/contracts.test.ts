import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/**
 * What is said in two places is one type that both keep to. A copy of the product in which each of these is called otherwise
 * at one of its ends: the type checker has to refuse every one, at the place itself or at one that relies on it.
 */
type Plant = {
  what: string
  file: string
  from: string
  to: string
  /** Where it is refused; without it, at the plant itself. */
  at?: string
}

const PLANTS: readonly Plant[] = [
  { what: 'a fact of F06', file: 'lib/domain/checks/overspending.ts', from: 'over: fact(', to: 'excess: fact(' },
  { what: 'a fact of F13', file: 'lib/domain/checks/own.ts', from: 'project: fact(project)', to: 'projects: fact(project)' },
  { what: 'a fact of F18', file: 'lib/domain/checks/execution.ts', from: 'rate: fixed(rate, 2) }', to: 'share: fixed(rate, 2) }' },
  { what: 'a fact of K06', file: 'lib/domain/checks/scores.ts', from: 'score: fact(score), maxScore', to: 'given: fact(score), maxScore' },
  { what: 'a fact of K09', file: 'lib/domain/checks/indicators.ts', from: 'why: flaw.why', to: 'because: flaw.why' },
  {
    what: 'a fact of K11',
    file: 'lib/domain/checks/own-coverage.ts',
    from: "at: 'indicators', facts: { name }",
    to: "at: 'indicators', facts: { place: name }",
  },
  { what: 'a fact of T03', file: 'lib/domain/checks/narrative/names.ts', from: '({ found, year:', to: '({ found, ofYear:' },
  {
    what: 'a fact in the sentence of F10',
    file: 'lib/messages/finding-sentences/funds.ts',
    from: 'f.bound',
    to: 'f.limit',
  },
  {
    what: 'a fact of a refusal',
    file: 'lib/domain/decision/refusals.ts',
    from: "'too-many-attempts': Texts<'minutes'>",
    to: "'too-many-attempts': Texts<'wait'>",
    at: 'lib/data/people/sign-in.ts',
  },
  { what: 'the code of a refusal', file: 'lib/data/review/notes.ts', from: "refused('note-past')", to: "refused('note-of-the-past')" },
  { what: 'an audit action', file: 'lib/data/people/users.ts', from: "action: 'users.rename'", to: "action: 'users.call'" },
  {
    what: 'an audit action that the log is asked for',
    file: 'lib/domain/record/audit-payloads.ts',
    from: "'papers.download': ",
    to: "'papers.taken': ",
    at: 'lib/data/evaluation/history.ts',
  },
  { what: 'the payload of an audit action', file: 'lib/data/review/explanations.ts', from: 'after: text }', to: 'since: text }' },
  { what: 'a part of a payload that the log says', file: 'lib/messages/history.ts', from: '  pdfHash: string', to: '  sha256: string' },
  {
    what: 'a field of a form',
    file: 'lib/forms/administration/jobs.ts',
    from: 'z.object({ jobId:',
    to: 'z.object({ job:',
    at: 'app/jobs/[id]/job-buttons.tsx',
  },
  {
    what: 'what a tree of departments sends',
    file: 'lib/forms/administration/rounds.ts',
    from: '  subtreeIds: ids',
    to: '  partIds: ids',
    at: 'components/administration/departments-picker.tsx',
  },
  {
    what: 'what a list is narrowed by',
    file: 'lib/forms/dashboard.ts',
    from: '  deadline: z.literal',
    to: '  due: z.literal',
    at: 'components/review/year-filter.tsx',
  },
  {
    what: 'the name of an input',
    file: 'app/users/[id]/user-forms.tsx',
    from: "revokeField('membershipId')",
    to: "revokeField('membership')",
  },
  { what: 'the address of a cell', file: 'lib/data/change/approve-targets.ts', from: '/target`) })', to: '/aim`) })' },
  {
    what: 'a fact of why a document was not read',
    file: 'lib/exchange/document-format.ts',
    from: "code: 'unknownField', facts: { field:",
    to: "code: 'unknownField', facts: { name:",
  },
  { what: 'a list', file: 'lib/domain/cells/cells.ts', from: '  goals: {', to: '  aims: {', at: 'lib/domain/evaluation/rows.ts' },
]

/** What the product is made of, to the type checker. */
const PARTS = ['app', 'components', 'lib']

const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-contracts-'))
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }))

let complaints = ''
beforeAll(async () => {
  for (const part of PARTS) fs.cpSync(part, path.join(copy, part), { recursive: true })
  fs.symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'))
  const { compilerOptions } = JSON.parse(fs.readFileSync('tsconfig.json', 'utf8')) as { compilerOptions: object }
  const options = {
    compilerOptions: { ...compilerOptions, incremental: false },
    include: ['**/*.ts', '**/*.tsx'],
    exclude: ['node_modules'],
  }
  fs.writeFileSync(path.join(copy, 'tsconfig.json'), JSON.stringify(options))
  for (const { what, file, from, to } of PLANTS) {
    const planted = path.join(copy, file)
    const before = fs.readFileSync(planted, 'utf8')
    if (!before.includes(from)) throw new Error(`${what} is no longer found in ${file}: ${from}`)
    fs.writeFileSync(planted, before.replace(from, to))
  }
  complaints = await new Promise((resolve) => {
    const checker = path.resolve('node_modules/typescript/bin/tsc')
    execFile(process.execPath, [checker, '--noEmit', '-p', copy], { cwd: copy, maxBuffer: 64 << 20 }, (_, stdout) => resolve(stdout))
  })
}, 300_000)

/** The words that stand in one of the two only. */
function apart({ from, to }: Plant): string[] {
  const [before, after] = [wordsIn(from), wordsIn(to)]
  return [...before, ...after].filter((word) => before.includes(word) !== after.includes(word))
}
const wordsIn = (text: string): string[] => [...text.matchAll(/[A-Za-z][\w-]*/g)].map(([word]) => word)

test.each(PLANTS)('$what called otherwise at one end does not compile', (plant) => {
  const place = plant.at ?? plant.file
  // A complaint and the lines below it that say more
  const here = complaints.split(/\n(?! )/).filter((complaint) => complaint.startsWith(`${place}(`))
  const words = apart(plant)
  expect(words).not.toEqual([])
  expect(here.filter((complaint) => words.some((word) => new RegExp(`\\b${word}\\b`).test(complaint)))).not.toEqual([])
})
