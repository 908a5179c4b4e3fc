import { intakeOf } from '@/lib/domain/intake/intake'
import type { Paper } from '@/lib/domain/intake/paper'
import { paperOfText } from '@/lib/domain/intake/paper-of-lines'
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
  const text = plainText(bytes)
  return text === null || MARKED_UP.test(text) ? 'notText' : paperOfText(text)
}

/** Text that is something else underneath: RTF, web pages, drawings. */
const MARKED_UP = /^\uFEFF?\s*(?:\{\\rtf|<(?:!doctype|html|\?xml|svg|script)|MIME-Version:|%!PS)/i

/** Signs of two bytes each, said by the first two of the file; null where it says no such thing. */
const wideEncoding = ([first, second]: Uint8Array): string[] | null =>
  first === 0xff && second === 0xfe ? ['utf-16le'] : first === 0xfe && second === 0xff ? ['utf-16be'] : null

/** UTF-8, or what Chinese offices' older programs write; null where it is no text. */
function plainText(bytes: Uint8Array): string | null {
  for (const encoding of wideEncoding(bytes) ?? ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n')
      return text.includes('\u0000') ? null : text
    } catch {
      // Not in this encoding.
    }
  }
  return null
}
