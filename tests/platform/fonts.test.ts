import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { prepareFonts, trueTypeOf } from '@/scripts/fonts.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-fonts-'))

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** The sum over a table of a font file as its format defines it. */
function checksum(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}

test('the fonts of all five styles are there, each a whole TrueType file whose tables sum up', () => {
  prepareFonts(folder)
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.ttf'))
  expect(files).toHaveLength(5)
  for (const file of files.filter((name) => name.startsWith('lxgw'))) {
    const font = fs.readFileSync(path.join(folder, file))
    const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const entry = 12 + 16 * index
      const [sum = 0, offset = 0, length = 0] = [4, 8, 12].map((field) => font.readUInt32BE(entry + field))
      return { tag: font.toString('latin1', entry, entry + 4), sum, bytes: font.subarray(offset, offset + length) }
    })
    // The sum in `head` is over the whole file and left out of the table's own.
    for (const { sum, bytes } of tables.filter(({ tag }) => tag !== 'head')) expect(checksum(bytes)).toBe(sum)
    expect(tables.map(({ tag }) => tag)).toContain('glyf')
  }
})

test('fonts that are there already are left alone', () => {
  prepareFonts(folder)
  const file = path.join(folder, 'lxgw-wenkai-light.ttf')
  const before = fs.statSync(file).mtimeMs
  prepareFonts(folder)
  expect(fs.statSync(file).mtimeMs).toBe(before)
})

test('what is no WOFF file is refused', () => {
  expect(() => trueTypeOf(Buffer.from('wOF2 and more'))).toThrow('not a WOFF file')
})
