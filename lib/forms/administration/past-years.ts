import { z } from 'zod'
import type { FigureName } from '@/lib/domain/cells/funds'
import { accepted, type Decision, refused } from '@/lib/domain/decision/decision'
import { isWrong, type PastYearLine, type PastYearOutcome } from '@/lib/domain/evaluation/past-years'
import { cleanedCode, cleanedLine } from '@/lib/domain/reading/typed'
import { readCellValue } from '@/lib/forms/cells/cells'
import type { PastYearRow } from '@/lib/forms/state/past-year-row'
import { tsvBlock } from '@/lib/grid/clipboard'
import { figureLabel } from '@/lib/messages/column-labels'
import { refusalSentence } from '@/lib/messages/refusals'
import { code } from './departments'
import { PAST_FIGURES, YEAR_COLUMN } from './past-years-columns'
import { MOST_LINES } from './roster'
import { ROSTER_COLUMNS } from './roster-columns'

/** The list of past years as it is pasted or read from a workbook: a table with a head, a line for each department and year. */
export const pastYearsForm = z.object({
  list: z.string({ error: '请粘贴往年数据。' }).max(400_000, '表格过长，请分几次读入。'),
  step: z.enum(['check', 'keep']),
})

/** Columns that may stand there and say nothing that is needed. */
const ASIDE: ReadonlySet<string> = new Set([...ROSTER_COLUMNS.name, '序号', '备注'])

/** What a budget's columns are called without saying of what: the whole. */
const OF_THE_WHOLE: Readonly<Record<string, FigureName>> = {
  年初预算数: 'total/initialBudget',
  全年预算数: 'total/adjustedBudget',
  全年执行数: 'total/actualExpenditure',
}

export type FaultyPastYear = { line: number; typed: string; sentences: readonly string[] }
export type ReadPastYears = { lines: readonly PastYearLine[]; faulty: readonly FaultyPastYear[] }

/**
 * Reads a list, amounts in 万元. Which column is which is said by the head, in whatever order; an empty cell is 未填 and says nothing.
 * Refused: `past-years-empty`, `past-years-columns` where the head lacks code or year, `past-years-unknown` where it has columns that
 * nobody understands: no amount is left out unsaid; `past-years-too-long`.
 */
export function readPastYears(text: string): Decision<ReadPastYears> {
  const [head = [], ...rows] = tsvBlock(text).map((row) => row.map((cell) => cell.text))
  const { codeAt, yearAt, figures, unknown } = columnsOf(head.map(cleanedLine))
  if (codeAt === -1 || yearAt === -1) return refused('past-years-columns', { names: `“${ROSTER_COLUMNS.code[0]}”“${YEAR_COLUMN[0]}”` })
  if (unknown.length > 0) return refused('past-years-unknown', { names: unknown.map((name) => `“${name}”`).join('、') })
  const filled = rows
    .map((cells, index) => ({ line: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cleanedLine(cell) !== ''))
  if (filled.length === 0 || figures.length === 0) return refused('past-years-empty')
  if (filled.length > MOST_LINES) return refused('past-years-too-long', { most: `${MOST_LINES}` })
  const lines: PastYearLine[] = []
  const faulty: FaultyPastYear[] = []
  for (const { line, cells } of filled) {
    const read = readLine(cells[codeAt] ?? '', cells[yearAt] ?? '', (at) => cells[at] ?? '', figures)
    if (read.sentences.length === 0) lines.push({ line, ...read.line })
    else faulty.push({ line, typed: cleanedLine([cells[codeAt], cells[yearAt]].join(' ')), sentences: read.sentences })
  }
  return accepted({ lines, faulty })
}

type FigureColumn = { name: FigureName; heading: string; at: number }

/** A heading without spaces, dots and its unit. */
const bare = (text: string): string => text.replace(/[\s·*＊]/g, '').replace(/[（(]万?元[）)]$/, '')

function columnsOf(head: readonly string[]) {
  const named = head.map(bare)
  const at = (words: readonly string[]): number => named.findIndex((word) => words.includes(word))
  const known = new Map<string, FigureName>([
    ...PAST_FIGURES.map(({ name, heading }): [string, FigureName] => [bare(heading), name]),
    ...Object.entries(OF_THE_WHOLE),
  ])
  const [codeAt, yearAt] = [at(ROSTER_COLUMNS.code), at(YEAR_COLUMN)]
  const figures = named.flatMap((word, index): FigureColumn[] => {
    const name = known.get(word)
    return name === undefined ? [] : [{ name, heading: head[index] ?? word, at: index }]
  })
  const twice = figures.filter(({ name }, index) => figures.findIndex((one) => one.name === name) < index).map(({ heading }) => heading)
  const unknown = named.flatMap((word, index) =>
    word === '' || index === codeAt || index === yearAt || known.has(word) || ASIDE.has(word) ? [] : [head[index] ?? word],
  )
  return { codeAt, yearAt, figures, unknown: [...unknown, ...twice] }
}

function readLine(typedCode: string, typedYear: string, cell: (at: number) => string, columns: readonly FigureColumn[]) {
  const sentences: string[] = []
  const readCode = code.safeParse(typedCode)
  if (!readCode.success) sentences.push(readCode.error.issues[0]?.message ?? '')
  const [, year] = /^((?:19|20)\d\d)(?:年度?)?$/.exec(cleanedCode(typedYear).replaceAll(' ', '')) ?? []
  if (year === undefined) sentences.push(`年度“${cleanedLine(typedYear)}”应为四位年份，例如 2022。`)
  const figures = columns.flatMap(({ name, heading, at }): PastYearLine['figures'][number][] => {
    const typed = cell(at)
    if (cleanedLine(typed) === '') return []
    const read = readCellValue(`funds/${name}`, typed)
    if (read.ok) return [{ name, value: read.value }]
    sentences.push(`${heading}“${cleanedLine(typed)}”：${refusalSentence(read.refusal)}`)
    return []
  })
  return { sentences, line: { code: readCode.data ?? '', year: Number(year), figures } }
}

/** Each line with what it comes to, in the order of the list. */
export function pastYearRows({ faulty }: ReadPastYears, outcomes: readonly PastYearOutcome[]): PastYearRow[] {
  const read = outcomes.map((one): PastYearRow => {
    const { line, code: of, name, year, fills, same, unasked, differing, refusals } = one
    return {
      line,
      department: [of, name].join(' ').trim(),
      year: `${year}`,
      comes: isWrong(one) ? null : { fills: fills.length, same, unasked },
      sentences: [
        ...refusals.map((refusal) => refusalSentence(refusal)),
        ...differing.map(
          ({ name: figure, now, typed }) =>
            `${figureLabel(figure)}已填 ${now}，与表中的 ${typed} 不同：已填的不改，请核对后改为一致或清空此格。`,
        ),
      ],
    }
  })
  const unread = faulty.map(({ line, typed, sentences }): PastYearRow => ({ line, department: typed, year: '', comes: null, sentences }))
  return [...read, ...unread].sort((a, b) => a.line - b.line)
}
