import fs from 'node:fs'
import path from 'node:path'
import { withLock } from '../presence.mjs'
import { say } from './terminal.mjs'

/** For `whileWaiting`: says once what is waited for, where it takes long; `check` ends the waiting by throwing. */
export function patiently(check = () => {}) {
  let hasSaid = false
  return (seconds, what = '同时进行的另一次启动') => {
    check()
    if (hasSaid || seconds < 3) return
    hasSaid = true
    say(`正在等待${what}……`)
  }
}

const isWritable = (folder) => {
  try {
    fs.mkdirSync(folder, { recursive: true })
    fs.accessSync(folder, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Runs `work` while no other process does its own in the same `place`: what installs and builds in the program's cache folder,
 * what opens the database, loads and listens in the data folder. Where nothing can be written there is nothing to install or
 * build either, and no turn to take. `check` ends the waiting by throwing.
 */
export function inTurn(place, work, check) {
  const folder = path.join(place, 'starting')
  return isWritable(folder) ? withLock(folder, work, patiently(check)) : work()
}
