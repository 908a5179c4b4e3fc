import type { PageLine, Paper, TableCell } from '@/lib/domain/intake/paper'
import { type PaperPart, paperOf, withLostTables } from '@/lib/domain/intake/paper-of-lines'
import { withoutRadicals } from '@/lib/domain/reading/radicals'

/** A table's cell with how far it reaches. `continues`: it is the rest of the one above. */
export type GridCell = { text: string; columns: number; continues: boolean }

/** Without what no database keeps as text: NUL, and halves of signs. */
const sound = (text: string): string => withoutRadicals(text.replace(/[\0\p{Surrogate}]/gu, ''))

/** Puts a paper together of what a file holds, in its order. */
export class PaperBuilder {
  private text = ''
  private readonly parts: PaperPart[] = []
  private readonly pages: number[] = []

  page(): void {
    this.pages.push(this.text.length)
  }

  /** `isFull`: whether it reaches the edge of the page's text; absent: a paragraph of its own. */
  paragraph(text: string, indent = 0, isFull?: boolean): void {
    // A row's first and last cells may be blank.
    const line = text.includes('\t') && text.trim() !== '' ? sound(text).replace(/^[ \u3000]+|[ \u3000]+$/g, '') : sound(text).trim()
    if (line === '') return
    const placed: PageLine = { text: line, place: this.text.length, indent, ...(isFull === undefined ? {} : { isFull }) }
    this.parts.push({ line: placed })
    this.text += `${line}\n`
  }

  table(grid: readonly (readonly GridCell[])[]): void {
    const rows: TableCell[][] = []
    for (const cells of grid) {
      const row: TableCell[] = []
      for (const { text, columns, continues } of cells) {
        const above = continues ? rows.at(-1)?.[row.length] : undefined
        const cell = above ?? this.cell(text)
        for (let i = 0; i < columns; i++) row.push(cell)
      }
      this.text = `${this.text.replace(/\t$/, '')}\n`
      rows.push(row)
    }
    if (rows.length > 0) this.parts.push({ rows })
  }

  private cell(written: string): TableCell {
    const text = sound(written)
    const from = this.text.length
    this.text += `${text}\t`
    return { text, from, to: from + text.length }
  }

  build(): Paper {
    return paperOf(this.text, this.partsWithLostTables(), this.pages)
  }

  /** Forms that were written without a grid stand among the lines. */
  private partsWithLostTables(): PaperPart[] {
    const parts: PaperPart[] = []
    let lines: PageLine[] = []
    const close = (): void => {
      parts.push(...withLostTables(lines).map(withoutTabs))
      lines = []
    }
    for (const part of this.parts) {
      if ('line' in part) lines.push(part.line)
      else {
        close()
        parts.push(part)
      }
    }
    close()
    return parts
  }
}

/** A tab that parts no cells is a space. */
const withoutTabs = (part: PaperPart): PaperPart =>
  'line' in part && part.line.text.includes('\t') ? { line: { ...part.line, text: part.line.text.replaceAll('\t', ' ') } } : part
