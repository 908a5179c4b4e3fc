import type { Paper } from '@/lib/domain/intake/paper'
import { type ArchiveTrouble, archiveOf } from './office-archive'
import { type GridCell, PaperBuilder } from './paper-builder'
import { type ListPlace, WordNumbering } from './word-numbering'
import { childrenOf, type Element, readXml, settingOf, within } from './xml'

/** More columns no paper has. */
const MOST_COLUMNS = 200

/** A .docx as a paper: paragraphs with their numbers, and tables as grids. Refused before it is parsed where it may do harm. */
export function paperOfWord(bytes: Uint8Array): { ok: true; paper: Paper } | { ok: false; trouble: ArchiveTrouble } {
  const opened = archiveOf(bytes)
  if (!opened.ok) return opened
  const part = (name: string): Element | null => {
    const xml = opened.archive.read(name)
    return xml === null ? null : readXml(xml)
  }
  const body = within(part('word/document.xml') ?? undefined, 'w:body')
  if (body === undefined) return { ok: false, trouble: 'suspiciousFile' }
  const reader = new WordReader(new WordNumbering(part('word/numbering.xml')), listsOfStyles(part('word/styles.xml')))
  reader.blocks(body)
  return { ok: true, paper: reader.paper.build() }
}

type StyleLists = ReadonlyMap<string, ListPlace>

/** Styles whose paragraphs are numbered. */
function listsOfStyles(styles: Element | null): StyleLists {
  const lists = new Map<string, ListPlace>()
  for (const style of styles === null ? [] : childrenOf(styles, 'w:style')) {
    const place = placeOf(within(style, 'w:pPr', 'w:numPr'))
    if (place !== null) lists.set(style.attributes['w:styleId'] ?? '', place)
  }
  return lists
}

function placeOf(numbered: Element | undefined): ListPlace | null {
  const list = settingOf(within(numbered, 'w:numId'))
  return numbered === undefined || list === undefined ? null : { list, level: wholeOf(settingOf(within(numbered, 'w:ilvl')), 0) }
}

/** A small whole number, as many columns or levels as a paper may have. */
const wholeOf = (digits: string | undefined, otherwise: number): number =>
  /^\d{1,3}$/.test(digits ?? '') ? Math.min(Number(digits), MOST_COLUMNS) : otherwise

/** What only wraps other blocks or words. */
const WRAPS = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:smartTag',
  'w:hyperlink',
  'w:fldSimple',
  'w:customXml',
  'mc:AlternateContent',
  'mc:Choice',
  'w:r',
  'w:pict',
  'w:drawing',
  'w:object',
])

class WordReader {
  readonly paper = new PaperBuilder()

  constructor(
    private readonly numbering: WordNumbering,
    private readonly styles: StyleLists,
  ) {}

  blocks(container: Element): void {
    for (const child of childrenOf(container)) {
      if (child.name === 'w:p') for (const line of this.linesOf(child)) this.paper.paragraph(line)
      else if (child.name === 'w:tbl') this.table(child)
      else if (WRAPS.has(child.name)) this.blocks(child)
    }
  }

  /** A paragraph's words with its number, broken where the writer broke them. A table of contents says nothing of its own. */
  private linesOf(paragraph: Element): string[] {
    const properties = within(paragraph, 'w:pPr')
    const style = settingOf(within(properties, 'w:pStyle')) ?? ''
    if (/^(?:TOC|目录)\d*$/i.test(style)) return []
    const { text, boxes } = wordsOf(paragraph)
    const place = placeOf(within(properties, 'w:numPr')) ?? this.styles.get(style) ?? null
    const number = text.trim() === '' || place === null ? '' : this.numbering.next(place)
    return [...`${number}${text}`.split('\n'), ...boxes.flatMap((box) => childrenOf(box, 'w:p').flatMap((inner) => this.linesOf(inner)))]
  }

  private table(table: Element): void {
    const rows = rowsOf(table)
    // A frame around text is no table: its words are paragraphs.
    if (rows.every((row) => cellsOf(row).length <= 1)) for (const row of rows) for (const cell of cellsOf(row)) this.blocks(cell)
    else this.paper.table(rows.map((row) => this.gridRow(row)))
  }

  private gridRow(row: Element): GridCell[] {
    const cells: GridCell[] = []
    const before = wholeOf(settingOf(within(row, 'w:trPr', 'w:gridBefore')), 0)
    if (before > 0) cells.push({ text: '', columns: before, continues: false })
    for (const cell of cellsOf(row)) {
      const properties = within(cell, 'w:tcPr')
      const merged = within(properties, 'w:vMerge')
      cells.push({
        text: this.wordsOfCell(cell),
        columns: Math.max(1, wholeOf(settingOf(within(properties, 'w:gridSpan')), 1)),
        continues: merged !== undefined && settingOf(merged) !== 'restart',
      })
    }
    return cells
  }

  private wordsOfCell(cell: Element): string {
    const lines: string[] = []
    const collect = (container: Element): void => {
      for (const child of childrenOf(container)) {
        if (child.name === 'w:p') lines.push(...this.linesOf(child))
        else if (child.name === 'w:tbl') for (const row of rowsOf(child)) for (const inner of cellsOf(row)) collect(inner)
        else if (WRAPS.has(child.name)) collect(child)
      }
    }
    collect(cell)
    return lines.filter((line) => line.trim() !== '').join('\n')
  }
}

const rowsOf = (table: Element): Element[] => unwrapped(table, 'w:tr')
const cellsOf = (row: Element): Element[] => unwrapped(row, 'w:tc')

const unwrapped = (container: Element, name: string): Element[] =>
  childrenOf(container).flatMap((child) => (child.name === name ? [child] : WRAPS.has(child.name) ? unwrapped(child, name) : []))

/** What a paragraph holds and does not show: deleted words, words that stand elsewhere now, codes of fields. */
const GONE = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback', 'w:pPr'])

/** The words of a paragraph, and the text boxes that hang on it. Deleted words and those of fields' codes are not there. */
function wordsOf(paragraph: Element): { text: string; boxes: Element[] } {
  let text = ''
  const boxes: Element[] = []
  const collect = (element: Element): void => {
    for (const child of childrenOf(element)) {
      if (child.name === 'w:t') text += child.children.filter((words) => typeof words === 'string').join('')
      else if (child.name === 'w:tab') text += '\t'
      else if (child.name === 'w:br' || child.name === 'w:cr') text += child.attributes['w:type'] === 'page' ? '' : '\n'
      else if (child.name === 'w:noBreakHyphen') text += '-'
      else if (child.name === 'w:txbxContent') boxes.push(child)
      else if (!GONE.has(child.name)) collect(child)
    }
  }
  collect(paragraph)
  return { text: (text.match(/[^\t]\t(?=[^\t])/g) ?? []).length > 1 ? text : text.replace(/\t+/g, ' '), boxes }
}
