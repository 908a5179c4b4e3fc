import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { repeatedLines, runningLines, withoutFurniture } from '@/lib/domain/intake/page-furniture'
import type { Paper } from '@/lib/domain/intake/paper'
import { drawnLines } from './page-drawing'
import { type WordLine, wordLines } from './page-words'
import { PaperBuilder } from './paper-builder'
import { isPdfBomb } from './pdf-guard'
import { type Placed, type RuledTable, ruledTables } from './ruled-tables'
import { type SpacedTable, spacedTables } from './spaced-tables'
import { gridOf, isAsWide, type PageTable } from './table-grid'

export type PdfTrouble = 'encryptedPdf' | 'suspiciousFile' | 'scannedFile'

/** More pages no report has. */
const MOST_PAGES = 500
/** Words and lines that a page may hold. */
const MOST_WORDS = 50_000

type PageParts = { lines: WordLine[]; tables: PageTable[]; spaced: SpacedTable[] }

/** A .pdf as a paper, by where its words and lines stand. Nothing that it may run is run. */
export async function paperOfPdf(bytes: Uint8Array): Promise<{ ok: true; paper: Paper } | { ok: false; trouble: PdfTrouble }> {
  if (isPdfBomb(bytes)) return { ok: false, trouble: 'suspiciousFile' }
  try {
    const pages = await pagesOf(bytes)
    if (pages === null) return { ok: false, trouble: 'suspiciousFile' }
    if (pages.every(({ lines, tables, spaced }) => lines.length + tables.length + spaced.length === 0))
      return { ok: false, trouble: 'scannedFile' }
    return { ok: true, paper: paperOfPages(pages) }
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return { ok: false, trouble: isLocked ? 'encryptedPdf' : 'suspiciousFile' }
  }
}

// What PDF.js takes for granted and Node.js 20 lacks; without it no page's lines are known.
ArrayBuffer.prototype.transferToFixedLength ??= function (this: ArrayBuffer, length?: number): ArrayBuffer {
  return this.slice(0, length)
}

async function pagesOf(bytes: Uint8Array): Promise<PageParts[] | null> {
  const { OPS } = await getResolvedPDFJS()
  // A copy: the bytes handed in are taken away from whoever had them.
  const file = await getDocumentProxy(Uint8Array.from(bytes), {
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    if (file.numPages > MOST_PAGES) return null
    const pages: PageParts[] = []
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      const { height } = page.getViewport({ scale: 1 })
      const content = await page.getTextContent()
      if (content.items.length > MOST_WORDS) return null
      const words = content.items.flatMap((item): Placed[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
        const size = Math.hypot(c, d) || item.height || 10
        return [{ text: item.str, x, y: height - y, width: item.width, height: size }]
      })
      pages.push(partsOf(words, ruledTables(drawnLines(await page.getOperatorList(), OPS, height))))
      page.cleanup()
    }
    return pages
  } finally {
    await file.destroy()
  }
}

function partsOf(words: readonly Placed[], tables: readonly RuledTable[]): PageParts {
  const inside = tables.map((table) => ({ table, words: [] as Placed[] }))
  const rest: Placed[] = []
  for (const word of words) {
    const [x, y] = [word.x + word.width / 2, word.y - word.height * 0.35]
    const own = inside.find(({ table }) => x >= table.left && x <= table.right && y >= table.top && y <= table.bottom)
    ;(own?.words ?? rest).push(word)
  }
  const spaced = spacedTables(rest)
  return { lines: wordLines(spaced.rest), spaced: spaced.tables, tables: inside.filter((own) => own.words.length > 0) }
}

/** Pages as one paper: running heads and feet taken out, a table that a page broke put together again. */
function paperOfPages(pages: readonly PageParts[]): Paper {
  const paper = new PaperBuilder()
  const repeated = new Set([
    ...repeatedLines(pages.flatMap(({ lines }) => lines.map(({ text }) => text))),
    ...runningLines(pages.map(({ lines }) => [...lines.slice(0, EDGE), ...lines.slice(EDGE).slice(-EDGE)])),
  ])
  const edge = edgeOf(pages)
  let open: PageTable[] = []
  const close = (): void => {
    if (open.length > 0) paper.table(gridOf(open))
    // Pages that began within the table.
    for (let i = 1; i < open.length; i++) paper.page()
    open = []
  }
  for (const { lines, tables, spaced } of pages) {
    // In the middle of a page a number, or words that come again, are a form's.
    const [top, bottom] = [Math.min(EDGE, lines.length), Math.max(EDGE, lines.length - EDGE)]
    const kept = [
      ...withoutFurniture(lines.slice(0, top), repeated),
      ...lines.slice(top, bottom),
      ...withoutFurniture(lines.slice(bottom), repeated),
    ]
    const left = Math.min(...kept.map((line) => line.left))
    const parts = [
      ...kept.map((line) => ({ y: line.y, line })),
      ...tables.map((own) => ({ y: own.table.top, own })),
      ...spaced.map(({ y, rows }) => ({ y, rows })),
    ].sort((a, b) => a.y - b.y)
    for (const [place, part] of parts.entries()) {
      const last = open.at(-1)
      // As wide as the one that the page before ended with: the table goes on.
      const goesOn = place === 0 && 'own' in part && last !== undefined && isAsWide(last.table, part.own.table)
      if (!goesOn) {
        close()
        if (place === 0) paper.page()
      }
      if ('own' in part) open.push(part.own)
      else if ('rows' in part) paper.table(part.rows.map((cells) => cells.map((text) => ({ text, columns: 1, continues: false }))))
      else paper.paragraph(part.line.text, ((part.line.left - left) / part.line.size) * 2, part.line.right > edge - part.line.size * SLACK)
    }
  }
  close()
  return paper.build()
}

/** So many lines at the top and at the foot of a page may be its head and its foot. */
const EDGE = 3

/** Signs that a full line may leave empty at its end: a mark or a number that did not fit. */
const SLACK = 2

/** How far lines reach: as most of the widest do, whatever single ones stand out. */
function edgeOf(pages: readonly PageParts[]): number {
  const rights = pages.flatMap(({ lines }) => lines.map(({ right }) => right)).sort((a, b) => a - b)
  return rights[Math.floor(rights.length * 0.95)] ?? 0
}
