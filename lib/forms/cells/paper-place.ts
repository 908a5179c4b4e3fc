import type { EntrySection } from '@/lib/domain/evaluation/sections'
import type { ReportBlock, ReportDocument, ReportRow } from '@/lib/domain/report-document'

/** Where the papers say what is being filled in. */

export type PaperPart = 'table' | 'report'
/** A block of a paper, and the row of a table; null: the block as a whole. */
export type PaperPlace = { part: PaperPart; block: number; row: number | null }

/** The paper in which a form is seen first, and what its part of it is called there; the cover's lines stand at the end. */
const BEGINS: Readonly<Record<EntrySection, readonly [PaperPart, string]>> = {
  duties: ['report', '部门职能'],
  funds: ['table', '部门整体收支情况'],
  goals: ['table', '年度总体目标及完成情况'],
  tasks: ['table', '年度重点工作任务'],
  indicators: ['table', '绩效指标完成情况及得分'],
  projects: ['table', '部门整体收支情况'],
  analysis: ['report', '自评结论综述'],
  problems: ['report', '存在的主要问题'],
  cover: ['report', ''],
}

/** Longer beginnings are no surer. */
const LONGEST = 24

/**
 * The place that says the first of `texts`, looked for in the form's own part first; of several rows that say so, the one that says most of
 * the others. Where none does, or nothing is looked for, where the form begins. References in a text stand for what they say.
 */
export function paperPlace(document: ReportDocument, section: EntrySection, texts: readonly string[]): PaperPlace {
  const [part, heading] = BEGINS[section]
  const begin = Math.max(
    0,
    document[part].findIndex((block) => (heading === '' ? block.kind === 'signature' : named(block).includes(heading))),
  )
  const [needle = '', ...others] = texts.map(tellingOf)
  const other: PaperPart = part === 'table' ? 'report' : 'table'
  const found =
    needle === ''
      ? null
      : (find(document[part], needle, others, begin, part) ??
        find(document[part].slice(0, begin), needle, others, 0, part) ??
        find(document[other], needle, others, 0, other))
  return found ?? { part, block: begin, row: null }
}

/** What of a text is surely printed as it stands: the beginning of its longest stretch without references and line ends. */
function tellingOf(text: string): string {
  const stretches = text.split(/〔[^〔〕]*〕|\n/).map(squeezed)
  return [...stretches.reduce((longest, one) => (one.length > longest.length ? one : longest), '')].slice(0, LONGEST).join('')
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '')

const named = (block: ReportBlock): string => (block.kind === 'table' ? block.table.caption : block.kind === 'heading' ? block.text : '')

function find(blocks: readonly ReportBlock[], needle: string, others: readonly string[], from: number, part: PaperPart): PaperPlace | null {
  for (const [index, block] of blocks.slice(from).entries()) {
    const whole = { part, block: from + index, row: null }
    if (block.kind === 'table') {
      const row = rowOf(block.table.rows, needle, others)
      if (row !== null) return { ...whole, row }
      // 合计 of a table is called after it: “三公”经费合计
      if (block.table.caption !== '' && needle.startsWith(squeezed(block.table.caption))) return whole
    } else if (saidIn(block).some((text) => squeezed(text).includes(needle))) return whole
  }
  return null
}

/** The row that says it, as a cell of its own before within one; null where none does. */
function rowOf(rows: readonly ReportRow[], needle: string, others: readonly string[]): number | null {
  const said = rows.map((row) => row.map(({ text }) => squeezed(text)))
  const all = said.map((_, row) => row)
  const same = all.filter((row) => said[row]?.includes(needle))
  const saying = same.length > 0 ? same : all.filter((row) => said[row]?.some((text) => text.includes(needle)))
  const agreeing = (row: number): number => others.filter((other) => other !== '' && said[row]?.some((text) => text.includes(other))).length
  return saying.reduce<number | null>((best, row) => (best === null || agreeing(row) > agreeing(best) ? row : best), null)
}

function saidIn(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case 'annex':
    case 'paragraph':
    case 'heading':
      return [block.text]
    case 'signature':
      return [block.name, block.date]
    default:
      return []
  }
}
