import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './terminal.mjs'

/** The project's own folder. */
export const home = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** Where the embedded database, the demo mode's secret and the prepared fonts are kept. */
export const dataFolder = (environment = process.env) => path.resolve(home, environment.HENGJI_DATA_DIR || '.data')

/** What can be made anew at any time. */
export const cacheFolder = path.join(home, '.cache')

/** The fonts that reports are typeset with, as `prepareFonts` leaves them. */
export const fontFolder = path.join(cacheFolder, 'fonts')

/** Makes the folder where it is missing; refuses one in which nothing can be written, with `advice` beyond changing its permissions. */
export function ensureWritable(folder, advice = '') {
  const probe = path.join(folder, `.probe-${process.pid}`)
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
    fs.writeFileSync(probe, '')
    fs.rmSync(probe)
  } catch (error) {
    throw new Refusal(`文件夹不可写：${folder}（${error.code ?? error.message}）。请更改其权限${advice}。`)
  }
}
