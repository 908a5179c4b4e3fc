import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { home } from './folders.mjs'

function* filesUnder(file) {
  const entry = fs.statSync(file, { throwIfNoEntry: false })
  if (!entry) return
  if (!entry.isDirectory()) yield file
  else for (const name of fs.readdirSync(file).sort()) yield* filesUnder(path.join(file, name))
}

/** One hash over names and contents of these files, and of all files in these folders, given by their paths from the project's folder. */
export function digest(paths) {
  const hash = crypto.createHash('sha256')
  for (const start of paths) {
    for (const file of filesUnder(path.join(home, start))) {
      hash.update(path.relative(home, file)).update('\0').update(fs.readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

/** Whether `file` holds exactly this stamp: what it stamps is then up to date. */
export const isStamped = (file, stamp) => fs.existsSync(file) && fs.readFileSync(file, 'utf8') === stamp
