// `npm start`: from a fresh clone to a running program. Its first step needs nothing installed: no import here, nor in
// scripts/setup at the top of a file, reaches beyond Node.js itself.
import { build } from './setup/build.mjs'
import { checkDatabaseFits, openDatabase } from './setup/database.mjs'
import { loadDemoData } from './setup/demo-data.mjs'
import { demoSecret } from './setup/demo-secret.mjs'
import { installDependencies } from './setup/dependencies.mjs'
import { dataFolder, ensureWritable, fontFolder, home } from './setup/folders.mjs'
import { operatingMode } from './setup/mode.mjs'
import { checkNode } from './setup/node-version.mjs'
import { checkPortIsFree } from './setup/port.mjs'
import { generatePrismaClient } from './setup/prisma-client.mjs'
import { stopRunning } from './setup/run.mjs'
import { startServer } from './setup/server.mjs'
import { listenForStop } from './setup/stop.mjs'
import { fail, Refusal, say } from './setup/terminal.mjs'

const dev = process.argv.includes('--dev')

/** What the running program knows of how it is to run. */
function serverEnvironment(mode, databaseUrl, folder, fonts) {
  const secret = mode.secret ?? demoSecret(folder)
  return {
    DATABASE_URL: databaseUrl,
    HENGJI_DEMO: mode.demo ? '1' : '0',
    HENGJI_DATA_DIR: folder,
    HENGJI_FONT_CACHE: fonts,
    AUTH_SECRET: secret,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: process.env.HENGJI_URL || `http://${mode.demo ? '127.0.0.1' : 'localhost'}:${mode.port}`,
    PORT: String(mode.port),
    HOSTNAME: mode.host,
  }
}

/** Everything up to the running server; what must be undone at the end is pushed to `endings`. */
async function start(stopping, endings) {
  const begun = performance.now()
  checkNode()
  const mode = operatingMode(process.env)
  const folder = dataFolder()
  ensureWritable(home)
  ensureWritable(folder, '，或用 HENGJI_DATA_DIR 指定其他数据文件夹')
  await checkPortIsFree(mode.port, mode.host)

  await installDependencies()
  stopping.check()
  await generatePrismaClient()
  const { prepareFonts } = await import('./fonts.mjs')
  const fonts = prepareFonts(fontFolder)

  const database = await openDatabase(mode, folder)
  endings.push(database.release)
  await checkDatabaseFits(mode, database.url)
  const environment = serverEnvironment(mode, database.url, folder, fonts)
  stopping.check()
  await Promise.all([mode.demo && loadDemoData(environment), !dev && build()])
  stopping.check()

  const server = startServer(mode, environment, { dev })
  endings.push(server.stop)
  await Promise.race([server.ready, stopping.whenAsked])
  stopping.check()
  say(`衡绩已启动（${((performance.now() - begun) / 1000).toFixed(1)} 秒）：${environment.NEXTAUTH_URL}`)
  say(mode.demo ? `演示模式：仅本机可以访问，数据保存在 ${folder}。按 Ctrl-C 停止。` : '正式运行。按 Ctrl-C 停止。')
  return server
}

const stopping = listenForStop()
const endings = []
try {
  const server = await start(stopping, endings)
  await Promise.race([server.ended, stopping.whenAsked])
  stopping.check()
  fail(new Refusal(`程序意外结束（退出码 ${server.status}）。`))
} catch (error) {
  if (!stopping.asked) fail(error)
}
if (stopping.asked) say('正在停止……')
stopRunning()
for (const end of endings.reverse()) await end()
if (stopping.asked) say('已停止。')
process.exit()
