import { fork } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import { parseArgs } from 'node:util'
import { countToRecompute, type Deviation, type Recomputation, recompute } from '@/lib/data/jobs/recompute'
import { cleanedCode } from '@/lib/domain/reading/typed'
import { explainUsage } from './arguments'

const USAGE = 'recompute [--year 年度] [--unapproved] [--write]'

/** What was computed, and how many stored values differ: those of evaluations in progress, and those that stay as approved. */
type Outcome = { evaluations: number; wrong: number; kept: number }

/** From this many on a second process is worth its start. */
const WORTH_TWO = 1_000

/**
 * Computes every stored rate, score, grade and count of findings anew, of one year or of all, and prints what differs, a line
 * each. Exit status 1 where something differs; with `--write` it is put right, and the status is 0. What differs in an
 * approved evaluation is printed and stays; it does not count for the status; with `--unapproved` these are left out. Many are
 * shared between two processes.
 */
export async function run(args: string[]): Promise<number> {
  const call = readCall(args)
  if (call === null) return explainUsage(USAGE)
  if (call.part) {
    process.send?.(await computed(call, () => undefined))
    process.disconnect?.()
    return 0
  }
  const total = await countToRecompute(call)
  const shared = total > WORTH_TWO && os.availableParallelism() > 1
  const tell = (done: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r已计算 ${shared ? done * 2 : done}／${total} 份  `)
  }
  const outcomes = shared
    ? await Promise.all([computed({ ...call, part: { number: 1, of: 2 } }, tell), byAnother(args)])
    : [await computed(call, tell)]
  const sum = (of: keyof Outcome) => outcomes.reduce((all, outcome) => all + outcome[of], 0)
  const [evaluations, wrong, kept] = [sum('evaluations'), sum('wrong'), sum('kept')]
  const outcome = wrong === 0 ? '与所存结果逐位一致' : `有 ${wrong} 处不一致${call.write ? '，已更正' : ''}`
  const note = kept === 0 ? '' : `另有 ${kept} 处在已通过的自评表中，以通过时的结果为准，不更正。`
  process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}已重新计算 ${evaluations} 份自评，${outcome}。${note}\n`)
  return wrong > 0 && !call.write ? 1 : 0
}

async function computed(call: Recomputation, tell: (done: number) => void): Promise<Outcome> {
  const { evaluations, deviations } = await recompute(call, tell)
  for (const deviation of deviations) process.stdout.write(lineOf(deviation))
  const wrong = deviations.filter(({ frozen }) => !frozen).length
  return { evaluations, wrong, kept: deviations.length - wrong }
}

const lineOf = ({ evaluationId, field, stored, recomputed, frozen }: Deviation): string =>
  `${evaluationId}\t${field}\t${stored ?? '空'}\t${recomputed ?? '空'}${frozen ? '\t已通过，不更正' : ''}\n`

/** The other half, by this very command in a process of its own, which prints what differs itself. */
async function byAnother(args: readonly string[]): Promise<Outcome> {
  const other = fork(process.argv[1] ?? '', ['recompute', ...args, '--part', '2/2'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(other, 'exit')
  // What it says comes before its line is cut, whatever ends it
  const told = await Promise.race([once(other, 'message'), once(other, 'disconnect')])
  await ended
  const [outcome] = told
  if (outcome === undefined) throw new Error('the second process ended before it was done')
  return outcome
}

function readCall(args: string[]): Recomputation | null {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    const { values } = parseArgs({ args, options: { year: text, part: text, unapproved: flag, write: flag } })
    const { part, unapproved = false, write = false } = values
    const year = values.year === undefined ? undefined : cleanedCode(values.year)
    if (year !== undefined && !/^20\d\d$/.test(year)) return null
    if (part !== undefined && part !== '2/2') return null
    return {
      write,
      unapproved,
      ...(year === undefined ? {} : { year: Number(year) }),
      ...(part === undefined ? {} : { part: { number: 2, of: 2 } }),
    }
  } catch {
    return null
  }
}
