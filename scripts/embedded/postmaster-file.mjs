// postmaster.pid, in which a PostgreSQL server says that it runs on these files.
import fs from 'node:fs'
import path from 'node:path'
import { keepFile } from '../keep-file.mjs'
import { isRunning, numberSpace, servesData } from '../process-state.mjs'

/** Above the highest number that any system gives. */
const noProcess = 2 ** 31 - 1

/**
 * The process that serves the files in `data`, or `null`. `space` is the number space in which the last server was started:
 * in another one its number means nothing.
 */
export function servingProcess(data, space) {
  const pid = Number(read(data)?.split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0 || pid === noProcess) return null
  if (space !== null && space !== numberSpace()) return null
  return isRunning(pid) && servesData(pid, data) ? pid : null
}

/**
 * Called where nobody serves the files. PostgreSQL does not start while the number left in the file is somebody's by now, and
 * not at all on a damaged file. Only the number goes: by the rest it finds out whether children of a killed server still live.
 */
export function forgetServer(data, owner) {
  const text = read(data)
  if (text === null) return
  const file = path.join(data, 'postmaster.pid')
  const lines = text.split('\n')
  if (lines.length < 7) return fs.rmSync(file)
  keepFile(file, [noProcess, ...lines.slice(1)].join('\n'), 0o600)
  if (owner !== null) fs.chownSync(file, owner, owner)
}

function read(data) {
  try {
    return fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8')
  } catch {
    return null
  }
}
