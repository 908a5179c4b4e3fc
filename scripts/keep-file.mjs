import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Makes names in a folder (new, renamed) survive a power cut. Windows opens no folders, and needs none of it. */
export function keepNames(folder) {
  if (process.platform === 'win32') return
  const handle = fs.openSync(folder, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

/** Writes a file that is there whole or as it was before, whenever we are killed, the disk fills up or the power fails. */
export function keepFile(file, text, mode = 0o644) {
  const beside = `${file}.${crypto.randomUUID()}`
  try {
    fs.writeFileSync(beside, text, { mode, flush: true })
    fs.renameSync(beside, file)
  } catch (error) {
    fs.rmSync(beside, { force: true })
    throw Object.assign(error, { path: file })
  }
  keepNames(path.dirname(file))
}
