import type { PlainDocumentError } from '@/lib/messages/document-errors'
import type { DocumentError } from './document-format'

/** Files above this are refused before they are read. */
export const LARGEST_FILE = 32 * 1024 * 1024
const DEEPEST = 64
/** Values that a document may hold. The largest real ones have some ten thousand; parsing more would cost memory. */
const MOST_VALUES = 4_000_000

type FileContent = { ok: true; json: unknown } | { ok: false; error: DocumentError }

const refusedAs = (code: PlainDocumentError): FileContent => ({ ok: false, error: { at: '', code } })

/** The JSON in the bytes of a file of unknown origin. Refused as an error, never an exception: too deep, too much, no UTF-8, no JSON. */
export function jsonOf(bytes: Uint8Array): FileContent {
  const trouble = sizeTrouble(bytes)
  if (trouble !== null) return refusedAs(trouble)
  let text: string
  try {
    // A byte order mark at the beginning is dropped.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refusedAs('notUtf8')
  }
  if (text.trim() === '') return refusedAs('empty')
  try {
    return { ok: true, json: JSON.parse(text) }
  } catch {
    return refusedAs('notJson')
  }
}

const [QUOTE, BACKSLASH, COMMA, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [...'"\\,{}[]'].map((sign) => sign.charCodeAt(0))

/** Counts brackets and commas outside strings, so that a hostile file costs one pass over its bytes and no memory. */
function sizeTrouble(bytes: Uint8Array): 'tooDeep' | 'tooMany' | null {
  let depth = 0
  let values = 0
  for (let i = 0; i < bytes.length; i++) {
    const sign = bytes[i]
    if (sign === QUOTE) {
      for (i++; i < bytes.length && bytes[i] !== QUOTE; i++) if (bytes[i] === BACKSLASH) i++
    } else if (sign === OPEN || sign === OPEN_LIST) {
      values++
      if (++depth > DEEPEST) return 'tooDeep'
    } else if (sign === CLOSE || sign === CLOSE_LIST) {
      depth--
    } else if (sign === COMMA && ++values > MOST_VALUES) {
      return 'tooMany'
    }
  }
  return values > MOST_VALUES ? 'tooMany' : null
}
