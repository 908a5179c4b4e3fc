/**
 * A title is broken where a word ends, into as few lines as hold it and as even as can be: the typesetter itself
 * would break between any two characters.
 */

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Words of titles and of offices' names that are never cut, whatever the dictionary says. */
const WHOLE = /\d+年度|人民政府|街道办事处|办事处|委员会|管理局|部门整体支出|项目支出|绩效自评报告|绩效自评表/gu

/** Where a line ends well: behind an authority's name, and before what the paper is about. Anywhere else costs evenness. */
const ENDS_WELL = /(年度|人民政府|委员会|管理局|局|厅|处)$/u
const BEGINS_WELL = /^(部门整体支出|项目支出)$/u
const UGLY_BREAK = 40

/** Widths in full characters; a figure or Latin letter is half of one. */
const widthOf = (text: string): number => [...text].reduce((all, character) => all + (character.charCodeAt(0) < 128 ? 0.5 : 1), 0)

function wordsOf(title: string): string[] {
  const words: string[] = []
  const plainWords = (text: string) => words.push(...[...segmenter.segment(text)].map(({ segment }) => segment))
  let rest = 0
  for (const match of title.matchAll(WHOLE)) {
    plainWords(title.slice(rest, match.index))
    words.push(match[0])
    rest = match.index + match[0].length
  }
  plainWords(title.slice(rest))
  return words
}

/** The lines of a title of at most `longest` full characters each; a single word longer than that stays whole. */
export function titleLines(title: string, longest = 20): string[] {
  const words = wordsOf(title)
  // best[i]: the fewest and most even lines for the words from i on
  const best: { lines: number; unevenness: number; next: number }[] = []
  best[words.length] = { lines: 0, unevenness: 0, next: words.length }
  const ideal = widthOf(title) / Math.ceil(widthOf(title) / longest)
  for (let from = words.length - 1; from >= 0; from--) {
    for (let to = from + 1; to <= words.length; to++) {
      const width = widthOf(words.slice(from, to).join(''))
      if (width > longest && to > from + 1) break
      const rest = best[to]
      if (rest === undefined) continue
      const well = to === words.length || ENDS_WELL.test(words[to - 1] ?? '') || BEGINS_WELL.test(words[to] ?? '')
      const unevenness = rest.unevenness + (width - ideal) ** 2 + (well ? 0 : UGLY_BREAK)
      const candidate = { lines: rest.lines + 1, unevenness, next: to }
      const known = best[from]
      if (!known || candidate.lines < known.lines || (candidate.lines === known.lines && candidate.unevenness < known.unevenness))
        best[from] = candidate
    }
  }
  const lines: string[] = []
  for (let from = 0; from < words.length; ) {
    const to = best[from]?.next ?? words.length
    lines.push(words.slice(from, to).join(''))
    from = to
  }
  return lines
}
