/**
 * The printed report, finished: every number, date and mark is the text that stands on paper. It is stored when the
 * evaluation is approved and drawn alike on screen and by the typesetter, so that a report of 2023 reads in 2033 as it
 * was signed. Plain JSON: no quantities, no ids, nothing left to be computed.
 */
export type ReportDocument = {
  format: 'hengji.report/1'
  title: string
  /** 落款单位, else the department. */
  author: string
  /** YYYY-MM-DD: 落款日期, else the last day of the evaluated year. Stands in the PDF's metadata. */
  date: string
  /** Printed at the head of every page: 示例倒推值, 示例方案, 草稿. */
  marks: readonly string[]
  /** 附件 1: 自评表, on landscape pages. */
  table: readonly ReportBlock[]
  /** 附件 2: 自评报告, on portrait pages. */
  report: readonly ReportBlock[]
  /** 项目支出绩效自评表 of each project, on landscape pages; absent where there is none, and in what older programs froze. */
  projects?: readonly ProjectPaper[]
}

/** The form of one project, found by the name that stands in it. */
export type ProjectPaper = { name: string; blocks: readonly ReportBlock[] }

/** Which papers are wanted. */
export const REPORT_PARTS = ['table', 'report', 'projects', 'both'] as const
export type ReportPart = (typeof REPORT_PARTS)[number]

export type ReportBlock =
  /** 附件序号, flush left. */
  | { kind: 'annex'; text: string }
  /** Broken into lines at word boundaries. */
  | { kind: 'title'; lines: readonly string[] }
  /** 1: 一、 2: （一） 3: 1. — the number stands in the text. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; table: ReportTable }
  /** Small print under a table. */
  | { kind: 'note'; text: string }
  | { kind: 'signature'; name: string; date: string }

export type ReportTable = {
  caption: string
  /** e.g. 单位：万元; empty where nothing needs one. */
  unit: string
  columns: readonly ReportColumn[]
  /** So many leading columns hold labels: equal neighbours are one cell, said again on each page. */
  labels: number
  rows: readonly ReportRow[]
}

/** `width` is a share of the row. A table whose headings are all empty has no head. */
export type ReportColumn = { heading: string; width: number; align: 'start' | 'center' | 'end' }
export type ReportRow = readonly ReportCell[]
/**
 * Empty text is 未填; 0 and 不适用 are written out. `span`: how many columns it fills. `label`: names what stands beside it. `room`: how high
 * it is at least, in mm, for the seal or signature that comes onto the paper; its table is not cut at the end of a page.
 */
export type ReportCell = { text: string; span?: number; label?: true; room?: number }
