import { type FileFault, verifyFiles } from '@/lib/data/files/verified-files'
import { explainUsage } from './arguments'

const faults = {
  missing: '缺失',
  altered: '内容被改动',
  unreadable: '无法读取',
  unreferenced: '已无引用',
  stray: '未登记',
} satisfies Record<FileFault['fault'], string>

/** What is lost, as opposed to what is merely superfluous. */
const LOST: readonly FileFault['fault'][] = ['missing', 'altered', 'unreadable']

/**
 * Compares every kept file with its SHA-256 and prints what is wrong, a line each. Exit status 1 where something is missing,
 * altered or cannot be read; files that nobody needs any more are named only, the program removes them in time.
 */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) return explainUsage('verify-files')
  const found = new Map<FileFault['fault'], number>()
  const { files } = await verifyFiles(({ hash, fault, of }) => {
    found.set(fault, (found.get(fault) ?? 0) + 1)
    const owners = of.map(
      ({ year, departmentName, evidence }) => `${year}年度${departmentName}${evidence === null ? '定稿报告' : `佐证材料“${evidence}”`}`,
    )
    process.stdout.write(`${[faults[fault], hash, ...owners].join('\t')}\n`)
  })
  const counts = [...found].map(([fault, count]) => `${faults[fault]} ${count} 个`)
  process.stderr.write(`已核对 ${files} 个文件${counts.length === 0 ? '，全部完好' : `：${counts.join('，')}`}。\n`)
  return LOST.some((fault) => found.has(fault)) ? 1 : 0
}
