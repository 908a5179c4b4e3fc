import { stopRunning } from './run.mjs'

/** Thrown where work would go on although a stop was asked for. */
class Stopped extends Error {}

/**
 * Listens for Ctrl-C, SIGTERM and the end of the npm that started us (which may be killed without passing that on).
 * `asked` turns true, what `run` started is ended, and `whenAsked` resolves.
 */
export function listenForStop() {
  const stopping = { asked: false }
  stopping.whenAsked = new Promise((resolve) => {
    const ask = () => {
      stopping.asked = true
      stopRunning()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask)
    if (process.env.npm_lifecycle_event) {
      const parent = process.ppid
      setInterval(() => process.ppid !== parent && ask(), 500).unref()
    }
  })
  stopping.check = () => {
    if (stopping.asked) throw new Stopped()
  }
  return stopping
}
