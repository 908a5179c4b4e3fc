import path from 'node:path'

/** Where the fonts of the papers are: the office's own first. Read where the program runs: they are no part of its bundle. */
export function fontFolders(): string[] {
  const data = path.resolve(/* turbopackIgnore: true */ process.cwd(), process.env.HENGJI_DATA_DIR || '.data')
  const own = process.env.FONT_DIR ? [path.resolve(process.env.FONT_DIR)] : []
  return [...own, process.env.HENGJI_FONT_CACHE || path.join(data, 'fonts')]
}
