import { spawn } from 'node:child_process'
import { home } from './folders.mjs'

const children = new Set()

/** Ends whatever `run` has started and not yet seen the end of. */
export const stopRunning = () => {
  for (const child of children) child.kill('SIGTERM')
}

/**
 * Runs a program to its end and gives its exit status (a signal counts as 1).
 * What it prints goes to our stderr, or to `onOutput` as text.
 */
export function run(command, args, { environment = {}, onOutput, ...options } = {}) {
  const child = spawn(command, args, {
    cwd: home,
    stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2],
    ...options,
    env: { ...process.env, ...environment },
  })
  children.add(child)
  child.stdout?.setEncoding('utf8').on('data', onOutput)
  child.stderr?.setEncoding('utf8').on('data', onOutput)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => {
      children.delete(child)
      resolve(status ?? 1)
    })
  })
}

/** Runs a Node.js program, given by its path from the project's folder. */
export const runNode = (program, args, options) => run(process.execPath, [program, ...args], options)
