import { describe, expect, test } from 'vitest'
import { readReport } from '@/lib/exchange/report-file'
import { wordFile } from '@/tests/support/word-file'
import { zipOf } from '@/tests/support/zip'

/** Files that mean harm are refused by what their archive says, before anything in them is parsed. */

const types = { '[Content_Types].xml': '<Types/>' }
const documentOf = (body: string): string => `<w:document><w:body>${body}</w:body></w:document>`
const empty = documentOf('')

const bomb = zipOf({ ...types, 'word/document.xml': 'a'.repeat(40 * 1024 * 1024) })
const lying = zipOf({ ...types, 'word/document.xml': 'a'.repeat(40 * 1024 * 1024) }, (name) =>
  /document/.test(name) ? { size: 1_000 } : {},
)

describe('hostile reports', () => {
  test.each([
    ['a bomb', bomb, 'suspiciousFile'],
    ['a bomb that calls itself small', lying, 'suspiciousFile'],
    [
      'too many parts',
      zipOf({ ...types, 'word/document.xml': empty, ...Object.fromEntries(Array.from({ length: 2_500 }, (_, i) => [`${i}`, ''])) }),
      'suspiciousFile',
    ],
    ['a part outside the archive', zipOf({ ...types, 'word/document.xml': empty, '../../etc/passwd': '' }), 'suspiciousFile'],
    [
      'an entity of its own',
      zipOf({ ...types, 'word/document.xml': `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>${empty}` }),
      'suspiciousFile',
    ],
    ['elements without end', zipOf({ ...types, 'word/document.xml': '<w:p>'.repeat(100_000) }), 'suspiciousFile'],
    ['macros', wordFile('自评', { files: { 'word/vbaProject.bin': 'x' } }), 'macros'],
    ['a password on the archive', zipOf({ ...types, 'word/document.xml': empty }, () => ({ flags: 1 })), 'encryptedFile'],
    ['an older or wrapped file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'encryptedFile'],
    ['a workbook', zipOf({ ...types, 'xl/workbook.xml': '<a/>' }), 'notOffice'],
    ['a PDF that is none', new TextEncoder().encode('%PDF-1.7\n%%EOF'), 'suspiciousFile'],
    ['half a file', wordFile('自评报告').subarray(0, 300), 'notOffice'],
  ])('%s', async (_, file, code) => {
    expect(await readReport(file)).toEqual({ ok: false, error: { at: '', code } })
  })

  test('spans of a thousand columns are cut', async () => {
    const table = `<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>'.repeat(50)}</w:tbl>`
    const read = await readReport(
      zipOf({ ...types, 'word/document.xml': documentOf(`${table}<w:p><w:r><w:t>一、存在的问题</w:t></w:r></w:p>`) }),
    )
    expect(read.ok).toBe(true)
  })
})
