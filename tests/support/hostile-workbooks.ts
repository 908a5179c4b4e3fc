import { wordFile } from './word-file'
import { zipOf } from './zip'

/** Workbooks that mean harm, or are not what they say: each with the code that it is refused by. */

const MB = 1024 * 1024
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

const parts = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="s"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
type Files = Readonly<Record<string, string | Uint8Array>>
const book = (more: Files, lie?: Parameters<typeof zipOf>[1]): Uint8Array => zipOf({ ...parts, ...more }, lie)
const sheet = (inner: string): Files => ({
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inner}</worksheet>`,
})
const data = (rows: string): Files => sheet(`<sheetData>${rows}</sheetData>`)
const merges = (...refs: string[]): Files =>
  sheet(`<sheetData/><mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`)
const laughs = `<!DOCTYPE d [${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]><worksheet>&l9;</worksheet>`
const utf16 = new Uint8Array(
  Buffer.from('\uFEFF<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>', 'utf16le'),
)

export const hostileWorkbooks: readonly (readonly [name: string, file: Uint8Array, code: string])[] = [
  // Bombs
  ['a sheet that unpacks to 60 MB', book(data('a'.repeat(60 * MB))), 'suspiciousFile'],
  [
    'one that calls itself small',
    book(data('a'.repeat(40 * MB)), (name) => (/sheet1/.test(name) ? { size: 1_000 } : {})),
    'suspiciousFile',
  ],
  ['texts that unpack to 40 MB', book({ ...data(''), 'xl/sharedStrings.xml': 'b'.repeat(40 * MB) }), 'suspiciousFile'],
  ['a bomb among the pictures', book({ ...data(''), 'xl/media/1.png': new Uint8Array(60 * MB) }), 'suspiciousFile'],
  ['a bomb called otherwise', book({ ...data(''), 'xl/anything.rels': 'c'.repeat(40 * MB) }), 'suspiciousFile'],
  [
    'many small bombs',
    book(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`xl/media/${i}.png`, new Uint8Array(MB)]))),
    'suspiciousFile',
  ],
  ['too many parts', book(Object.fromEntries(Array.from({ length: 2_500 }, (_, i) => [`${i}`, '']))), 'suspiciousFile'],
  // Shapes
  ['a merge of everything', book(merges('A1:XFD1048576')), 'largeTables'],
  ['a merge of many rows', book(merges('A1:Z4000')), 'largeTables'],
  ['thousands of merges', book(merges(...Array.from({ length: 3_000 }, (_, i) => `A${i + 1}:B${i + 1}`))), 'largeTables'],
  ['a cell in the last corner', book(data('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), 'largeTables'],
  ['a row far below', book(data('<row r="900000"><c><v>1</v></c></row>')), 'largeTables'],
  ['a cell far to the right', book(data('<row r="1"><c r="AAA1"><v>1</v></c></row>')), 'largeTables'],
  ['a row far below in single quotes', book(data("<row r='900000'><c r='A900000'><v>1</v></c></row>")), 'largeTables'],
  ['a row far below under a prefix', book(data('<x:row r="900000"><x:c r="A900000"/></x:row>')), 'largeTables'],
  ['hundreds of thousands of cells', book(data(`<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(250_000)}</row>`)), 'suspiciousFile'],
  ['cells without places, without end', book(data(`<row>${'<c><v>1</v></c>'.repeat(250_000)}</row>`)), 'suspiciousFile'],
  [
    'a far cell in a part that is not called a sheet',
    book({ ...data(''), 'xl/other/x.xml': '<worksheet><row r="900000"/></worksheet>' }),
    'largeTables',
  ],
  // XML
  ['a document type', book({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a><worksheet/>' }), 'suspiciousFile'],
  ['a billion laughs', book({ 'xl/worksheets/sheet1.xml': laughs }), 'suspiciousFile'],
  [
    'a file of the server',
    book({ ...data(''), 'xl/styles.xml': '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>' }),
    'suspiciousFile',
  ],
  ['the same in UTF-16', book({ 'xl/worksheets/sheet1.xml': utf16 }), 'suspiciousFile'],
  ['another encoding', book({ 'xl/worksheets/sheet1.xml': '<?xml version="1.0" encoding="UTF-7"?><worksheet/>' }), 'suspiciousFile'],
  // Archives
  ['a name that leads outside', book({ ...data(''), '../../etc/x.xml': 'x' }), 'suspiciousFile'],
  ['a name from the root', book({ ...data(''), '/etc/x.xml': 'x' }), 'suspiciousFile'],
  ['locked by a password', book(data(''), () => ({ flags: 1 })), 'encryptedWorkbook'],
  ['an older workbook', bytes(`\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1${'x'.repeat(600)}`), 'legacyWorkbook'],
  [
    'one that a password wraps',
    bytes(`\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1${'x'.repeat(600)}${[...'EncryptedPackage'].join('\u0000')}\u0000`),
    'encryptedWorkbook',
  ],
  ['macros', book({ ...data(''), 'xl/vbaProject.bin': 'x' }), 'workbookMacros'],
  ['macros under another name', book({ ...data(''), 'xl/x/VBAPROJECT.BIN': 'x' }), 'workbookMacros'],
  ['a Word document', wordFile('自评'), 'notWorkbook'],
  ['an open document', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'notWorkbook'],
  ['half an archive', book(data('')).subarray(0, 300), 'notWorkbook'],
  ['an archive of nothing', bytes(`PK\u0005\u0006${'\u0000'.repeat(18)}`), 'notWorkbook'],
  ['no sheet where one is said to be', book({}), 'notWorkbook'],
  ['no XML at all', book({ 'xl/worksheets/sheet1.xml': 'no xml', 'xl/workbook.xml': 'no xml' }), 'notWorkbook'],
  ['a web page', bytes('<html><table><tr><td>1</td></tr></table></html>'), 'notWorkbook'],
  ['a text', bytes('a,b\n1,2'), 'notWorkbook'],
  ['nothing', new Uint8Array(), 'notWorkbook'],
  ['one sign', bytes('P'), 'notWorkbook'],
  ['zeros', new Uint8Array(1000), 'notWorkbook'],
  ['a workbook of somebody else', book(data('<row r="1"><c r="A1"><v>1</v></c></row>')), 'foreignWorkbook'],
  [
    'our marks without a record',
    book(data('<row r="3"><c r="B3" t="inlineStr"><is><t>#hengji/indicators</t></is></c></row>')),
    'alteredWorkbook',
  ],
  [
    'a record without its seal',
    book(data('<row r="1"><c r="A1" t="inlineStr"><is><t>hengji.workbook/1 0</t></is></c></row>')),
    'alteredWorkbook',
  ],
]
