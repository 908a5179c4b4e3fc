import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './terminal.mjs'

/** The project's own folder. */
export const home = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** Where the embedded database, the demo mode's secret and the prepared fonts are kept. */
export const dataFolder = (environment = process.env) => path.resolve(home, environment.HENGJI_DATA_DIR || '.data')

/** Where files are kept beside the database. Several machines that serve one database share it. */
export const filesFolder = (environment = process.env) =>
  path.resolve(home, environment.HENGJI_FILES_DIR || path.join(dataFolder(environment), 'files'))

/** What can be made anew at any time. */
export const cacheFolder = path.join(home, '.cache')

/** The fonts that reports are typeset with, as `prepareFonts` leaves them. */
export const fontFolder = path.join(cacheFolder, 'fonts')

/** One level after the other: Node's own `recursive` never returns where the system has no folders to make, as below /proc. */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return
  makeFolder(path.dirname(folder))
  try {
    fs.mkdirSync(folder, { mode: 0o755 })
  } catch (error) {
    // Somebody who starts at the same time made it
    if (error.code !== 'EEXIST') throw error
  }
}

/** Makes the folder where it is missing; refuses one in which nothing can be written, with `advice` beyond changing its permissions. */
export function ensureWritable(folder, advice = '') {
  const probe = path.join(folder, `.probe-${process.pid}`)
  try {
    makeFolder(folder)
    fs.writeFileSync(probe, '')
    fs.rmSync(probe)
  } catch (error) {
    throw new Refusal(`文件夹不可写：${folder}（${error.code ?? error.message}）。请更改其权限${advice}。`)
  }
}
