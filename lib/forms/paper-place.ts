import type { EntrySection } from '@/lib/domain/evaluation/sections'
import type { ReportBlock, ReportDocument } from '@/lib/domain/report-document'

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
 * The place that says `text`, looked for in the form's own part first; where none does, or nothing is looked for (empty), where the form
 * begins. References in the text stand for what they say.
 */
export function paperPlace(document: ReportDocument, section: EntrySection, text: string): PaperPlace {
  const [part, heading] = BEGINS[section]
  const begin = Math.max(
    0,
    document[part].findIndex((block) => (heading === '' ? block.kind === 'signature' : named(block).includes(heading))),
  )
  const needle = tellingOf(text)
  const other: PaperPart = part === 'table' ? 'report' : 'table'
  const found =
    needle === ''
      ? null
      : (find(document, part, needle, begin, document[part].length) ??
        find(document, part, needle, 0, begin) ??
        find(document, other, needle, 0, document[other].length))
  return found ?? { part, block: begin, row: null }
}

/** What of a text is surely printed as it stands: the beginning of its longest stretch without references and line ends. */
function tellingOf(text: string): string {
  const stretches = text.split(/〔[^〔〕]*〕|\n/).map(squeezed)
  return [...stretches.reduce((longest, one) => (one.length > longest.length ? one : longest), '')].slice(0, LONGEST).join('')
}

const squeezed = (text: string): string => text.replaceAll(/\s/g, '')

const named = (block: ReportBlock): string => (block.kind === 'table' ? block.table.caption : block.kind === 'heading' ? block.text : '')

function find(document: ReportDocument, part: PaperPart, needle: string, from: number, to: number): PaperPlace | null {
  for (const [index, block] of document[part].slice(from, to).entries()) {
    if (block.kind === 'table') {
      const says = (least: (text: string) => boolean) => block.table.rows.findIndex((row) => row.some(({ text }) => least(squeezed(text))))
      const same = says((text) => text === needle)
      const row = same >= 0 ? same : says((text) => text.includes(needle))
      if (row >= 0) return { part, block: from + index, row }
      // 合计 of a table is called after it: “三公”经费合计
      if (block.table.caption !== '' && needle.startsWith(squeezed(block.table.caption))) return { part, block: from + index, row: null }
    } else if ((block.kind === 'paragraph' || block.kind === 'heading') && squeezed(block.text).includes(needle))
      return { part, block: from + index, row: null }
  }
  return null
}
