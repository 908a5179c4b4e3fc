import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

const attempted = (read) => {
  try {
    return read()
  } catch {
    return null
  }
}

/** Whether /proc shows the numbers that we go by: in a PID namespace it may still be that of the machine around it. */
const hasOwnProc = () => attempted(() => fs.readlinkSync('/proc/self')) === String(process.pid)

/** Whether it is dead already, and only waits for whoever started it to notice. In a container nobody may ever do. */
export const isZombie = (pid) =>
  hasOwnProc() && attempted(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').startsWith('Z')) === true

/** Whether a process of this number runs, whoever owns it. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') return false
  }
  return !isZombie(pid)
}

/** Within what a process number means one process: this run of the machine and, on Linux, this PID namespace. */
export const numberSpace = () =>
  [() => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(), () => fs.readlinkSync('/proc/self/ns/pid')]
    .map(attempted)
    .join(' ')

/**
 * Whether a running process is a PostgreSQL server of the files in `data`. True also where the system does not say:
 * two servers on the same files are worse than none.
 */
export function servesData(pid, data) {
  if (hasOwnProc()) {
    const place = attempted(() => fs.readlinkSync(`/proc/${pid}/cwd`))
    return place === null
      ? namesData(
          attempted(() => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')),
          data,
        )
      : place === fs.realpathSync(data)
  }
  if (process.platform !== 'darwin') return true
  return namesData(spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout, data)
}

const namesData = (command, data) => command === null || command.includes(data)
