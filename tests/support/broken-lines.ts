const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (/[\d.,%A-Za-z-]/.test(sign) ? 1 : 2), 0)

/** Breaks each paragraph into lines as wide as so many Chinese signs, as text taken from a page is: indented first lines, a page's number between pages. */
export function brokenLines(paragraphs: readonly string[], signs = 28, linesOnPage = 22): string {
  const lines: string[] = []
  let page = 1
  const add = (line: string): void => {
    lines.push(line)
    if (lines.length % linesOnPage === 0) lines.push(`${++page}`)
  }
  for (const paragraph of paragraphs) {
    // Rows of tables stay as they are.
    if (paragraph.startsWith('|')) {
      add(paragraph)
      continue
    }
    // Marks do not begin a line, numbers and Latin words are not torn.
    const pieces = paragraph.match(/(?:[\d.,]+%?|[A-Za-z]+|.)[，。；、：”）》]*/gu) ?? []
    let line = ''
    let width = signs * 2 - 4
    for (const piece of pieces) {
      if (line !== '' && widthOf(line + piece) > width) {
        add(line)
        line = ''
        width = signs * 2
      }
      line += piece
    }
    add(line)
  }
  return lines.join('\n\n')
}
