import { beforeAll, describe, expect, test } from 'vitest'
import { readReport } from '@/lib/exchange/report-file'
import { hostileFiles } from '@/tests/support/hostile-files'
import { wordFile } from '@/tests/support/word-file'
import { zipOf } from '@/tests/support/zip'

/** Files that mean harm are refused by what they say of themselves, before anything in them is parsed. */

// What reads papers is loaded once in the life of a process
beforeAll(async () => {
  await readReport(new TextEncoder().encode('%PDF-1.7'))
})

test('there are forty of them and more', () => {
  expect(hostileFiles.length).toBeGreaterThanOrEqual(40)
})

/** On a machine that does other work beside: a tenth of it where it has nothing else to do. */
const LONGEST_MS = 2_000
const MOST_MEMORY = 64 * 1024 * 1024

const held = (): number => {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

describe('hostile reports', () => {
  test.each(hostileFiles)('%s', async (_, file, code) => {
    const [memory, began] = [held(), performance.now()]
    expect(await readReport(file)).toEqual({ ok: false, error: { at: '', code } })
    expect(performance.now() - began).toBeLessThan(LONGEST_MS)
    expect(held() - memory).toBeLessThan(MOST_MEMORY)
  })

  const types = { '[Content_Types].xml': '<Types/>' }
  const documentOf = (body: string): string => `<w:document><w:body>${body}</w:body></w:document>`

  test('spans of a thousand columns are cut', async () => {
    const table = `<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>'.repeat(50)}</w:tbl>`
    const read = await readReport(
      zipOf({ ...types, 'word/document.xml': documentOf(`${table}<w:p><w:r><w:t>一、存在的问题</w:t></w:r></w:p>`) }),
    )
    expect(read.ok).toBe(true)
  })

  test('what points outside is not followed, and what is no text is not kept', async () => {
    const links = '<Relationships><Relationship Target="http://example.invalid/x.docx" TargetMode="External"/></Relationships>'
    const read = await readReport(wordFile('自评\u0000报告', { files: { 'word/_rels/document.xml.rels': links } }))
    expect(read.ok && read.document.reading?.text).toBe('自评报告\n')
    const halves = await readReport(
      zipOf({ ...types, 'word/document.xml': documentOf('<w:p><w:r><w:t>自评&#xD800;报告&#0;</w:t></w:r></w:p>') }),
    )
    expect(halves.ok && halves.document.reading?.text).toBe('自评报告\n')
  })
})

describe('papers without end', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  test('headings within headings, however many, are read', async () => {
    expect((await readReport(bytes('（一）概况。\n'.repeat(20_000)))).ok).toBe(true)
  })
  test('more problems than a form may hold are refused, no exception', async () => {
    const problems = Array.from({ length: 11_000 }, (_, place) => `${(place % 60) + 1}.进度偏慢，管理不细。`)
    const read = await readReport(bytes(['一、存在的问题', ...problems].join('\n')))
    expect(read.ok ? read.document.problems?.length : read.error.code).toBe('longText')
  })
  test('rows of thousands of cells are no table', async () => {
    expect((await readReport(bytes(`${'示例\t'.repeat(20_000)}\n${'\t'.repeat(20_000)}末`))).ok).toBe(true)
  })
})
