import { deflateSync } from 'node:zlib'
import { wordFile } from './word-file'
import { zipOf } from './zip'

/** Files that mean harm, or are not what they say: each with the code that it is refused by. */

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const types = { '[Content_Types].xml': '<Types/>' }
const documentOf = (body: string): string => `<w:document><w:body>${body}</w:body></w:document>`
const empty = documentOf('')
const word = (parts: Readonly<Record<string, string | Uint8Array>>, lie?: Parameters<typeof zipOf>[1]): Uint8Array =>
  zipOf({ ...types, 'word/document.xml': empty, ...parts }, lie)
const withDocument = (xml: string | Uint8Array): Uint8Array => zipOf({ ...types, 'word/document.xml': xml })
const MB = 1024 * 1024
/** A file of the older binary kind, in whose directory a part is called so. */
const compound = (name: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(name, 'utf16le'), Buffer.alloc(512)]),
  )

/** An archive with some bytes of its end or first entry changed. */
function patched(file: Uint8Array, at: (view: DataView, file: Uint8Array) => void): Uint8Array {
  const copy = Uint8Array.from(file)
  at(new DataView(copy.buffer), copy)
  return copy
}
const entryOf = (view: DataView): number => view.getUint32(view.byteLength - 6, true)

/** A .pdf of objects, with a table of where they stand. */
function pdfOf(objects: readonly (string | Uint8Array)[], trailer = '/Root 1 0 R'): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    places.push(length)
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const tail = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${length}\n%%EOF`
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(tail)]))
}

const streamOf = (content: Uint8Array, settings: string): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from(`<< /Length ${content.length} ${settings} >>\nstream\n`), content, Buffer.from('\nendstream')]))

const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
const onePage = ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>']
const pageOf = (content: Uint8Array, settings = '/Filter /FlateDecode'): Uint8Array =>
  pdfOf([catalog, ...onePage, streamOf(content, settings)])
const packed = (text: string | Buffer): Uint8Array => new Uint8Array(deflateSync(text))

/** Signs in no order, which no packing makes small. */
const LONG = Array.from({ length: 400_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * i * 7919) % 20_000))).join('')

const utf16 = new Uint8Array(Buffer.from(`\uFEFF<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>${empty}`, 'utf16le'))
const laughs = `<!DOCTYPE d [${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>${empty}`

export const hostileFiles: readonly (readonly [name: string, file: Uint8Array, code: string])[] = [
  // Bombs
  ['a bomb', withDocument('a'.repeat(40 * MB)), 'suspiciousFile'],
  [
    'a bomb that calls itself small',
    zipOf({ ...types, 'word/document.xml': 'a'.repeat(40 * MB) }, (name) => (/document/.test(name) ? { size: 1_000 } : {})),
    'suspiciousFile',
  ],
  ['a bomb among the pictures', word({ 'word/media/1.png': new Uint8Array(60 * MB) }), 'suspiciousFile'],
  [
    'many small bombs',
    word(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`word/media/${i}.png`, new Uint8Array(MB)]))),
    'suspiciousFile',
  ],
  ['too many parts', word(Object.fromEntries(Array.from({ length: 2_500 }, (_, i) => [`${i}`, '']))), 'suspiciousFile'],
  ['a text of more than anybody writes', withDocument(documentOf(`<w:p><w:r><w:t>${LONG}</w:t></w:r></w:p>`)), 'longText'],
  ['a drawing that unpacks to 60 MB', pageOf(packed(Buffer.alloc(60 * MB, '0 0 m 9 9 l S\n'))), 'suspiciousFile'],
  [
    'a drawing packed twice',
    pageOf(packed(Buffer.from(packed(Buffer.alloc(60 * MB)))), '/Filter [/FlateDecode /FlateDecode]'),
    'suspiciousFile',
  ],
  [
    'thirty pictures of 5 MB',
    pdfOf([
      catalog,
      ...onePage,
      ...Array.from({ length: 30 }, () => streamOf(packed(Buffer.alloc(5 * MB)), '/Subtype /Image /Filter /FlateDecode')),
    ]),
    'suspiciousFile',
  ],
  // Archives that are not what they say
  ['a part above the archive', word({ '../../etc/passwd': '' }), 'suspiciousFile'],
  ['a part at the root', word({ '/etc/passwd': '' }), 'suspiciousFile'],
  ['a part above, by the other slash', word({ '..\\..\\windows\\win.ini': '' }), 'suspiciousFile'],
  ['a name that ends early', word({ 'word/a\0.xml': '' }), 'suspiciousFile'],
  ['a password on the archive', word({}, () => ({ flags: 1 })), 'encryptedFile'],
  ['an older file', compound('WordDocument'), 'legacyFile'],
  ['a file wrapped with a password', compound('EncryptedPackage'), 'encryptedFile'],
  ['nothing but the begin of an older file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'legacyFile'],
  ['half a file', wordFile('自评报告').subarray(0, 300), 'notOffice'],
  ['a directory beyond the end', patched(word({}), (view) => view.setUint32(view.byteLength - 6, 0x7fffffff, true)), 'notOffice'],
  ['a directory of the larger kind', patched(word({}), (view) => view.setUint16(view.byteLength - 12, 0xffff, true)), 'suspiciousFile'],
  ['a part of no size', patched(word({}), (view) => view.setUint32(entryOf(view) + 24, 0xffffffff, true)), 'suspiciousFile'],
  [
    'a part that is elsewhere',
    patched(wordFile('自评'), (view) => {
      for (let at = entryOf(view), i = 0; i < 3; i++, at += 46 + view.getUint16(at + 28, true)) view.setUint32(at + 42, 0x00ffffff, true)
    }),
    'suspiciousFile',
  ],
  [
    'two parts of one name',
    patched(word({ 'word/documenT.xml': '' }), (_, file) => {
      const at = Buffer.from(file.buffer).lastIndexOf('word/documenT.xml')
      file[at + 12] = 0x74
    }),
    'suspiciousFile',
  ],
  // XML
  ['an entity of its own', withDocument(`<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>${empty}`), 'suspiciousFile'],
  ['a type from elsewhere', withDocument(`<!DOCTYPE d SYSTEM "http://example.invalid/d.dtd">${empty}`), 'suspiciousFile'],
  ['entities of entities', withDocument(laughs), 'suspiciousFile'],
  ['an entity in other signs', withDocument(utf16), 'suspiciousFile'],
  ['elements without end', withDocument('<w:p>'.repeat(100_000)), 'suspiciousFile'],
  ['elements that end twice', withDocument(`${empty}</w:document>`), 'suspiciousFile'],
  [
    'tables within tables without end',
    withDocument(documentOf(`${'<w:tbl><w:tr><w:tc>'.repeat(200)}${'</w:tc></w:tr></w:tbl>'.repeat(200)}`)),
    'suspiciousFile',
  ],
  ['no document at all', withDocument('<html/>'), 'suspiciousFile'],
  // Programs and other kinds of file
  ['macros', wordFile('自评', { files: { 'word/vbaProject.bin': 'x' } }), 'macros'],
  ['macros by another spelling', wordFile('自评', { files: { 'WORD/VBAPROJECT.BIN': 'x' } }), 'macros'],
  ['a workbook', zipOf({ ...types, 'xl/workbook.xml': '<a/>' }), 'workbookFile'],
  ['slides', zipOf({ ...types, 'ppt/presentation.xml': '<a/>' }), 'notOffice'],
  ['an archive of anything', zipOf({ 'a.txt': '自评' }), 'notOffice'],
  ['fixed pages', zipOf({ 'OFD.xml': '<ofd:OFD/>' }), 'ofdFile'],
  ['a program', bytes('MZ\x90\x00\x03\x00\x00\x00'), 'notText'],
  ['a picture', bytes('\xff\xd8\xff\xe0\x00\x10JFIF\x00'), 'scannedFile'],
  ['a drawing with a script', bytes('<svg onload="alert(1)"><script>alert(1)</script></svg>'), 'markedUp'],
  ['a web page', bytes('<!DOCTYPE html><html><script>1</script></html>'), 'markedUp'],
  ['rich text with an object', bytes('{\\rtf1{\\object\\objemb{\\*\\objdata 0105}}}'), 'markedUp'],
  // PDF
  ['a PDF that is none', bytes('%PDF-1.7\n%%EOF'), 'suspiciousFile'],
  ['half a PDF', pageOf(packed('BT ET')).subarray(0, 60), 'suspiciousFile'],
  ['pages that hold themselves', pdfOf([catalog, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']), 'suspiciousFile'],
  [
    'a page that says to be a great many',
    pdfOf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>', onePage[1] ?? '']),
    'scannedFile',
  ],
  ['brackets without end', pdfOf([`<< /Type /Catalog /Pages ${'['.repeat(200_000)} >>`]), 'suspiciousFile'],
  [
    'a PDF with a password',
    pdfOf(
      [
        catalog,
        '<< /Type /Pages /Kids [] /Count 0 >>',
        `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'61'.repeat(32)}> /U <${'62'.repeat(32)}> >>`,
      ],
      '/Root 1 0 R /Encrypt 3 0 R /ID [<61> <61>]',
    ),
    'encryptedPdf',
  ],
  ['a scan', pageOf(packed('0 0 1 rg 0 0 595 842 re f')), 'scannedFile'],
]
