// `npm start`: from a fresh clone to a running program. Its first step needs nothing installed: no import here, nor in
// scripts/setup at the top of a file, reaches beyond Node.js itself.
import { setTimeout as wait } from 'node:timers/promises'
import { build } from './setup/build.mjs'
import { bundled } from './setup/bundle.mjs'
import { checkDatabaseFits, openDatabase } from './setup/database.mjs'
import { loadDemoData } from './setup/demo-data.mjs'
import { demoSecret } from './setup/demo-secret.mjs'
import { fail } from './setup/fail.mjs'
import { cacheFolder, dataFolder, ensureWritable, filesFolder } from './setup/folders.mjs'
import { inTurn, patiently } from './setup/in-turn.mjs'
import { install } from './setup/install.mjs'
import { operatingMode } from './setup/mode.mjs'
import { checkNode } from './setup/node-version.mjs'
import { checkPortIsFree } from './setup/port.mjs'
import { startServer } from './setup/server.mjs'
import { listenForStop } from './setup/stop.mjs'
import { keepRunning } from './setup/supervise.mjs'
import { say } from './setup/terminal.mjs'

const dev = process.argv.includes('--dev')
const stopping = listenForStop()
/** What must be undone at the end, in the order in which it was done. */
const endings = []

/** What the running program knows of how it is to run. */
function serverEnvironment(mode, databaseUrl, folder, fonts) {
  const secret = mode.secret ?? demoSecret(folder)
  return {
    DATABASE_URL: databaseUrl,
    HENGJI_DEMO: mode.demo ? '1' : '0',
    HENGJI_DATA_DIR: folder,
    HENGJI_FILES_DIR: filesFolder(),
    HENGJI_FONT_CACHE: fonts,
    AUTH_SECRET: secret,
    NEXTAUTH_SECRET: secret,
    // As browsers write it: what signs people in takes HTTP://… for a path
    NEXTAUTH_URL: process.env.HENGJI_URL
      ? new URL(process.env.HENGJI_URL).origin
      : `http://${mode.demo ? '127.0.0.1' : 'localhost'}:${mode.port}`,
    PORT: String(mode.port),
    // Next.js listens there; what the system calls itself is no wish of the operator's.
    HOSTNAME: mode.host,
  }
}

/** Opens the database, fills it for a demo, builds, and starts the server: gives what is to be watched over. */
async function goUp(mode, folder, fonts) {
  // Whoever started at the same time may listen by now.
  await checkPortIsFree(mode.port, mode.host)
  const database = await openDatabase(mode, folder, patiently(stopping.check))
  endings.push(database.release)
  stopping.check()
  await checkDatabaseFits(mode, database.url)
  const reader = await inTurn(cacheFolder, () => bundled('scripts/commands/file-thread.ts'), stopping.check)
  const environment = { ...serverEnvironment(mode, database.url, folder, fonts), HENGJI_READER: reader }
  await Promise.all([mode.demo && loadDemoData(environment), !dev && build(stopping.check)])
  stopping.check()

  const server = serverOf(mode, environment)
  await server.begin()
  return { server, database: databaseOf(database, environment, server), address: environment.NEXTAUTH_URL }
}

/** The server as something that is kept running; `begin` resolves once it answers. */
function serverOf(mode, environment) {
  let server = null
  endings.push(() => server?.stop())
  return {
    whenLost: () => server.whenLost(),
    stop: () => server.stop(),
    async begin() {
      server = startServer(mode, environment, { dev })
      try {
        await Promise.race([server.ready(), stopping.whenAsked])
      } catch (error) {
        await server.stop()
        throw error
      }
      stopping.check()
    },
  }
}

/** The database as something that is kept running. The server learns of another address by being started again. */
const databaseOf = ({ whenLost, reopen }, environment, server) => ({
  whenLost,
  async begin() {
    const url = await reopen()
    if (url === environment.DATABASE_URL) return
    environment.DATABASE_URL = url
    await server.stop()
  },
})

/** Starts everything: gives what is to be watched over. */
async function start() {
  const begun = performance.now()
  checkNode()
  const mode = operatingMode(process.env)
  const folder = dataFolder()
  ensureWritable(folder, '，或用 HENGJI_DATA_DIR 指定其他数据文件夹')
  ensureWritable(filesFolder(), '，或用 HENGJI_FILES_DIR 指定其他文件夹')
  await checkPortIsFree(mode.port, mode.host)

  const fonts = await install(stopping.check)
  const running = await inTurn(folder, () => goUp(mode, folder, fonts), stopping.check)
  say(`衡绩已启动（${((performance.now() - begun) / 1000).toFixed(1)} 秒）：${running.address}`)
  say(mode.demo ? `演示模式：仅本机可以访问，数据保存在 ${folder}。按 Ctrl-C 停止。` : '正式运行。按 Ctrl-C 停止。')
  return running
}

/** Resolves never; rejects where one of them cannot go on. */
const watchOver = ({ server, database }) =>
  Promise.race([keepRunning('程序', server, stopping.check), keepRunning('数据库', database, stopping.check)])

/** A fault of ours that nothing caught is said like any other. */
process.on('uncaughtException', (error) => {
  fail(error)
  process.exit()
})

const starting = start()
try {
  await Promise.race([starting.then(watchOver), stopping.whenAsked])
} catch (error) {
  if (!stopping.asked) fail(error)
}
stopping.finish()
// What was only half begun comes to its end first, so that it is undone as well.
await Promise.race([starting.catch(() => {}), wait(20_000)])
for (const end of endings.reverse()) await end()
if (stopping.asked) say('已停止。')
process.exit()
