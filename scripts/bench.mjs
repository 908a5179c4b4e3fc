// `npm run bench -- <name>`: measures, and prints a table. Figures depend on the machine; nothing here passes or fails.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { installDependencies } from './setup/dependencies.mjs'
import { fail } from './setup/fail.mjs'
import { fontFolder, home } from './setup/folders.mjs'
import { checkNode } from './setup/node-version.mjs'
import { generatePrismaClient } from './setup/prisma-client.mjs'
import { runNode } from './setup/run.mjs'
import { listenForStop } from './setup/stop.mjs'
import { Refusal } from './setup/terminal.mjs'

const names = fs
  .readdirSync(path.join(home, 'scripts/bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.basename(file, '.ts'))

/** Benches that write: each run has a database of its own. */
const needsDatabase = new Set(['saves'])

/** Benches that read what was built. */
const needsBuild = new Set(['weight', 'grid'])

const [name, ...args] = process.argv.slice(2)
listenForStop()

/** A migrated, empty database in a folder that goes with it. */
async function withDatabase(work) {
  const { openDatabase } = await import('./setup/database.mjs')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hengji-bench-'))
  fs.chmodSync(folder, 0o755)
  const database = await openDatabase({}, folder)
  try {
    return await work(database.url)
  } finally {
    await database.release()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

try {
  if (!names.includes(name)) throw new Refusal(`请指定要测量的项目：npm run bench -- ${names.join('｜')}`)
  checkNode()
  await installDependencies()
  await generatePrismaClient()
  if (needsBuild.has(name)) await (await import('./setup/build.mjs')).build()
  const { prepareFonts } = await import('./fonts.mjs')
  const { bundled } = await import('./setup/bundle.mjs')
  // Bundled as the command and the server are: straight from its sources, each call would pay for the loader's wrappers.
  const program = await bundled(`scripts/bench/${name}.ts`)
  const run = (environment) =>
    runNode(program, args, {
      nodeOptions: ['--conditions=react-server'],
      stdio: ['ignore', 'inherit', 'inherit'],
      environment: { HENGJI_FONT_CACHE: prepareFonts(fontFolder), ...environment },
    })
  process.exitCode = needsDatabase.has(name) ? await withDatabase((url) => run({ DATABASE_URL: url })) : await run({})
} catch (error) {
  fail(error)
}
process.exit()
