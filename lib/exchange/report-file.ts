import { intakeOf } from '@/lib/domain/intake/intake'
import type { Paper } from '@/lib/domain/intake/paper'
import { paperOfText } from '@/lib/domain/intake/paper-of-lines'
import { withoutRadicals } from '@/lib/domain/reading/radicals'
import type { PlainDocumentError } from '@/lib/messages/document-errors'
import type { EvaluationDocument } from './document-format'
import { documentOfReport } from './document-of-report'
import { paperOfPdf } from './papers/pdf-document'
import { paperOfWord } from './papers/word-document'

export type ReportRead = { ok: true; document: EvaluationDocument } | { ok: false; error: { at: ''; code: PlainDocumentError } }

/** Longest text that is read: ten times the longest real report. */
const LONGEST_TEXT = 300_000

const refusedAs = (code: PlainDocumentError): ReportRead => ({ ok: false, error: { at: '', code } })

/** A finished report of unknown origin as an evaluation document. Refused as an error, never an exception. */
export async function readReport(bytes: Uint8Array): Promise<ReportRead> {
  const read = await paperOfFile(bytes)
  if (typeof read === 'string') return refusedAs(read)
  if (read.paragraphs.length === 0 && read.tables.length === 0) return refusedAs('empty')
  if (read.text.length > LONGEST_TEXT) return refusedAs('longText')
  const document = documentOfReport(read, intakeOf(read))
  return document === null ? refusedAs('longText') : { ok: true, document }
}

/** What a file is, is told by its first bytes: names lie. */
async function paperOfFile(bytes: Uint8Array): Promise<Paper | PlainDocumentError> {
  const head = String.fromCharCode(...bytes.subarray(0, 4))
  if (head.startsWith('PK') || head === '\u00d0\u00cf\u0011\u00e0') {
    const word = paperOfWord(bytes)
    return word.ok ? word.paper : word.trouble
  }
  if (head === '%PDF') {
    const pdf = await paperOfPdf(bytes)
    return pdf.ok ? pdf.paper : pdf.trouble
  }
  if (isPicture(bytes)) return 'scannedFile'
  const text = plainText(bytes)
  return text === null ? 'notText' : MARKED_UP.test(text) ? 'markedUp' : paperOfText(text)
}

/** Text that is something else underneath: RTF, web pages, drawings. */
const MARKED_UP = /^\uFEFF?\s*(?:\{\\rtf|<(?:!doctype|html|\?xml|svg|script)|MIME-Version:|%!PS)/i

/** JPEG, PNG, TIFF, GIF and BMP, as cameras and scanners write them. */
const isPicture = (bytes: Uint8Array): boolean =>
  /^(?:\u00ff\u00d8\u00ff|\u0089PNG|II\*\0|MM\0\*|GIF8|BM[\s\S]{4}\0{4})/.test(String.fromCharCode(...bytes.subarray(0, 10)))

/** So many bytes tell of what size their signs are, and so many of those signs are ones that reports are written with. */
const SAMPLE = 4096
const FEWEST_KNOWN = 0.95
const KNOWN_SIGNS = /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2000-\u22ff\u2460-\u24ff\t\n\r -~]/g

/** Signs of two bytes each: said by the first two of the file, or by what they make; null where nothing says so. */
function wideEncoding(bytes: Uint8Array): string[] | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  // No other encoding writes a byte of nothing, which each digit and each end of a line has here.
  const sample = bytes.subarray(0, SAMPLE)
  if (bytes.length % 2 === 1 || !sample.includes(0)) return null
  const known = (encoding: string): boolean => {
    const text = new TextDecoder(encoding).decode(sample)
    return (text.match(KNOWN_SIGNS)?.length ?? 0) >= text.length * FEWEST_KNOWN
  }
  const encoding = ['utf-16le', 'utf-16be'].find(known)
  return encoding === undefined ? null : [encoding]
}

/** UTF-8, or what Chinese offices' older programs write; null where it is no text. */
function plainText(bytes: Uint8Array): string | null {
  for (const encoding of wideEncoding(bytes) ?? ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n')
      return text.includes('\u0000') ? null : withoutRadicals(text)
    } catch {
      // Not in this encoding.
    }
  }
  return null
}
