import path from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, vi } from 'vitest'
import type { ReportDocument, ReportPart } from '@/lib/domain/report-document'
import { closePress, reportPdf } from '@/lib/report/pdf'
import { prepareFonts } from '@/scripts/fonts.mjs'

/** Called once at the top of a test file that makes PDFs: the fonts are there, and no thread is left behind. */
export function typesetting(): void {
  vi.setConfig({ testTimeout: 60_000 })
  beforeAll(() => {
    process.env.HENGJI_FONT_CACHE = prepareFonts(path.resolve('.cache/fonts'))
  }, 60_000)
  afterAll(closePress)
}

/** The PDF of a document; throws where it is refused. */
export async function pdfOf(document: ReportDocument, part: ReportPart = 'both'): Promise<Uint8Array> {
  const pdf = await reportPdf(document, part)
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.refusal))
  return pdf.value
}

/** The text of each page as a reader copies it, without line ends and spaces: where a line breaks says nothing. */
export async function textOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: false })
  return text.map((page) => page.replace(/\s+/gu, ''))
}

/** Width and height of each page in mm. */
export async function pageSizes(pdf: Uint8Array): Promise<[number, number][]> {
  const file = await getDocumentProxy(Uint8Array.from(pdf))
  const pages = await Promise.all(Array.from({ length: file.numPages }, (_, index) => file.getPage(index + 1)))
  return pages.map((page) => {
    const { width, height } = page.getViewport({ scale: 1 })
    return [Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]
  })
}
