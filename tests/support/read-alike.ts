import type { EvaluatedDocument } from '@/lib/exchange/evaluate'

/** What is read of a text, as far as no layout may change it: every figure with what became of it, and what is wrong. */

/** Findings about signs, numbering and layout themselves. */
const OF_LAYOUT = new Set(['T07', 'T08', 'T10', 'T12', 'T43'])
const bare = (words: string): string => words.replace(/[,\s\u200b]/g, '')

export function readOf({ findings, figures = [] }: EvaluatedDocument): string[] {
  return [
    ...figures.map(({ text, status, relations }) => `${bare(text)} ${status} ${relations.join(' ')}`),
    ...findings
      .filter(({ code, at }) => !OF_LAYOUT.has(code) && at.startsWith('/narrative'))
      .map(({ code, expected = '', found = '' }) => `${code} ${bare(found)} ${expected}`),
  ]
}

/** Figures whose place in the text is none of a number: of a figure said in words its first sign. */
export const misplaced = ({ figures = [] }: EvaluatedDocument, narrative: string): string[] =>
  figures.flatMap(({ text, offset }) =>
    /^[-−\d０-９－两一二三四五六七八九十翻半⼀]/.test(narrative.slice(offset)) ? [] : [`${text} at ${narrative.slice(offset, offset + 6)}`],
  )
