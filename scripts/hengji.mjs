// `npm run -s hengji -- <command> …`: the program without a browser, also in a fresh clone. Only the command itself writes to stdout.
import { openDatabase } from './setup/database.mjs'
import { installDependencies } from './setup/dependencies.mjs'
import { fail } from './setup/fail.mjs'
import { cacheFolder, dataFolder, ensureWritable, filesFolder, fontFolder, home } from './setup/folders.mjs'
import { inTurn, patiently } from './setup/in-turn.mjs'
import { checkNode } from './setup/node-version.mjs'
import { generatePrismaClient } from './setup/prisma-client.mjs'

/** The database that the environment names, else the embedded one, for as long as `work` takes. */
async function withDatabase(work) {
  const folder = dataFolder()
  ensureWritable(folder, '，或用 HENGJI_DATA_DIR 指定其他数据文件夹')
  const database = await openDatabase({ databaseUrl: process.env.DATABASE_URL || null }, folder, patiently())
  process.env.DATABASE_URL = database.url
  process.env.HENGJI_FILES_DIR = filesFolder()
  try {
    return await work()
  } finally {
    await database.release()
  }
}

async function prepareFonts() {
  const fonts = await import('./fonts.mjs')
  process.env.HENGJI_FONT_CACHE = fonts.prepareFonts(fontFolder)
}

// A reader that had enough (`| head`) is no error.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))

// npm moves to the project's folder; files are named from where the command was typed.
if (process.env.npm_lifecycle_event === 'hengji' && process.cwd() === home) process.chdir(process.env.INIT_CWD ?? home)

try {
  checkNode()
  const program = await inTurn(cacheFolder, async () => {
    await installDependencies()
    await generatePrismaClient()
    const { bundled } = await import('./setup/bundle.mjs')
    return bundled('scripts/hengji.ts', ['scripts/commands/file-thread.ts'])
  })
  const { runCommand } = await import(program)
  process.exitCode = await runCommand(process.argv.slice(2), { withDatabase, prepareFonts })
} catch (error) {
  fail(error)
}
