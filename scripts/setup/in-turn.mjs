import fs from 'node:fs'
import path from 'node:path'
import { withLock } from '../presence.mjs'
import { cacheFolder } from './folders.mjs'
import { say } from './terminal.mjs'

/** Says once that others are waited for; `check` ends the waiting by throwing. */
export function patiently(check = () => {}) {
  let hasSaid = false
  return (seconds) => {
    check()
    if (hasSaid || seconds < 3) return
    hasSaid = true
    say('正在等待同时进行的另一次启动……')
  }
}

/**
 * Runs `work`, which installs, builds or starts, while no other process does so in this program folder. Where nothing can
 * be written there is nothing to install or build either, and no turn to take.
 */
export function inTurn(work, check) {
  const folder = path.join(cacheFolder, 'starting')
  try {
    fs.mkdirSync(folder, { recursive: true })
    fs.accessSync(folder, fs.constants.W_OK)
  } catch {
    return work()
  }
  return withLock(folder, work, patiently(check))
}
