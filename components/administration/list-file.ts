import { tsvBlock, writeTsv } from '@/lib/grid/clipboard'

/** Larger is no list. */
const LARGEST = 5 * 1024 * 1024

/**
 * The table in a file as spreadsheets copy it. It is read here, in the browser of whoever chose it, and nowhere else: what the
 * server is given is the text that the person sees. Rejects where it is no table.
 */
export async function textOfFile(file: File): Promise<string> {
  if (file.size > LARGEST) throw new RangeError('too large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  return writeTsv(bytes[0] === 0x50 && bytes[1] === 0x4b ? await sheetOf(bytes) : await separated(bytes))
}

async function sheetOf(bytes: Uint8Array): Promise<string[][]> {
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(bytes, { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden })
  const filled = sheets.find(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
  if (filled === undefined) throw new RangeError('nothing in it')
  return filled.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
}

/** Text parted by tabs or commas, in UTF-8 or as Chinese versions of Windows write it. */
async function separated(bytes: Uint8Array): Promise<string[][]> {
  const text = decoded(bytes)
  if (text.includes('\t')) return tsvBlock(text).map((row) => row.map((cell) => cell.text))
  const { parseCsv } = await import('hucre/csv')
  return parseCsv(text).map((row) => row.map((cell) => String(cell ?? '')))
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  }
}

/** Lines that a template prepares. */
const PREPARED = 500

/** An empty list as a workbook called `name` with its head, and the words to choose from where only some will do. */
export async function writeTemplate(name: string, columns: readonly { header: string; words?: readonly string[] }[]): Promise<void> {
  const { writeXlsx } = await import('hucre/xlsx')
  const choices = columns.flatMap(({ words }, index) => {
    const letter = columnLetters(index)
    const range = `${letter}2:${letter}${PREPARED + 1}`
    return words === undefined
      ? []
      : [{ type: 'list' as const, values: [...words], range, showErrorMessage: true, errorMessage: '请从下拉列表中选择。' }]
  })
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        // As text: a code that begins with 0 keeps it
        columns: columns.map(({ header }) => ({ header, key: header, width: Math.max(16, header.length * 2), numFmt: '@' })),
        rows: [columns.map(({ header }) => header)],
        freezePane: { rows: 1 },
        dataValidations: choices,
      },
    ],
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(
    new Blob([Uint8Array.from(bytes)], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  )
  link.download = `${name}.xlsx`
  link.click()
  URL.revokeObjectURL(link.href)
}

const columnLetters = (index: number): string =>
  (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26))
