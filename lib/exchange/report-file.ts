import { intakeOf } from '@/lib/domain/intake/intake'
import { paperOfText } from '@/lib/domain/intake/paper-of-lines'
import type { PlainDocumentError } from '@/lib/messages/document-errors'
import type { EvaluationDocument } from './document-format'
import { documentOfReport } from './document-of-report'

type ReportRead = { ok: true; document: EvaluationDocument } | { ok: false; error: { at: ''; code: PlainDocumentError } }

/** Longest text that is read: a hundred times the longest real report. */
const LONGEST_TEXT = 2_000_000

const refusedAs = (code: PlainDocumentError): ReportRead => ({ ok: false, error: { at: '', code } })

/** A finished report of unknown origin as an evaluation document. Refused as an error, never an exception. */
export function readReport(bytes: Uint8Array): ReportRead {
  const text = plainText(bytes)
  if (text === null) return refusedAs('notText')
  if (text.trim() === '') return refusedAs('empty')
  if (text.length > LONGEST_TEXT) return refusedAs('tooMany')
  const paper = paperOfText(text)
  return { ok: true, document: documentOfReport(paper, intakeOf(paper)) }
}

/** UTF-8, or what Chinese offices' older programs write; null where it is no text. */
function plainText(bytes: Uint8Array): string | null {
  for (const encoding of bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n')
      return text.includes('\u0000') ? null : text
    } catch {
      // Not in this encoding.
    }
  }
  return null
}
