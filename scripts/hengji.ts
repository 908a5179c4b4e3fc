/** What a command is given: what stands behind its name. It gives the exit status. */
type Run = (args: string[]) => Promise<number>

type Command = {
  usage: string
  summary: string
  /** Without it a command never opens a database, let alone starts one. */
  needsDatabase: boolean
  /** Whether it sets papers, for which fonts must have been prepared. */
  setsPapers?: true
  load: () => Promise<{ run: Run }>
}

const commands: Record<string, Command> = {
  evaluate: {
    usage: 'evaluate [--figures] 文件…',
    summary: '计算自评文件（JSON）的得分并列出校验结果，每个文件输出一行 JSON',
    needsDatabase: false,
    load: () => import('./commands/evaluate'),
  },
  'read-report': {
    usage: 'read-report 文件',
    summary: '读出已写好的自评报告（.txt、.docx、.pdf），输出自评文件（JSON），逐项注明出处；未读懂的段落另列',
    needsDatabase: false,
    load: () => import('./commands/read-report'),
  },
  'create-administrator': {
    usage: 'create-administrator 登录名 姓名 [--region 行政区] [--stdin]',
    summary: '建立管理员账号；正式运行时的第一个账号由此产生',
    needsDatabase: true,
    load: () => import('./commands/create-administrator'),
  },
  'reset-password': {
    usage: 'reset-password 登录名 [--stdin]',
    summary: '重新设置账号的密码，下次登录时须修改',
    needsDatabase: true,
    load: () => import('./commands/reset-password'),
  },
  'verify-files': {
    usage: 'verify-files',
    summary: '逐个核对所存文件（定稿报告）是否缺失或被改动',
    needsDatabase: true,
    load: () => import('./commands/verify-files'),
  },
  recompute: {
    usage: 'recompute [--year 年度] [--unapproved] [--write]',
    summary: '重新计算某一年度或全部的已存得分并逐位核对；--write 更正不一致之处，已通过的不更正，--unapproved 则不计算',
    needsDatabase: true,
    load: () => import('./commands/recompute'),
  },
  generate: {
    usage: 'generate --departments 个数 --years 年数 --indicators 指标数 [--seed 种子]',
    summary: '在空数据库中装入一个虚构的省份，供试用和测量性能；不能用于正式工作',
    needsDatabase: true,
    setsPapers: true,
    load: () => import('./commands/generate'),
  },
}

const help = () =>
  [
    '用法：npm run -s hengji -- <命令> [参数]',
    '',
    ...Object.values(commands).flatMap(({ usage, summary }) => [`  ${usage}`, `      ${summary}`]),
    '',
  ].join('\n')

type Surroundings = { withDatabase: <T>(work: () => Promise<T>) => Promise<T>; prepareFonts: () => Promise<void> }

/** Runs the command named first, inside `withDatabase` where it needs one. Status 2: no such command. */
export async function runCommand([name, ...args]: string[], { withDatabase, prepareFonts }: Surroundings): Promise<number> {
  if (name === 'help' || name === '--help') {
    process.stdout.write(help())
    return 0
  }
  const command = name === undefined ? undefined : Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    process.stderr.write(`${name === undefined ? '请指定命令。' : `没有此命令：${name}`}\n\n${help()}`)
    return 2
  }
  if (command.setsPapers) await prepareFonts()
  const { run } = await command.load()
  if (!command.needsDatabase) return run(args)
  return withDatabase(async () => {
    const { disconnect } = await import('@/lib/data/database/database')
    try {
      return await run(args)
    } finally {
      await disconnect()
    }
  })
}
