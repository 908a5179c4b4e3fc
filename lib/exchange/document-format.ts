import { z } from 'zod'
import type { DocumentErrorReason } from '@/lib/messages/document-errors'
import { blocks, cell, fundsRow, indicator, managed, mark, optional, split, subtotal, task } from './document-rows'
import { schemeFormat } from './scheme-format'

/**
 * hengji.evaluation/1: the one format in which a self-evaluation enters and leaves the product outside the browser.
 * Amounts, rates, targets, actual values and scores are texts as they stand on the form; reading them comes later.
 * Unknown fields are refused. The JSON Schema in `public/schema` is made from this.
 */

const sections = z
  .strictObject({
    duties: blocks.exactOptional(),
    income: blocks.exactOptional().describe('部门整体收支情况；没有则由数据生成'),
    deviation: blocks.exactOptional(),
    fundsManagement: blocks.exactOptional().describe('资金管理情况的文字；表上分事项列出的，填 fundsManagement 列表'),
    implementation: blocks.exactOptional().describe('项目的实施内容及过程概述'),
    conclusion: blocks.exactOptional(),
    composition: blocks.exactOptional().describe('得分构成；没有则由数据生成'),
    deductions: blocks.exactOptional().describe('扣分指标；没有则由数据生成'),
    taskOverview: blocks.exactOptional(),
    achievements: blocks.exactOptional(),
  })
  .describe('报告各章节文字；{{名称}} 为对数据的引用')

const place = {
  from: z.number().int().min(0).describe('在 text 中的起点'),
  to: z.number().int().min(0).describe('终点'),
  line: z.number().int().min(1).describe('行号，从 1 起'),
  page: z.number().int().min(1).exactOptional().describe('页码，从 1 起；没有页的文件不写'),
}

const reading = z
  .strictObject({
    text: cell.describe('报告原文'),
    found: z
      .array(
        z.strictObject({
          at: cell.describe('本文件中的位置（JSON Pointer）'),
          certainty: z.enum(['certain', 'likely', 'unsure']).describe('certain：原文明确；likely：由上下文判断；unsure：请核对'),
          ...place,
        }),
      )
      .describe('每一项读自原文何处'),
    left: z.array(z.strictObject({ text: cell, section: optional, ...place })).describe('未归入任何一项的段落'),
  })
  .describe('本文件由报告读出时：出处、把握程度和未读懂的内容')

/** The shape of an evaluation document. */
export const documentFormat = z
  .strictObject({
    format: z.literal('hengji.evaluation/1'),
    kind: z.enum(['department', 'project']).describe('department：部门整体支出；project：项目支出'),
    department: cell,
    project: optional,
    region: optional,
    year: z.number().int().min(1900).max(2999).nullable().exactOptional().describe('年度；表上没有则为 null'),
    moneyUnit: z.enum(['万元', '元']),
    scheme: z.union([z.string(), schemeFormat]).exactOptional().describe('内置方案编号（默认 national-2020）或方案本身'),
    funds: z.array(fundsRow).exactOptional(),
    splits: z.array(split).exactOptional(),
    indicators: z.array(indicator).exactOptional(),
    subtotals: z.array(subtotal).exactOptional().describe('表上各行小计，与其下各行核对'),
    fundsManagement: z.array(managed).exactOptional().describe('资金管理情况'),
    printedTotal: optional.describe('总分'),
    printedGrade: optional.describe('等级'),
    complete: z.boolean().exactOptional().describe('表上每一行都在此文件中'),
    narrative: optional.describe('报告全文'),
    scope: z.enum(['own', 'consolidated']).exactOptional().describe('own：本级；consolidated：汇总'),
    departmentCode: optional.describe('预算编码'),
    reconstructed: z.boolean().exactOptional().describe('指标值、分值为示例倒推值'),
    figures: z
      .array(z.strictObject({ name: cell, amount: optional, notApplicable: optional.describe('不适用的理由') }))
      .exactOptional()
      .describe('其余收支及人员数据，名称如 threePublic/actualExpenditure；金额单位同 moneyUnit'),
    sections: sections.exactOptional(),
    goals: z.array(z.strictObject({ text: cell, mark, completion: cell })).exactOptional(),
    tasks: z.array(task).exactOptional(),
    problems: z
      .array(z.strictObject({ text: cell, mark, measures: z.array(z.number().int().min(0)) }))
      .exactOptional()
      .describe('存在的主要问题；measures 为对应措施的序号，从 0 起'),
    measures: z.array(z.strictObject({ text: cell, mark })).exactOptional(),
    cover: z
      .strictObject({
        annexNumber: cell,
        signature: cell,
        date: cell,
        preparer: cell,
        principal: cell,
        financePrincipal: optional.describe('项目的财务负责人'),
        phone: cell,
      })
      .exactOptional()
      .describe('附件序号、落款单位、日期、填报人、负责人、电话'),
    reading: reading.exactOptional(),
  })
  .describe('绩效自评文件')

export type EvaluationDocument = z.infer<typeof documentFormat>

/** Where a document is not what the format says, and in which way. */
export type DocumentError = { at: string } & DocumentErrorReason

/** A JSON pointer (RFC 6901) from a path. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Rows that a list may have; real tables have some hundred. */
const MOST_ROWS: Readonly<Record<string, number>> = { indicators: 100_000 }
const MOST_OTHERS = 10_000
/** Parts that all splits may have together. */
const MOST_PARTS = 200_000

/** The first list that nobody's form can have, before its rows cost anything. */
function tooLong(json: object): DocumentError | null {
  const refused = (at: string, most: number): DocumentError => ({ at, code: 'tooManyRows', facts: { most: `${most}` } })
  for (const [field, value] of Object.entries(json)) {
    const most = MOST_ROWS[field] ?? MOST_OTHERS
    if (Array.isArray(value) && value.length > most) return refused(pointer([field]), most)
    if (field !== 'splits' || !Array.isArray(value)) continue
    let parts = 0
    for (const [index, split] of value.entries()) {
      const list: unknown = typeof split === 'object' && split !== null ? Reflect.get(split, 'parts') : undefined
      if (Array.isArray(list)) parts += list.length
      if (parts > MOST_PARTS) return refused(pointer(['splits', index, 'parts']), MOST_PARTS)
    }
  }
  return null
}

type Issue = z.core.$ZodIssue

/** The shape of unknown JSON as a document, or its first error, with the place of the wrong field. */
export function parseDocument(json: unknown): { ok: true; document: EvaluationDocument } | { ok: false; error: DocumentError } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { ok: false, error: { at: '', code: 'notAnObject' } }
  const long = tooLong(json)
  if (long !== null) return { ok: false, error: long }
  const read = documentFormat.safeParse(json)
  if (read.success) {
    const [, second] = (read.data.funds ?? []).flatMap(({ role }, index) => (role === 'total' ? [index] : []))
    // Which of the two were scored? Nobody could tell.
    if (second !== undefined) return { ok: false, error: { at: pointer(['funds', second, 'role']), code: 'secondTotal' } }
    return { ok: true, document: read.data }
  }
  const issue = read.error.issues[0]
  return { ok: false, error: issue === undefined ? { at: '', code: 'notAnObject' } : errorOf(issue, [], json) }
}

function errorOf(issue: Issue, above: readonly PropertyKey[], json: unknown): DocumentError {
  const path = [...above, ...issue.path]
  if (issue.code !== 'unrecognized_keys' && valueAt(json, path) === undefined) return { at: pointer(path), code: 'missing' }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? ''
      return { at: pointer([...path, key]), code: 'unknownField', facts: { field: key.slice(0, 80) } }
    }
    case 'invalid_union': {
      const inner = issue.errors
        .map((issues) => issues[0])
        .find((i) => i !== undefined && (i.path.length > 0 || i.code === 'unrecognized_keys'))
      return inner === undefined ? { at: pointer(path), code: 'wrongType', facts: { expected: 'scheme' } } : errorOf(inner, path, json)
    }
    case 'invalid_value':
      return { at: pointer(path), code: 'invalidValue', facts: { values: issue.values.map(String).join('、') } }
    case 'invalid_type':
      return { at: pointer(path), code: 'wrongType', facts: { expected: issue.expected } }
    default:
      return { at: pointer(path), code: 'invalid' }
  }
}

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined), json)

/** The JSON Schema of the format, as published. */
export const documentJsonSchema = (): object => ({
  ...z.toJSONSchema(documentFormat, { target: 'draft-2020-12' }),
  $id: 'evaluation-1.json',
  title: 'hengji.evaluation/1',
})
