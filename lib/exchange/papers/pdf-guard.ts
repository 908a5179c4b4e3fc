import { constants, inflateSync } from 'node:zlib'

/**
 * What a .pdf of unknown origin would unpack to is measured before anything parses it: its streams are found by their signs, as a
 * reader of broken files finds them, and each is inflated no further than anybody needs.
 */

/** One stream of drawing, text or settings, and all streams together, inflated. Pictures and fonts may be as large as all. */
const LARGEST_STREAM = 4 * 1024 * 1024
const LARGEST_TOTAL = 128 * 1024 * 1024
/** More of them no report has. */
const MOST_STREAMS = 20_000
/** So far before a stream its settings are looked at. */
const SETTINGS = 600

/** Whether the file unpacks to more than a report would. */
export function isPdfBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  let streams = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') continue
    if (++streams > MOST_STREAMS) return true
    const settings = file.toString('latin1', Math.max(0, at - SETTINGS), at)
    const own = settings.slice(settings.lastIndexOf(' obj') + 1)
    // Packed in what is packed: nobody writes that but to hide how much it is
    if ((own.match(/\/(?:FlateDecode|Fl\b|LZWDecode|RunLengthDecode)/g)?.length ?? 0) > 1) return true
    const isLarge = /\/Image\b|\/Length1\b|\/FontFile|\/OpenType|\/Type1C|\/CIDFontType0C/.test(own)
    const from = file[at + 6] === 0x0d ? at + 8 : at + 7
    if ((file[from] ?? 0) % 16 !== 8) continue
    const size = inflatedSize(file.subarray(from), isLarge ? LARGEST_TOTAL : LARGEST_STREAM)
    total += size
    if (total > LARGEST_TOTAL || (!isLarge && size > LARGEST_STREAM)) return true
  }
  return false
}

/** How long it becomes; one more than `most` where that is more. What is no such data is nothing. */
function inflatedSize(packed: Buffer, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH }).length
  } catch (error) {
    return error instanceof RangeError ? most + 1 : 0
  }
}
