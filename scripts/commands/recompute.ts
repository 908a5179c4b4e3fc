import { parseArgs } from 'node:util'
import { recompute } from '@/lib/data/recompute'
import { explainUsage } from './arguments'

const USAGE = 'recompute [--year 年度] [--write]'

/**
 * Computes every stored rate, score, grade and count of findings anew, of one year or of all, and prints what differs, a line
 * each. Exit status 1 where something differs; with `--write` it is put right, and the status is 0. What differs in an
 * approved evaluation is printed and stays; it does not count for the status.
 */
export async function run(args: string[]): Promise<number> {
  const call = readCall(args)
  if (call === null) return explainUsage(USAGE)
  const { evaluations, deviations } = await recompute(call, (done, total) => {
    if (process.stderr.isTTY) process.stderr.write(`\r已计算 ${done}／${total} 份  `)
  })
  for (const { evaluationId, field, stored, recomputed, frozen } of deviations)
    process.stdout.write(`${evaluationId}\t${field}\t${stored ?? '空'}\t${recomputed ?? '空'}${frozen ? '\t已通过，不更正' : ''}\n`)
  const wrong = deviations.filter(({ frozen }) => !frozen).length
  const kept = deviations.length - wrong
  const outcome = wrong === 0 ? '与所存结果逐位一致' : `有 ${wrong} 处不一致${call.write ? '，已更正' : ''}`
  const note = kept === 0 ? '' : `另有 ${kept} 处在已通过的自评表中，以通过时的结果为准，不更正。`
  process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}已重新计算 ${evaluations} 份自评，${outcome}。${note}\n`)
  return wrong > 0 && !call.write ? 1 : 0
}

function readCall(args: string[]): { year?: number; write: boolean } | null {
  try {
    const { values } = parseArgs({ args, options: { year: { type: 'string' }, write: { type: 'boolean' } } })
    const { year, write = false } = values
    if (year === undefined) return { write }
    return /^20\d\d$/.test(year) ? { year: Number(year), write } : null
  } catch {
    return null
  }
}
