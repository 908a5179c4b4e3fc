import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { isRunning } from '@/scripts/process-state.mjs'
import { home } from '@/scripts/setup/folders.mjs'

const port = 3313
const health = `http://127.0.0.1:${port}/health`
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-start-'))
fs.chmodSync(folder, 0o755)

const started: ChildProcess[] = []

afterEach(() => {
  for (const { pid } of started.splice(0)) {
    if (pid && isRunning(pid)) process.kill(-pid, 'SIGKILL')
  }
})

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** `npm start` in a process group of its own, as a terminal starts it. */
function npmStart(environment: Record<string, string> = {}) {
  const npm = spawn('npm', ['start'], {
    cwd: home,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HENGJI_DATA_DIR: folder,
      DATABASE_URL: '',
      HENGJI_DEMO: '',
      AUTH_SECRET: '',
      ...environment,
    },
  })
  started.push(npm)
  let output = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  return {
    pid: npm.pid ?? 0,
    output: () => output,
    ended: new Promise<number | null>((resolve) => npm.once('close', (status) => resolve(status))),
  }
}

const answers = () =>
  fetch(health).then(
    ({ ok }) => ok,
    () => false,
  )

async function untilAnswering(program: ReturnType<typeof npmStart>) {
  while (!(await answers())) {
    if (!isRunning(program.pid)) throw new Error(program.output())
    await wait(50)
  }
}

const databasePid = () => Number(fs.readFileSync(path.join(folder, 'postgres/pgdata/postmaster.pid'), 'utf8').split('\n')[0])

/** The processes of this test's data folder that were started by this command. */
const processesNaming = (command: string) =>
  fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && textOf(`/proc/${name}/cmdline`).includes(command))
    .filter((name) => textOf(`/proc/${name}/environ`).includes(`HENGJI_DATA_DIR=${folder}`))
    .map(Number)

const textOf = (file: string) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

async function untilStopped(...pids: number[]) {
  const until = performance.now() + 60_000
  while (pids.some(isRunning) || (await answers())) {
    if (performance.now() > until) throw new Error(`still running: ${pids.filter(isRunning)}`)
    await wait(50)
  }
}

describe('npm start', () => {
  test('starts on an empty data folder, answers on 127.0.0.1 only, and SIGTERM to npm stops everything', async () => {
    const program = npmStart()
    await untilAnswering(program)
    const addresses = Object.values(os.networkInterfaces()).flatMap((list) => list ?? [])
    for (const { address } of addresses.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      await expect(fetch(`http://${address}:${port}/health`)).rejects.toThrow()
    }
    const database = databasePid()
    process.kill(program.pid, 'SIGTERM')
    expect(await program.ended).toBe(0)
    await untilStopped(database)
    expect(program.output()).toContain('已停止')
  })

  test('a second start with nothing changed installs, builds and loads nothing, and Ctrl-C stops everything', async () => {
    const program = npmStart()
    await untilAnswering(program)
    expect(program.output()).not.toMatch(/正在(?:按|构建|装入|生成)/)
    const database = databasePid()
    process.kill(-program.pid, 'SIGINT')
    await program.ended
    await untilStopped(database)
  })

  test('npm killed outright takes the program and its database along', async () => {
    const program = npmStart()
    await untilAnswering(program)
    const database = databasePid()
    process.kill(program.pid, 'SIGKILL')
    await untilStopped(database)
  })

  test.skipIf(process.platform !== 'linux')(
    'a closed terminal does not stop what writes elsewhere, as after nohup, whatever proxies and names the environment has',
    async () => {
      const proxy = 'http://127.0.0.1:9'
      const program = npmStart({ NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy, http_proxy: proxy, HOSTNAME: 'db1' })
      while (!program.output().includes('衡绩已启动')) await wait(50)
      const database = databasePid()
      process.kill(-program.pid, 'SIGHUP')
      while (isRunning(program.pid)) await wait(50)
      // The end of npm would be noticed within half a second.
      await wait(1500)
      expect(await answers()).toBe(true)
      const [starter = 0] = processesNaming('scripts/start.mjs')
      process.kill(starter, 'SIGTERM')
      await untilStopped(starter, database)
    },
  )

  test('a port that is taken is said at once', async () => {
    const first = npmStart()
    await untilAnswering(first)
    const second = npmStart()
    expect(await second.ended).not.toBe(0)
    expect(second.output()).toContain(`端口 ${port} 已被其他程序占用`)
    process.kill(first.pid, 'SIGTERM')
    await first.ended
  })

  test.each([
    { wanted: 'a secret outside demo mode', environment: { HENGJI_DEMO: '0' }, says: '必须设置 AUTH_SECRET' },
    { wanted: 'a strong secret', environment: { HENGJI_DEMO: '0', AUTH_SECRET: 'too short' }, says: 'AUTH_SECRET 过弱' },
    {
      wanted: 'no demo data',
      environment: { HENGJI_DEMO: '0', AUTH_SECRET: 'k3J9-xQ2m-VvB7-Lp0s-Tt5w-Yh8r-Zc1d' },
      says: '该数据库中是演示数据',
    },
    { wanted: 'a database', environment: { HENGJI_DEMO: '1', DATABASE_URL: 'postgresql://a@127.0.0.1:1/b' }, says: '无法连接数据库' },
    { wanted: 'a folder', environment: { HENGJI_DATA_DIR: '/dev/null/data' }, says: '文件夹不可写' },
    { wanted: 'an address that could be meant', environment: { HENGJI_URL: 'jixiao.example.gov.cn' }, says: 'HENGJI_URL 无效' },
    { wanted: 'a port that browsers open', environment: { PORT: '6000' }, says: '浏览器禁止访问端口 6000' },
  ])('without $wanted it ends, says why, and shows no stack', async ({ environment, says }) => {
    const program = npmStart(environment)
    expect(await program.ended).not.toBe(0)
    expect(program.output()).toContain(says)
    expect(program.output()).not.toMatch(/意外错误|\n\s+at /)
  })
})
