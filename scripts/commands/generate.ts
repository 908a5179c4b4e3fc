import { parseArgs } from 'node:util'
import { isEmptyDatabase } from '@/lib/data/database/installation'
import { cleanedCode } from '@/lib/domain/reading/typed'
import { closePress } from '@/lib/report/pdf'
import { multiply, type Province } from '@/scripts/generate/multiply'
import { widened } from '@/scripts/generate/widened'
import { loadDemo } from '@/scripts/load-demo'
import { explainUsage, refuse } from './arguments'

const USAGE =
  'generate --departments 个数 --years 年数（1至3） --indicators 每份自评表的指标数 [--seed 种子]\n  数据库须是空的，装入后为演示数据库，不能用于正式工作'

/**
 * Fills an empty database with a province of invented departments, to see and measure how the program copes: the demo's are
 * entered by the product's own commands, with so many indicators each; all others are made from them.
 */
export async function run(args: string[]): Promise<number> {
  const extent = readCall(args)
  if (extent === null) return explainUsage(USAGE)
  if (!(await isEmptyDatabase())) return refuse('数据库不是空的，未予装入。请另行指定空数据库（DATABASE_URL 或 HENGJI_DATA_DIR）。')
  const begun = performance.now()
  try {
    const tell = told()
    tell('正在录入示范部门', 0, 1)
    await loadDemo((evaluation) => widened(evaluation, extent.indicators))
    await multiply(process.env.DATABASE_URL ?? '', extent, tell)
  } finally {
    await closePress()
  }
  process.stderr.write(
    `\n已装入 ${extent.departments} 个部门、${extent.years} 个年度，用时 ${Math.round((performance.now() - begun) / 1000)} 秒。\n`,
  )
  return 0
}

/** Progress on one line that is written over, or a line a table where nobody watches. */
function told() {
  let last = ''
  return (what: string, done: number, total: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${what.padEnd(24)} ${done}／${total}   `)
    else if (what !== last) process.stderr.write(`${what}\n`)
    last = what
  }
}

type Extent = Province & { indicators: number }

function readCall(args: string[]): Extent | null {
  const option = { type: 'string' } as const
  try {
    const { values } = parseArgs({ args, options: { departments: option, years: option, indicators: option, seed: option } })
    const whole = (typed: string | undefined, most: number) => {
      const text = cleanedCode(typed ?? '')
      return /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : 0
    }
    const extent = {
      departments: whole(values.departments, 100_000),
      years: whole(values.years, 3),
      indicators: whole(values.indicators, 200),
      seed: whole(values.seed ?? '1', 999_999_999),
    }
    return extent.departments > 0 && extent.years > 0 && extent.indicators > 0 ? extent : null
  } catch {
    return null
  }
}
