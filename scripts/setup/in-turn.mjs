import fs from 'node:fs'
import path from 'node:path'
import { withLock } from '../presence.mjs'
import { cacheFolder } from './folders.mjs'
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
 * Runs `work`, which installs, builds or starts, while no other process does so in this program folder. Where nothing can
 * be written there is nothing to install or build either: turns are then taken in `elsewhere`, or not at all.
 */
export function inTurn(work, { check, elsewhere } = {}) {
  const folder = [cacheFolder, elsewhere]
    .filter(Boolean)
    .map((place) => path.join(place, 'starting'))
    .find(isWritable)
  return folder ? withLock(folder, work, patiently(check)) : work()
}
