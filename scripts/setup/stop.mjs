import { stopRunning } from './run.mjs'
import { say } from './terminal.mjs'

/** Thrown where work would go on although everything ends. */
class Stopped extends Error {}

/**
 * Listens for Ctrl-C, SIGTERM and the end of the npm that started us (which may be killed without passing that on).
 * `asked` turns true, what `run` started is ended, and `whenAsked` resolves. `check()` throws from then on, or from `finish()` on.
 *
 * A terminal that is closed (SIGHUP) stops what it shows. What writes elsewhere, as after `nohup npm start &`, goes on, and
 * without the npm that the same signal ended.
 */
export function listenForStop() {
  const stopping = { asked: false }
  stopping.whenAsked = new Promise((resolve) => {
    const ask = () => {
      if (!stopping.asked) say('正在停止……')
      stopping.asked = true
      stopRunning()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, ask)
    const parent = process.ppid
    const watch = process.env.npm_lifecycle_event && setInterval(() => process.ppid !== parent && ask(), 500).unref()
    process.on('SIGHUP', () => (process.stdout.isTTY || process.stderr.isTTY ? ask() : clearInterval(watch)))
  })
  let isFinishing = false
  stopping.finish = () => {
    isFinishing = true
    stopRunning()
  }
  stopping.check = () => {
    if (stopping.asked || isFinishing) throw new Stopped()
  }
  return stopping
}
