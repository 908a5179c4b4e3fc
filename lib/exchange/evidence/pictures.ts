import type { PlainRefusal } from '@/lib/domain/decision/decision'
import { type FileBytes, holds } from './file-bytes'

/** A larger picture takes a browser's memory: A3 at 600 dots an inch has 70 million. */
const MOST_PIXELS = 200_000_000

/** What a browser might run where it takes a picture for a page. */
const ACTIVE = /<(?:script|html|!doctype|iframe|\?php)|<svg[\s>]/i

/** The last chunk of a PNG; nothing stands behind it. */
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex')

export async function pngTrouble(file: FileBytes): Promise<PlainRefusal | null> {
  const head = Buffer.from(await file.read(0, 33))
  if (head.length < 33 || head.toString('latin1', 12, 16) !== 'IHDR') return 'evidence-broken'
  const end = await file.read(Math.max(0, file.size - PNG_END.length), PNG_END.length)
  if (!PNG_END.equals(end)) return (await holds(file, /IEND/)) ? 'evidence-active' : 'evidence-broken'
  return pixelsTrouble(file, head.readUInt32BE(16), head.readUInt32BE(20))
}

async function pixelsTrouble(file: FileBytes, width: number, height: number): Promise<PlainRefusal | null> {
  if (width === 0 || height === 0 || width * height > MOST_PIXELS) return 'evidence-broken'
  return (await holds(file, ACTIVE)) ? 'evidence-active' : null
}

/** Segments before the picture itself: marks of cameras, a small picture, colours. */
const MOST_SEGMENTS = 500

export async function jpegTrouble(file: FileBytes): Promise<PlainRefusal | null> {
  let at = 2
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    const head = Buffer.from(await file.read(at, 9))
    if (head.length < 9 || head[0] !== 0xff) return 'evidence-broken'
    const marker = head[1] ?? 0
    // A byte that only fills up
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) return pixelsTrouble(file, head.readUInt16BE(7), head.readUInt16BE(5))
    else if (head.readUInt16BE(2) < 2) return 'evidence-broken'
    else at += 2 + head.readUInt16BE(2)
  }
  return 'evidence-broken'
}

/** Whether the segment says how large the picture is: SOF0 to SOF15, but for tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
