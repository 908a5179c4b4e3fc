import fs from 'node:fs'
import path from 'node:path'

/** Which characters a font can show, by its own table of characters (OpenType `cmap`, formats 4 and 12). */

/** Calls `cover` with every range of characters of a font file; a file that is none covers nothing. */
export function coveredBy(file: string, cover: (first: number, last: number) => void): void {
  const handle = fs.openSync(file, 'r')
  const read = (position: number, length: number): Buffer => {
    const bytes = Buffer.alloc(length)
    return bytes.subarray(0, fs.readSync(handle, bytes, 0, length, position))
  }
  try {
    for (const start of fontsIn(read(0, 4096))) {
      const table = tableOf(read(start, 4096))
      if (table !== null) coverTable(read(table.offset, table.length), cover)
    }
  } catch (error) {
    // What ends too early or points outside itself is no font.
    if (!(error instanceof RangeError)) throw error
  } finally {
    fs.closeSync(handle)
  }
}

/** Where the fonts of a file begin: a collection holds several. */
function fontsIn(head: Buffer): number[] {
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0]
  return Array.from({ length: Math.min(head.readUInt32BE(8), 64) }, (_, index) => head.readUInt32BE(12 + 4 * index))
}

function tableOf(directory: Buffer): { offset: number; length: number } | null {
  const count = directory.readUInt16BE(4)
  for (let entry = 12; entry < 12 + 16 * count; entry += 16)
    if (directory.toString('latin1', entry, entry + 4) === 'cmap')
      return { offset: directory.readUInt32BE(entry + 8), length: directory.readUInt32BE(entry + 12) }
  return null
}

function coverTable(cmap: Buffer, cover: (first: number, last: number) => void): void {
  const count = cmap.readUInt16BE(2)
  for (let entry = 4; entry < 4 + 8 * count; entry += 8) {
    const at = cmap.readUInt32BE(entry + 4)
    const format = cmap.readUInt16BE(at)
    if (format === 12) coverGroups(cmap.subarray(at), cover)
    if (format === 4) coverSegments(cmap.subarray(at), cover)
  }
}

function coverGroups(table: Buffer, cover: (first: number, last: number) => void): void {
  const groups = table.readUInt32BE(12)
  for (let at = 16; at < 16 + 12 * groups; at += 12) cover(table.readUInt32BE(at), Math.min(table.readUInt32BE(at + 4), 0x10ffff))
}

function coverSegments(table: Buffer, cover: (first: number, last: number) => void): void {
  const bytes = table.readUInt16BE(6)
  for (let at = 0; at < bytes; at += 2) {
    const [last, first] = [table.readUInt16BE(14 + at), table.readUInt16BE(16 + bytes + at)]
    if (first <= last && first !== 0xffff) cover(first, last)
  }
}

/** The font files of a folder; none where there is no such folder. */
export const fontFiles = (folder: string): string[] =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ttf|otf|ttc|otc)$/i.test(name))
        .map((name) => path.join(folder, name))
    : []
