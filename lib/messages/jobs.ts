import type { Job, JobInputs, JobKind, JobState } from '@/lib/domain/record/job'

export const jobStateLabels = {
  waiting: '排队中',
  running: '进行中',
  done: '已完成',
  failed: '未完成',
  stopped: '已停止',
} satisfies Record<JobState, string>

type Words<Kind extends JobKind> = {
  title: (input: JobInputs[Kind]) => string
  /** What is counted. */
  unit: string
  /** Where what it does can be looked at, with what the way there is called. */
  leadsTo: (input: JobInputs[Kind]) => { href: string; label: string }
}

const words: { [Kind in JobKind]: Words<Kind> } = {
  'open-round': {
    title: ({ year, name }) => `建立 ${year} 年度自评表：${name}`,
    unit: '个部门',
    leadsTo: ({ roundId, name }) => ({ href: `/rounds/${roundId}`, label: `自评任务“${name}”` }),
  },
  'try-scheme': {
    title: ({ name, version, year }) => `试算 ${name} 第 ${version} 版：${year} 年度`,
    unit: '个部门',
    leadsTo: ({ versionId, year }) => ({ href: `/schemes/${versionId}/trial?year=${year}`, label: '试算结果' }),
  },
  recompute: {
    title: ({ year, write }) => `核对${write ? '并更正' : ''} ${year} 年度已存得分`,
    unit: '份自评表',
    leadsTo: ({ year }) => ({ href: `/dashboard/${year}`, label: `${year} 年度看板` }),
  },
}

const wordsOf = <Kind extends JobKind>(kind: Kind): Words<Kind> => words[kind]

export const jobTitle = ({ kind, input }: Job): string => wordsOf(kind).title(input)
export const jobLeadsTo = ({ kind, input }: Job) => wordsOf(kind).leadsTo(input)

/** How far a job is: 已处理 8200／20000 个部门（41%）. Empty while nothing is known of it. */
export function jobProgress({ kind, done, total }: Job): string {
  if (total === 0) return ''
  return `已处理 ${done}／${total} ${wordsOf(kind).unit}（${Math.floor((done * 100) / total)}%）`
}
