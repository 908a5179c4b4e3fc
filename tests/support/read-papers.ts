import path from 'node:path'
import type { BroughtAnswer } from '@/lib/data/papers/brought-files'
import { findReadPaper, takeInPaper } from '@/lib/data/papers/read-papers'
import type { Viewer } from '@/lib/domain/people/permissions'
import { bundled } from '@/scripts/setup/bundle.mjs'
import { wordFile } from './word-file'

/** A finished report of a few lines. */
export const SHORT_REPORT = `示例街道办事处2023年度部门整体支出绩效自评报告
一、部门职能
（一）承担辖区公共服务。
（二）承担辖区综合治理。
二、预算执行情况
2023年全年预算数1,000.00万元，全年执行数950.00万元，预算执行率95.00%。
三、存在的问题
（一）指标设置偏低。
四、改进措施
（一）科学设置指标。`

/** Brings a report as a file; the thread that reads it is built first. */
export async function bring(viewer: Viewer, evaluationId: string, bytes: Uint8Array, name = '示例自评报告.docx'): Promise<BroughtAnswer> {
  process.env.HENGJI_READER ??= await bundled(path.join('scripts', 'commands', 'file-thread.ts'))
  return takeInPaper(viewer, evaluationId, { name, bytes: [bytes] })
}

/** A report that was read for the evaluation; its SHA-256. */
export async function aReadPaper(viewer: Viewer, evaluationId: string): Promise<string> {
  const read = await bring(viewer, evaluationId, wordFile(SHORT_REPORT))
  if (!read.ok) throw new Error('not read')
  return (await findReadPaper(viewer, evaluationId))?.hash ?? ''
}
