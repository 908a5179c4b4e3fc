import { deflateSync } from 'node:zlib'
import { zipOf } from './zip'

/** Files as offices bring them as 佐证材料, and files that only look like them. */

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** A .pdf whose only page is empty; `body` stands among its objects. */
export const aPdf = (body = ''): Uint8Array =>
  new Uint8Array(
    latin(
      `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n${body}\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`,
    ),
  )

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  // Its check sum is nobody's business here, but for the last chunk, which is always the same
  return Buffer.concat([length, latin(type), data, type === 'IEND' ? Buffer.from('ae426082', 'hex') : Buffer.alloc(4)])
}

/** A .png of that size in dots; `text` stands in it as a comment. */
export function aPng(width = 2, height = 2, text = ''): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const comment = text === '' ? [] : [chunk('tEXt', latin(`Comment\0${text}`))]
  const content = deflateSync(Buffer.alloc(6))
  return joined(
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...comment,
    chunk('IDAT', content),
    chunk('IEND', Buffer.alloc(0)),
  )
}

/** A .jpg of that size in dots, with a comment. */
function aJpeg(width = 2, height = 2, text = '示例'): Uint8Array {
  const comment = Buffer.from(text)
  const size = Buffer.from([0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])
  return joined(
    Buffer.from([0xff, 0xd8, 0xff, 0xfe, (comment.length + 2) >> 8, (comment.length + 2) & 255]),
    comment,
    size,
    Buffer.from([0xff, 0xda, 0, 2, 0, 0xff, 0xd9]),
  )
}

const TYPES = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const archive = (parts: Readonly<Record<string, string | Uint8Array>>, types = TYPES): Uint8Array =>
  zipOf({ '[Content_Types].xml': types, ...parts })

const DOCUMENT = { 'word/document.xml': '<w:document/>' }
export const aDocx = (): Uint8Array => archive(DOCUMENT)
const anXlsx = (): Uint8Array => archive({ 'xl/workbook.xml': '<workbook/>' })
const anOfd = (): Uint8Array => zipOf({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<a/>' })

/** Sound files, each with what it is. */
export const soundEvidence: readonly (readonly [name: string, file: Uint8Array, kind: string])[] = [
  ['a PDF', aPdf(), 'pdf'],
  ['a PDF with a text that speaks of scripts', aPdf('% JavaScript and /JS stand here as words'), 'pdf'],
  ['a picture', aPng(), 'png'],
  ['a photograph', aJpeg(4000, 3000), 'jpeg'],
  ['a photograph that a camera has something behind', joined(aJpeg(), Buffer.alloc(5000, 7)), 'jpeg'],
  ['a document', aDocx(), 'docx'],
  ['a document with a drawing', archive({ ...DOCUMENT, 'word/media/1.svg': '<svg/>' }), 'docx'],
  ['a workbook', anXlsx(), 'xlsx'],
  ['an OFD', anOfd(), 'ofd'],
]

const zipBehind = (file: Uint8Array): Uint8Array => joined(file, zipOf({ 'a.js': 'alert(1)' }))
const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}`, '']))

/** Files that mean harm, are half or are not of the kinds, each with the code that it is refused by. */
export const refusedEvidence: readonly (readonly [name: string, file: Uint8Array, code: string])[] = [
  ['nothing', new Uint8Array(), 'evidence-empty'],
  ['a drawing with a script', latin('<svg onload="alert(1)"><script>alert(1)</script></svg>'), 'evidence-kind'],
  ['a web page', latin('<!DOCTYPE html><script>alert(1)</script>'), 'evidence-kind'],
  ['a script', latin('#!/bin/sh\nrm -rf /'), 'evidence-kind'],
  ['a program', latin('MZ\x90\x00\x03'), 'evidence-kind'],
  ['a text', Buffer.from('台账'), 'evidence-kind'],
  ['an animated picture', latin('GIF89a'), 'evidence-kind'],
  ['a page that calls itself a PDF further down', joined(latin('<html>'), aPdf()), 'evidence-kind'],
  ['an archive of anything', zipOf({ '台账.pdf': aPdf() }), 'evidence-archive'],
  ['another archive', latin('Rar!\x1a\x07\x00'), 'evidence-archive'],
  ['an empty archive', zipOf({}), 'evidence-archive'],
  ['an old document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'evidence-old-office'],
  ['a PDF with a script', aPdf('4 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'), 'evidence-active'],
  ['a PDF with a script that is spelt otherwise', aPdf('<< /S /J#61va#53cript >>'), 'evidence-active'],
  ['a PDF that starts a program', aPdf('<< /S /Launch /F (cmd.exe) >>'), 'evidence-active'],
  ['a PDF that is an archive as well', zipBehind(aPdf()), 'evidence-active'],
  ['half a PDF', aPdf().subarray(0, 60), 'evidence-broken'],
  ['a picture that is an archive as well', zipBehind(aPng()), 'evidence-active'],
  ['a picture with a page behind', joined(aPng(), latin('<html><script>alert(1)</script>')), 'evidence-active'],
  ['a picture with a page within', aPng(2, 2, '<script>alert(1)</script>'), 'evidence-active'],
  ['half a picture', aPng().subarray(0, 40), 'evidence-broken'],
  ['a picture that is a great many dots', aPng(65_535, 65_535), 'evidence-broken'],
  ['a photograph that is an archive as well', zipBehind(aJpeg()), 'evidence-active'],
  ['a photograph with a program within', aJpeg(2, 2, '<?php system($_GET[0]);'), 'evidence-active'],
  ['a photograph of nothing', Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'evidence-broken'],
  ['a document with macros', archive({ ...DOCUMENT, 'word/vbaProject.bin': 'x' }), 'evidence-active'],
  [
    'a document with macros by another name',
    archive(
      { ...DOCUMENT, 'word/a.bin': 'x' },
      TYPES.replace('</Types>', '<Override ContentType="application/vnd.ms-office.vbaProject"/></Types>'),
    ),
    'evidence-active',
  ],
  ['a workbook with old macros', archive({ 'xl/workbook.xml': '<a/>', 'xl/macrosheets/sheet1.xml': '<a/>' }), 'evidence-active'],
  ['a document with a program', archive({ ...DOCUMENT, 'word/embeddings/a.exe': 'MZ' }), 'evidence-active'],
  ['an OFD with a script', zipOf({ 'OFD.xml': '<a/>', 'Doc_0/a.js': '1' }), 'evidence-active'],
  ['a document with something behind', joined(aDocx(), latin('<script>')), 'evidence-active'],
  [
    'a document with something between',
    (() => {
      const [file, at] = [aDocx(), Buffer.from(aDocx()).indexOf('PK\x01\x02')]
      return joined(file.subarray(0, at), latin('<script>'), file.subarray(at))
    })(),
    'evidence-active',
  ],
  ['a document with a password', zipOf({ 'word/document.xml': '' }, () => ({ flags: 1 })), 'evidence-old-office'],
  ['a document with a path', archive({ ...DOCUMENT, '../../etc/passwd': '' }), 'evidence-broken'],
  ['a document of ten thousand parts', archive({ ...DOCUMENT, ...many }), 'evidence-broken'],
  ['a bomb', archive({ ...DOCUMENT, 'word/media/1.png': new Uint8Array(60 * 1024 * 1024) }), 'evidence-broken'],
  ['half a document', aDocx().subarray(0, 100), 'evidence-broken'],
]
