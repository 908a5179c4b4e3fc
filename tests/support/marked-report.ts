import { halfWidth } from '@/lib/domain/reading/number-reading'
import type { EvaluationDocument } from '@/lib/exchange/document-format'

/**
 * A report in which what must be read is marked: ⟦adjustedBudget|2,150.00⟧ is a figure with where it belongs, `@problem `
 * before a paragraph or a cell says which part of the form it is, `@problem~ ` that what follows its first words does. A scan's
 * mistake has what is meant behind it: ⟦total|9６.3|96.3⟧. Without the marks it is the report.
 */
export type MarkedReport = { text: string; figures: { key: string; text: string }[]; paragraphs: { part: string; text: string }[] }

/** A row of a table: `| a | b |`. `^` goes on with the cell above, `<` with the one before. */
export const cellsOfRow = (line: string): string[] | null =>
  /^\|.*\|$/.test(line)
    ? line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
    : null

/** The report as plain text: cells that go on are blank, or not there. */
export const plainTextOf = ({ text }: MarkedReport): string =>
  text
    .split('\n')
    .map((line) => {
      const cells = cellsOfRow(line)
      return cells === null ? line : `| ${cells.map((cell) => (cell === '^' || cell === '<' ? '' : cell)).join(' | ')} |`
    })
    .join('\n')

const MARK = /⟦([^|⟧]+)\|([^|⟧]+)(?:\|([^⟧]+))?⟧/g

export function markedReport(marked: string): MarkedReport {
  const figures: MarkedReport['figures'] = []
  const paragraphs: MarkedReport['paragraphs'] = []
  const lines = marked.split('\n').map((line) => {
    const plain = line.replace(MARK, (_, key: string, text: string, meant: string | undefined) => {
      figures.push({ key, text: meant ?? text })
      return text
    })
    // A paragraph is a line or a cell of a table.
    return plain.replace(/(?<=^|\| )@(\w+)(~?) ([^|]*)/g, (_, part: string, headed: string, text: string) => {
      paragraphs.push({ part, text: (headed === '' ? text : text.replace(/^[^。：]*[。：]/, '')).trim() })
      return text
    })
  })
  return { text: lines.join('\n'), figures, paragraphs }
}

/** What was read wrong or not at all. */
export type Missed = { figures: string[]; paragraphs: string[] }

export function missedOf(report: MarkedReport, document: EvaluationDocument): Missed {
  return {
    figures: report.figures.filter((figure) => !isRead(figure, document)).map(({ key, text }) => `${key} ${text}`),
    paragraphs: report.paragraphs
      .filter(({ part, text }) => !bare(textsOf(part, document)).includes(bare(text)))
      .map(({ part, text }) => `${part} ${text}`),
  }
}

/** Words only: numbers before them, spaces and marks say nothing of whether they are there. */
const bare = (text: string): string =>
  text
    .replace(/[０-９．％]/g, halfWidth)
    .replace(/(?<=\d)O/g, '0')
    .replace(/^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳●■]|目标\d：|任务[一二三四五六七八九十\d]：)\s*/, '')
    .replace(/(?<=^|[\s。；，;,])[一二三四五六七八九十]是/g, '')
    .replace(/[①-⑳]|[（(]\d{1,2}[）)]/g, '')
    .replace(/[\s\u3000，。；：、:;.,()（）]/g, '')

function textsOf(part: string, { sections = {}, goals = [], tasks = [], problems = [], measures = [] }: EvaluationDocument): string {
  const words = (blocks: readonly { text: string }[] | undefined): string => (blocks ?? []).map(({ text }) => text).join('\n')
  switch (part) {
    case 'goal':
      return goals.map(({ text }) => text).join('\n')
    case 'task':
      return tasks.map(({ name, subItems }) => `${name}${words(subItems)}`).join('\n')
    case 'completion':
      return [words(sections.taskOverview), ...tasks.map(({ name, completion }) => `${name}${words(completion)}`)].join('\n')
    case 'problem':
      return words(problems)
    case 'measure':
      return words(measures)
    case 'achievement':
      return words(sections.achievements)
    default:
      return words(sections[part as 'duties' | 'deviation' | 'conclusion'])
  }
}

function isRead({ key, text }: { key: string; text: string }, document: EvaluationDocument): boolean {
  const { funds = [], indicators = [], figures = [], cover } = document
  const whole = funds.find(({ role }) => role === 'total')
  const [kind = '', name = ''] = key.split(':')
  const plain = (cell: string | undefined): string => (cell ?? '').replace(/[,，\s]|(?<=\.\d*?)0+$/g, '').replace(/\.$/, '')
  switch (kind) {
    case 'year':
      return document.year === Number(text)
    case 'total':
      return document.printedTotal === text
    case 'grade':
      return document.printedGrade === text
    case 'date':
      return (cover?.date ?? '').replace(/\D+0?/g, '-').replace(/-$/, '') === text.replace(/\D+0?/g, '-').replace(/-$/, '')
    case 'annex':
      return cover?.annexNumber === `附件${text}`
    case 'rate':
      return whole?.printedRate === text
    case 'i':
      return indicators.some((row) => row.actual === text && alike(row.name, name))
    case 's':
      return indicators.some((row) => row.printedScore === text && alike(row.name, name))
    case 'max':
      return whole?.maxScore === text
    case 'execution':
      return whole?.printedScore === text
    case 'w':
      return indicators.some((row) => row.maxScore === text && alike(row.name, name))
    case 'a':
      return indicators.some((row) => row.approvedTarget === text && alike(row.name, name))
    case 'sub':
      return document.subtotals?.some((row) => row.maxScore === text && row.dimension === name) === true
    case 'subs':
      return document.subtotals?.some((row) => row.printedScore === text && row.dimension === name) === true
    case 'tb':
      return document.tasks?.some((row) => row.budget === text && row.name === name) === true
    case 'te':
      return document.tasks?.some((row) => row.expenditure === text && row.name === name) === true
    case 'r':
      return indicators.some((row) => row.deviationReason === text && alike(row.name, name))
    case 'department':
      return document.department === text
    case 't':
      return indicators.some((row) => row.target === text && alike(row.name, name))
    default: {
      if (key.includes('/')) return figures.some((figure) => figure.name === key && plain(figure.amount) === plain(text))
      return whole?.[key as 'adjustedBudget'] === text
    }
  }
}

const alike = (a: string, b: string): boolean => bare(a).includes(bare(b)) || bare(b).includes(bare(a))
