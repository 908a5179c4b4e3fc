import { spawn } from 'node:child_process'
import { home } from './folders.mjs'

const onWindows = process.platform === 'win32'
const children = new Set()

/** Signals a child with whatever it started: each leads a process group of its own, so that Ctrl-C reaches us alone. */
function signal(child, name) {
  try {
    if (onWindows) child.kill(name)
    else process.kill(-child.pid, name)
  } catch {
    // It has just ended
  }
}

/** Ends whatever `run` has started and not yet seen the end of; after five seconds outright. */
export function stopRunning() {
  for (const child of children) {
    signal(child, 'SIGTERM')
    setTimeout(() => children.has(child) && signal(child, 'SIGKILL'), 5_000).unref()
  }
}

/**
 * Runs a program to its end and gives its exit status (a signal counts as 1). What it prints goes to our stderr, or to
 * `onOutput` as text; `input` is what it reads.
 */
export function run(command, args, { environment = {}, onOutput, input, stdio, ...options } = {}) {
  const child = spawn(command, args, {
    cwd: home,
    detached: !onWindows,
    stdio: stdio ?? [input === undefined ? 'ignore' : 'pipe', ...(onOutput ? ['pipe', 'pipe'] : [2, 2])],
    ...options,
    env: { ...process.env, ...environment },
  })
  children.add(child)
  child.stdout?.setEncoding('utf8').on('data', onOutput)
  child.stderr?.setEncoding('utf8').on('data', onOutput)
  child.stdin?.on('error', () => {}).end(input)
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      children.delete(child)
      reject(error)
    })
    child.once('close', (status) => {
      children.delete(child)
      resolve(status ?? 1)
    })
  })
}

/** Preloaded into Node.js programs that must not outlive us. */
export const leash = () => new URL(`./end-with-parent.mjs?parent=${process.pid}`, import.meta.url).href

/** Runs a Node.js program, given by its path from the project's folder. Where we are killed outright it ends as well. */
export const runNode = (program, args, { nodeOptions = [], ...options } = {}) =>
  run(process.execPath, ['--import', leash(), ...nodeOptions, program, ...args], options)
