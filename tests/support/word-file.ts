import { cellsOfRow } from './marked-report'
import { zipOf } from './zip'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

/** 一、 and （一） as lists that Word numbers itself: the text holds no numbers. */
const NUMBERED: readonly (readonly [RegExp, number])[] = [
  [/^[一二三四五六七八九十]{1,3}、/, 0],
  [/^（[一二三四五六七八九十]{1,3}）/, 1],
]

const NUMBERING = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`

/** Words in runs of a few signs, as Word writes what was edited. */
const runs = (text: string): string => (text.match(/.{1,7}/gs) ?? []).map(run).join('')

function paragraph(line: string, numbers: boolean): string {
  const text = line.replace(/^[\s\u3000]+/, '')
  const found = numbers ? NUMBERED.find(([pattern]) => pattern.test(text)) : undefined
  if (found === undefined) return `<w:p>${runs(text)}</w:p>`
  const [pattern, level] = found
  const properties = `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`
  return `<w:p>${properties}${runs(text.replace(pattern, ''))}</w:p>`
}

function table(rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => {
    const parts: string[] = []
    for (let i = 0; i < cells.length; i++) {
      if (cells[i] === '<') continue
      let span = 1
      while (cells[i + span] === '<') span += 1
      const text = cells[i] ?? ''
      const below = rows[rows.indexOf(cells) + 1]?.[i] === '^'
      const merge = text === '^' ? '<w:vMerge/>' : below ? '<w:vMerge w:val="restart"/>' : ''
      parts.push(
        `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}</w:tcPr><w:p>${text === '^' ? '' : runs(text)}</w:p></w:tc>`,
      )
    }
    return `<w:tr>${parts.join('')}</w:tr>`
  }
  return `<w:tbl>${rows.map(row).join('')}</w:tbl>`
}

/** A report's lines and tables as a .docx. */
export function wordFile(
  text: string,
  { numbers = false, files = {} }: { numbers?: boolean; files?: Record<string, string> } = {},
): Uint8Array {
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
      body.push(paragraph(line, numbers))
    }
  }
  close()
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body.join('')}</w:body></w:document>`,
    'word/numbering.xml': NUMBERING,
    ...files,
  })
}
