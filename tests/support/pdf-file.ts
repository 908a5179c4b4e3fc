import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { prepareFonts } from '@/scripts/fonts.mjs'
import { cellsOfRow } from './marked-report'

let shared: NodeCompiler | null = null
const compiler = (): NodeCompiler => {
  shared ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [prepareFonts(path.resolve('.cache/fonts'))] }] })
  return shared
}

const quoted = (text: string): string => JSON.stringify(text)

function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.flatMap((row, y) =>
    row.flatMap((text, x) => {
      if (text === '^' || text === '<') return []
      let [columns, lines] = [1, 1]
      while (row[x + columns] === '<') columns += 1
      while (rows[y + lines]?.[x] === '^') lines += 1
      return [`table.cell(colspan: ${columns}, rowspan: ${lines})[#${quoted(text)}]`]
    }),
  )
  return `#text(size: 9pt)[#table(columns: (1fr,) * ${rows[0]?.length ?? 1}, ${cells.join(', ')})]`
}

/** A report's lines and tables as a .pdf with page numbers: lines broken by the page, tables drawn, across pages where they are long. */
export function pdfFile(text: string): Uint8Array {
  const body: string[] = []
  let rows: string[][] = []
  const close = (): void => {
    if (rows.length > 0) body.push(table(rows))
    rows = []
  }
  for (const line of text.split('\n')) {
    const cells = cellsOfRow(line)
    if (cells !== null) rows.push(cells)
    else {
      close()
      if (line.trim() !== '') body.push(`#par[#${quoted(line.replace(/^[\s\u3000]+/, '').replace(/[\s\u3000]{2,}/g, '　　'))}]`)
    }
  }
  close()
  const set =
    '#set page(paper: "a4", margin: 28mm, numbering: "— 1 —")\n#set text(font: "Noto Serif SC", size: 16pt, lang: "zh")\n#set par(first-line-indent: (amount: 2em, all: true), justify: true)\n'
  return pdfOf(set + body.join('\n\n'))
}

/** A page that is set as its source says. */
export function pdfOf(source: string): Uint8Array {
  const compiled = compiler().compile({ mainFileContent: source })
  if (compiled.result === null) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  return new Uint8Array(compiler().pdf(compiled.result))
}
