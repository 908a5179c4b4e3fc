import fs from 'node:fs'

/** Whether it is dead already, and only waits for whoever started it to notice. In a container nobody may ever do. */
export function isZombie(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').startsWith('Z')
  } catch {
    return false
  }
}

/** Whether a process of this number runs, whoever owns it. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') return false
  }
  return !isZombie(pid)
}
