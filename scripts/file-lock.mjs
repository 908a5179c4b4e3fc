import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning } from './process-state.mjs'

/** Removes the lock of a process that died holding it. The rename decides between two that noticed at once. */
function removeIfAbandoned(file) {
  try {
    const holder = Number(fs.readFileSync(file, 'utf8'))
    if (!holder || isRunning(holder)) return
    const mine = `${file}.${process.pid}`
    fs.renameSync(file, mine)
    fs.rmSync(mine)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/** Runs `work` while no other process holds `file`; waits up to 90 seconds for its turn. */
export async function withLock(file, work) {
  const until = Date.now() + 90_000
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    removeIfAbandoned(file)
    if (Date.now() > until) throw new Error(`等待其他进程超过 90 秒：${file}`)
    await wait(50)
  }
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}
