import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeBeside } from '@/tests/support/beside'
import { LAYOUTS, type Random, seeded, together } from '@/tests/support/layouts'
import { misplaced, readOf } from '@/tests/support/read-alike'
import { evaluated, REPORTS } from '@/tests/support/written-reports'

/** The text of a report is read alike however it was typed, copied or broken into lines: each figure, what became of it, and where it stands. */

type Text = { name: string; document: object; narrative: string }
const thorough = process.env.HENGJI_LONG === '1'
const patience = thorough ? 3_600_000 : 60_000

const right: readonly Text[] = REPORTS.map(({ file, report }) => ({ name: file, document: report.document, narrative: report.narrative }))
/** Every mistake that is planted in the reports, those that are not noticed too. */
const falsified: readonly Text[] = REPORTS.flatMap(({ file, report: { document, narrative, planted, unnoticed } }) =>
  [...planted, ...unnoticed].map(([was, is]) => ({ name: `${file} ${is}`, document, narrative: narrative.replace(was, is) })),
)

const read = new Map<string, string[]>()
function remembered(document: object, narrative: string): string[] {
  const known = read.get(narrative) ?? readOf(evaluated(document, narrative))
  read.set(narrative, known)
  return known
}

/** What is read otherwise of a text that was laid out anew; empty where nothing is. */
function differences({ document, narrative }: Text, anew: string): string[] {
  if (anew === narrative) return []
  const given = remembered(document, narrative)
  const line = evaluated(document, anew)
  const found = readOf(line)
  return [
    ...given.filter((said) => !found.includes(said)).map((said) => `no longer ${said}`),
    ...found.filter((said) => !given.includes(said)).map((said) => `now ${said}`),
    ...misplaced(line, anew),
  ]
}

const unlike = (texts: readonly Text[], of: (text: string, random: Random) => { names: string; text: string }, seed: number) =>
  texts.flatMap((text, index) => {
    const anew = of(text.narrative, seeded(seed + index))
    return differences(text, anew.text).map((difference) => `${text.name}, ${anew.names}: ${difference}`)
  })
/** One of each so many, others with another seed. */
const sampled = <T>(all: readonly T[], each: number, seed: number): T[] => all.filter((_, index) => thorough || (index + seed) % each === 0)

describe('right texts', () => {
  test.each(LAYOUTS.map((layout, seed) => ({ name: layout.name, layout, seed })))(
    'in $name are read as they were',
    ({ name, layout, seed }) => {
      expect(unlike(sampled(right, 10, seed), (text, random) => ({ names: name, text: layout.of(text, random) }), seed)).toEqual([])
    },
    patience,
  )

  test.each(Array.from({ length: thorough ? 50 : 1 }, (_, seed) => seed))(
    'in several layouts at once are read as they were, seed %i',
    (seed) => expect(unlike(sampled(right, 2, seed), together, 1000 * seed)).toEqual([]),
    patience,
  )
})

test.each(Array.from({ length: thorough ? 10 : 1 }, (_, seed) => seed))(
  'falsified texts in several layouts at once are read as they were, seed %i',
  (seed) => expect(unlike(sampled(falsified, 24, seed), together, 1000 * seed)).toEqual([]),
  patience,
)

describeBeside('shared/corpus-text', 'texts of the shared corpus are read alike in all layouts', (folder) => {
  const documentAt = (file: string): Record<string, string> => JSON.parse(readFileSync(path.join(folder, 'documents', file), 'utf8'))
  const documents: readonly Text[] = readdirSync(path.join(folder, 'documents')).map((file) => {
    const document = documentAt(file)
    return { name: file, document, narrative: document.narrative ?? '' }
  })
  type Mutation = { document: string; old: string; new: string }
  const mutations: readonly Text[] = JSON.parse(readFileSync(path.join(folder, 'mutations.json'), 'utf8')).map(
    ({ document: file, old, new: is }: Mutation) => {
      const document = documentAt(file.endsWith('.json') ? file : `${file}.json`)
      return { name: `${file} ${is}`, document, narrative: (document.narrative ?? '').replace(old, is) }
    },
  )

  test.each(LAYOUTS.map((layout, seed) => ({ name: layout.name, layout, seed })))(
    '$name',
    ({ name, layout, seed }) => {
      expect(unlike(sampled(documents, 12, seed), (text, random) => ({ names: name, text: layout.of(text, random) }), seed)).toEqual([])
    },
    patience,
  )
  test.each(Array.from({ length: thorough ? 10 : 1 }, (_, seed) => seed))(
    'falsified, in several at once, seed %i',
    (seed) => expect(unlike(sampled(mutations, 12, seed), together, 1000 * seed)).toEqual([]),
    patience,
  )
})
