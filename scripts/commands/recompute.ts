import { recompute } from '@/lib/data/projections'

/**
 * Computes every stored rate, score, grade and count of findings anew and prints what differs, a line each.
 * Exit status 1 where something differs; with `--write` it is put right, and the status is 0.
 */
export async function run(args: string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--write')
  if (unknown !== undefined) {
    process.stderr.write(`不认识的参数：${unknown}\n`)
    return 2
  }
  const write = args.includes('--write')
  const { evaluations, deviations } = await recompute({ write })
  for (const { evaluationId, field, stored, recomputed } of deviations)
    process.stdout.write(`${evaluationId}\t${field}\t${stored ?? '空'}\t${recomputed ?? '空'}\n`)
  const outcome = deviations.length === 0 ? '与所存结果逐位一致' : `有 ${deviations.length} 处不一致${write ? '，已更正' : ''}`
  process.stderr.write(`已重新计算 ${evaluations} 份自评，${outcome}。\n`)
  return deviations.length > 0 && !write ? 1 : 0
}
