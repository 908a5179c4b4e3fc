// The fonts that reports are typeset with, out of npm packages, in one folder that the typesetter reads.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import zlib from 'node:zlib'
import { keepFile } from './keep-file.mjs'

const require = createRequire(import.meta.url)

const sans = require.resolve('@expo-google-fonts/noto-sans-sc/package.json')
const serif = require.resolve('@expo-google-fonts/noto-serif-sc/package.json')
const kai = require.resolve('@fontsource/lxgw-wenkai/package.json')

/** 黑体, 宋体, 小标宋's stand-in; 楷体 and 仿宋's stand-in, whose files are the whole fonts, whatever their names say. */
const fonts = [
  { name: 'noto-sans-sc-400.ttf', manifest: sans, file: '400Regular/NotoSansSC_400Regular.ttf' },
  { name: 'noto-serif-sc-400.ttf', manifest: serif, file: '400Regular/NotoSerifSC_400Regular.ttf' },
  { name: 'noto-serif-sc-700.ttf', manifest: serif, file: '700Bold/NotoSerifSC_700Bold.ttf' },
  { name: 'lxgw-wenkai-regular.ttf', manifest: kai, file: 'files/lxgw-wenkai-latin-500-normal.woff' },
  { name: 'lxgw-wenkai-light.ttf', manifest: kai, file: 'files/lxgw-wenkai-latin-300-normal.woff' },
]

const aligned = (length) => (length + 3) & ~3

/** WOFF 1.0 to TrueType: the same tables, inflated and put behind a TrueType header. */
export function trueTypeOf(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + 20 * index
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((field) => woff.readUInt32BE(entry + field))
    const bytes = woff.subarray(offset, offset + packed)
    return { tag, length, checksum, bytes: packed < length ? zlib.inflateSync(bytes) : bytes }
  })

  const header = Buffer.alloc(12 + 16 * count)
  const selector = Math.floor(Math.log2(count))
  header.writeUInt32BE(woff.readUInt32BE(4), 0)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(16 << selector, 6)
  header.writeUInt16BE(selector, 8)
  header.writeUInt16BE(16 * count - (16 << selector), 10)

  let position = header.length
  tables.forEach(({ tag, checksum, length }, index) => {
    ;[tag, checksum, position, length].forEach((value, field) => {
      header.writeUInt32BE(value, 12 + 16 * index + 4 * field)
    })
    position += aligned(length)
  })
  return Buffer.concat([header, ...tables.flatMap(({ bytes }) => [bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)])])
}

const versions = () =>
  [sans, serif, kai]
    .map((manifest) => require(manifest))
    .map(({ name, version }) => `${name}@${version}`)
    .join('\n')

/** Puts the fonts into `folder` where they are missing or of another version. Gives the folder. */
export function prepareFonts(folder) {
  const stamp = path.join(folder, 'versions.txt')
  const wanted = versions()
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return folder
  fs.mkdirSync(folder, { recursive: true })
  for (const font of fonts) {
    const bytes = fs.readFileSync(path.join(path.dirname(font.manifest), font.file))
    keepFile(path.join(folder, font.name), font.file.endsWith('.woff') ? trueTypeOf(bytes) : bytes)
  }
  keepFile(stamp, wanted)
  return folder
}
