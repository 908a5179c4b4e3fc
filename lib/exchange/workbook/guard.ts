import { type ArchiveTrouble, archiveOf } from '@/lib/exchange/papers/office-archive'
import type { PlainDocumentError } from '@/lib/messages/document-errors'

/**
 * A workbook of ours has some thousand cells, another program's may have more than can be kept: what says so much of itself is refused
 * before anything is parsed.
 */
const MOST_XML = 32 * 1024 * 1024
const MOST_ROW = 5_000
const MOST_COLUMN = 'ZZ'
const MOST_CELLS = 200_000
const MOST_MERGES = 2_000
const MOST_MERGED = 10_000

const TROUBLES: Readonly<Record<ArchiveTrouble, PlainDocumentError>> = {
  notOffice: 'notWorkbook',
  encryptedFile: 'encryptedWorkbook',
  legacyFile: 'legacyWorkbook',
  ofdFile: 'notWorkbook',
  workbookFile: 'notWorkbook',
  suspiciousFile: 'suspiciousFile',
  macros: 'workbookMacros',
}

/** Why the bytes are not to be read as a workbook; null where they may be. */
export function bookTrouble(bytes: Uint8Array): PlainDocumentError | null {
  if (bytes.length < 4 || (bytes[0] !== 0x50 && bytes[0] !== 0xd0)) return 'notWorkbook'
  const opened = archiveOf(bytes, 'xl/workbook.xml')
  if (!opened.ok) return TROUBLES[opened.trouble]
  const { names, sizeOf, read } = opened.archive
  const parts = names.filter((name) => /\.(?:xml|rels|vml)$/i.test(name))
  if (parts.reduce((all, name) => all + sizeOf(name), 0) > MOST_XML) return 'suspiciousFile'
  for (const name of parts) {
    const xml = read(name)
    if (xml === null || isSuspicious(xml)) return 'suspiciousFile'
    if (isLarge(xml)) return 'largeTables'
  }
  return null
}

/** In another encoding the signs that are looked for would not be found. */
const isSuspicious = (xml: string): boolean =>
  xml.startsWith('\uFFFD') ||
  xml.slice(0, 200).includes('\0') ||
  /<!DOCTYPE|<!ENTITY/i.test(xml) ||
  /<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8["'])/i.test(xml.slice(0, 200))

/** Whichever part a sheet is kept in: what its name says of a part is not believed. */
function isLarge(xml: string): boolean {
  let cells = 0
  for (const [, attributes = ''] of xml.matchAll(/<(?:\w+:)?(?:c|row)(?=[\s/>])([^>]*)>/g)) {
    cells += 1
    const at = /(?:^|\s)r\s*=\s*["']\s*([A-Za-z]*)(\d+)/.exec(attributes)
    if (cells > MOST_CELLS || (at !== null && isFar(at[1] ?? '', at[2] ?? ''))) return true
  }
  let merges = 0
  for (const [, from = '', top = '', to = '', bottom = ''] of xml.matchAll(
    /<(?:\w+:)?mergeCell\s[^>]*ref\s*=\s*["']([A-Z]+)(\d+):([A-Z]+)(\d+)/gi,
  )) {
    merges += 1
    const area = (numberOf(to) - numberOf(from) + 1) * (Number(bottom) - Number(top) + 1)
    if (merges > MOST_MERGES || isFar(to, bottom) || area > MOST_MERGED) return true
  }
  return false
}

const numberOf = (letters: string): number => [...letters.toUpperCase()].reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0)

const isFar = (column: string, row: string): boolean => Number(row) > MOST_ROW || numberOf(column) > numberOf(MOST_COLUMN)
