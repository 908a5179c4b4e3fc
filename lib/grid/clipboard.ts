import type { Block, CopiedCell } from './block'
import { htmlTable } from './html-table'

/** What a clipboard holds as a block of cells: its table where it has one, and else its text. */
export const blockOf = ({ html, text }: { html: string; text: string }): Block => htmlTable(html) ?? tsvBlock(text)

/**
 * Text as spreadsheets copy it: cells parted by tabs, rows by line breaks. A cell that holds either, or begins with a quote,
 * stands in quotes with its own doubled; a quote that nothing closes is a quote.
 */
export function tsvBlock(text: string): Block {
  const whole = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const rows: CopiedCell[][] = []
  let row: CopiedCell[] = []
  let rest = whole
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest)
    const bare = quoted === null ? (/^[^\t\n]*/.exec(rest)?.[0] ?? '') : ''
    row.push({ text: quoted === null ? bare : (quoted[1] ?? '').replaceAll('""', '"') })
    rest = rest.slice(quoted === null ? bare.length : quoted[0].length)
    if (rest[0] !== '\t') {
      rows.push(row)
      row = []
    }
    if (rest === '') return rows
    rest = rest.slice(1)
  }
}

export const writeTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((text) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t')).join('\r\n')

const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign).replaceAll('\n', '<br>')

/** A table of which spreadsheets take numbers as numbers, and leave everything else as the text it is (1-2 is no day, 007 no seven). */
export const writeHtml = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map(writtenCell).join('')}</tr>`).join('')}</table>`

const writtenCell = (text: string): string =>
  NUMBER.test(text) && !/^-?0\d/.test(text)
    ? `<td>${text.replaceAll(',', '')}</td>`
    : `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`
